"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { type ContactReading, formatAsTyped, readContact } from "#lib/contact.ts";
import { wordsIn } from "#lib/language.ts";
import { contactWords } from "#lib/words/contact-words.ts";
import { maskedWords } from "#lib/words/erased-words.ts";
import { sheetWords } from "#lib/words/sheet-words.ts";
import { mayStillBePaidWords, sendAgainConsequence } from "#lib/words/step-words.ts";

/** Sends a new link for a sale, to the same contact or to another; what becomes of the one before is said first. */
export function SendAgainSheet({ sendAgain, ...props }: StepSheetProps & Pick<SaleActions, "sendAgain">) {
  const { sale, steps, money, timeOf, locale } = props.facts;
  const words = useWords(sheetWords).sendAgain;
  const how = steps.sendAgain ?? "over";
  const isDoubtful = how === "doubtful" && sale.lostLinkUntil !== null;
  const same = maskedWords(sale.sentTo.masked, locale);
  const [choice, setChoice] = useState(same);
  const [text, setText] = useState("");
  const [pressed, setPressed] = useState(false);
  const reading = readContact(text);
  const isSame = choice === same;
  const error = contactError(reading, pressed, locale);

  return (
    <StepSheet
      {...props}
      title={words.title}
      consequence={sendAgainConsequence(how, money(sale.amountCents), locale)}
      actLabel={isDoubtful ? words.actDoubtful : words.act}
      underWay={how === "replace" ? words.replacing : words.sending}
      safeLabel={words.safe}
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
          {mayStillBePaidWords(timeOf(sale.lostLinkUntil), locale)}
        </p>
      ) : null}
      <ChoiceGroup legend={words.to} options={[same, words.another]} value={choice} onChange={setChoice} />
      {isSame ? null : (
        <Field
          label={words.field}
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

function contactError(reading: ContactReading, pressed: boolean, locale: string): string | null {
  if (reading.kind === "wrong") return wordsIn(contactWords, locale)[reading.fault];
  return pressed && reading.kind === "incomplete" ? wordsIn(sheetWords, locale).sendAgain.incomplete : null;
}
