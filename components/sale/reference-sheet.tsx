"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { sheetWords } from "#lib/words/sheet-words.ts";
import { referenceError, stepWords } from "#lib/words/step-words.ts";

/** Sets the shop's own receipt number, which Sezzle shows as the order's reference. */
export function ReferenceSheet({
  setReference,
  ...props
}: StepSheetProps & Pick<SaleActions, "setReference">) {
  const { sale, locale } = props.facts;
  const { reference: words, changeNothing } = useWords(sheetWords);
  const { referenceHint } = useWords(stepWords);
  const [text, setText] = useState(sale.receiptNumber ?? "");
  const [pressed, setPressed] = useState(false);
  const receiptNumber = text.trim();
  const error = referenceError(receiptNumber, locale);
  return (
    <StepSheet
      {...props}
      title={words.title}
      consequence={words.consequence}
      actLabel={words.act}
      underWay={words.underWay}
      safeLabel={changeNothing}
      variant="primary"
      content={`reference ${receiptNumber}`}
      isComplete={() => {
        setPressed(true);
        return error === null;
      }}
      act={({ saleId, wishId }) => setReference({ saleId, wishId, receiptNumber })}
    >
      <Field
        label={words.title}
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
