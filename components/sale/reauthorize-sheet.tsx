"use client";

import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { reauthorizeConsequence } from "#lib/words/step-words.ts";

/** Has a sale approved again whose approval ran out; for a manager, with the shopper there. */
export function ReauthorizeSheet({
  reauthorize,
  ...props
}: StepSheetProps & Pick<SaleActions, "reauthorize">) {
  const { sale, money } = props.facts;
  const amount = money(sale.amountCents);
  return (
    <StepSheet
      {...props}
      title={`Approve ${amount} again?`}
      consequence={reauthorizeConsequence(amount)}
      actLabel="Ask Sezzle to approve it"
      underWay="Asking for approval again"
      safeLabel="Back, change nothing"
      variant="primary"
      content="reauthorize"
      act={reauthorize}
    />
  );
}
