"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { formatAsTyped, readContact } from "#lib/contact.ts";
import { sendAgainConsequence } from "#lib/words/step-words.ts";

const another = "Another number or e-mail";

/** Sends a new link for a sale whose first one is over for certain, to the same contact or to another. */
export function SendAgainSheet({ sendAgain, ...props }: StepSheetProps & Pick<SaleActions, "sendAgain">) {
  const { sale, money } = props.facts;
  const country = sale.currency === "CAD" ? "CA" : "US";
  const same = sale.sentTo.masked;
  const [choice, setChoice] = useState(same);
  const [text, setText] = useState("");
  const [pressed, setPressed] = useState(false);
  const reading = readContact(text, country);
  const isSame = choice === same;
  const error = contactError(reading, pressed);

  return (
    <StepSheet
      {...props}
      title="Send a new link"
      consequence={`${sendAgainConsequence} ${money(sale.amountCents)}.`}
      actLabel="Send the new link"
      underWay="Sending the link"
      safeLabel="Back, send nothing"
      variant="primary"
      content={`send ${isSame ? "" : text.trim()}`}
      isComplete={() => {
        setPressed(true);
        return isSame || reading.kind === "sms" || reading.kind === "email";
      }}
      act={(common) => sendAgain({ ...common, contact: isSame ? null : text.trim() })}
    >
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
          onBlur={() => setText((was) => formatAsTyped(was, country))}
          error={error}
          autoFocus
          reserve
        />
      )}
    </StepSheet>
  );
}

function contactError(reading: ReturnType<typeof readContact>, pressed: boolean): string | null {
  if (reading.kind === "wrong") return reading.sentence;
  return pressed && reading.kind === "incomplete" ? "Finish the number or e-mail." : null;
}
