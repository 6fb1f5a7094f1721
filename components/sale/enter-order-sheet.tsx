"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { sheetWords } from "#lib/words/sheet-words.ts";
import { stepWords } from "#lib/words/step-words.ts";

/** Names the order of a sale whose answer was lost, as Sezzle's dashboard shows it. */
export function EnterOrderSheet({ enterOrder, ...props }: StepSheetProps & Pick<SaleActions, "enterOrder">) {
  const { enterOrder: words, changeNothing } = useWords(sheetWords);
  const { enterOrderConsequence } = useWords(stepWords);
  const [text, setText] = useState("");
  const [pressed, setPressed] = useState(false);
  const orderUuid = text.trim();
  return (
    <StepSheet
      {...props}
      title={words.title}
      consequence={enterOrderConsequence}
      actLabel={words.act}
      underWay={words.underWay}
      safeLabel={changeNothing}
      variant="primary"
      content={`enter ${orderUuid}`}
      isComplete={() => {
        setPressed(true);
        return orderUuid !== "";
      }}
      act={({ saleId }) => enterOrder({ saleId, orderUuid })}
    >
      <Field
        label={words.field}
        value={text}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        error={pressed && orderUuid === "" ? words.missing : null}
        autoFocus
        reserve
      />
    </StepSheet>
  );
}
