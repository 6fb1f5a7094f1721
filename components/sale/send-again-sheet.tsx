"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale } from "#components/ui/language.tsx";
import { type ContactReading, formatAsTyped, readContact } from "#lib/contact.ts";
import { type Locale, wordsIn } from "#lib/language.ts";
import { contactWords } from "#lib/words/contact-words.ts";
import { mayStillBePaidWords, sendAgainConsequence } from "#lib/words/step-words.ts";

const another = "Another number or e-mail";

/** Sends a new link for a sale, to the same contact or to another; what becomes of the one before is said first. */
export function SendAgainSheet({ sendAgain, ...props }: StepSheetProps & Pick<SaleActions, "sendAgain">) {
  const { sale, steps, money, timeOf } = props.facts;
  const how = steps.sendAgain ?? "over";
  const isDoubtful = how === "doubtful" && sale.lostLinkUntil !== null;
  const same = sale.sentTo.masked;
  const [choice, setChoice] = useState(same);
  const [text, setText] = useState("");
  const [pressed, setPressed] = useState(false);
  const reading = readContact(text);
  const isSame = choice === same;
  const error = contactError(reading, pressed, useLocale());

  return (
    <StepSheet
      {...props}
      title="Send a new link"
      consequence={sendAgainConsequence(how, money(sale.amountCents))}
      actLabel={isDoubtful ? "Send another link all the same" : "Send the new link"}
      underWay={how === "replace" ? "Replacing the link" : "Sending the link"}
      safeLabel="Back, send nothing"
      variant={isDoubtful ? "danger" : "primary"}
      content={`send ${isDoubtful} ${isSame ? "" : text.trim()}`}
      isComplete={() => {
        setPressed(true);
        return isSame || reading.kind === "sms" || reading.kind === "email";
      }}
      act={(common) => sendAgain({ ...common, contact: isSame ? null : text.trim(), confirmed: isDoubtful })}
    >
      {isDoubtful && sale.lostLinkUntil ? (
        <p role="status" className="rounded-card bg-attention-wash p-4 text-body font-medium text-attention">
          {mayStillBePaidWords(timeOf(sale.lostLinkUntil))}
        </p>
      ) : null}
      <ChoiceGroup legend="To" options={[same, another]} value={choice} onChange={setChoice} />
      {isSame ? null : (
        <Field
          label="Mobile number or e-mail"
          value={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-1p-ignore
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => setText((was) => formatAsTyped(was))}
          error={error}
          autoFocus
          reserve
        />
      )}
    </StepSheet>
  );
}

function contactError(reading: ContactReading, pressed: boolean, locale: Locale): string | null {
  if (reading.kind === "wrong") return wordsIn(contactWords, locale)[reading.fault];
  return pressed && reading.kind === "incomplete" ? "Finish the number or e-mail." : null;
}
