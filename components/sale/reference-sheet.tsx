"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { Field } from "#components/ui/field.tsx";
import { referenceError, referenceHint } from "#lib/words/step-words.ts";

/** Sets the shop's own receipt number, which Sezzle shows as the order's reference. */
export function ReferenceSheet({
  setReference,
  ...props
}: StepSheetProps & Pick<SaleActions, "setReference">) {
  const { sale } = props.facts;
  const [text, setText] = useState(sale.receiptNumber ?? "");
  const [pressed, setPressed] = useState(false);
  const receiptNumber = text.trim();
  const error = referenceError(receiptNumber);
  return (
    <StepSheet
      {...props}
      title="Receipt number"
      consequence="The number on your receipt. It changes no money."
      actLabel="Save the number"
      underWay="Saving the number"
      safeLabel="Back, change nothing"
      variant="primary"
      content={`reference ${receiptNumber}`}
      isComplete={() => {
        setPressed(true);
        return error === null;
      }}
      act={({ saleId, wishId }) => setReference({ saleId, wishId, receiptNumber })}
    >
      <Field
        label="Receipt number"
        value={text}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        hint={referenceHint}
        error={pressed ? error : null}
        autoFocus
        reserve
      />
    </StepSheet>
  );
}
