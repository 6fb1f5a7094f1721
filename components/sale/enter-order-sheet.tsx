"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { Field } from "#components/ui/field.tsx";
import { enterOrderConsequence } from "#lib/words/step-words.ts";

/** Names the order of a sale whose answer was lost, as Sezzle's dashboard shows it. */
export function EnterOrderSheet({ enterOrder, ...props }: StepSheetProps & Pick<SaleActions, "enterOrder">) {
  const [text, setText] = useState("");
  const [pressed, setPressed] = useState(false);
  const orderUuid = text.trim();
  return (
    <StepSheet
      {...props}
      title="Enter Sezzle's order"
      consequence={enterOrderConsequence}
      actLabel="Ask Sezzle for it"
      underWay="Asking for the order"
      safeLabel="Back, change nothing"
      variant="primary"
      content={`enter ${orderUuid}`}
      isComplete={() => {
        setPressed(true);
        return orderUuid !== "";
      }}
      act={({ saleId }) => enterOrder({ saleId, orderUuid })}
    >
      <Field
        label="Order uuid"
        value={text}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        error={pressed && orderUuid === "" ? "Paste or type the order's uuid." : null}
        autoFocus
        reserve
      />
    </StepSheet>
  );
}
