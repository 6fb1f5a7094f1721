"use client";

import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { cancelConsequence } from "#lib/words/step-words.ts";

/** Asks before a link is taken back. */
export function CancelSheet({ cancel, ...props }: StepSheetProps & Pick<SaleActions, "cancel">) {
  const { sale, money } = props.facts;
  return (
    <StepSheet
      {...props}
      title={`Cancel this sale of ${money(sale.amountCents)}?`}
      consequence={cancelConsequence}
      actLabel="Cancel the sale"
      underWay="Cancelling the sale"
      safeLabel="Keep waiting"
      variant="danger"
      content="cancel"
      act={cancel}
    />
  );
}
