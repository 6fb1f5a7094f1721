"use client";

import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { operationNoun } from "#lib/words/operation-words.ts";
import { giveUpConsequence } from "#lib/words/step-words.ts";

/** Lets an operation go that Sezzle does not show; for who has compared with Sezzle's own dashboard. */
export function GiveUpSheet({ giveUp, ...props }: StepSheetProps & Pick<SaleActions, "giveUp">) {
  const { sale, words, money } = props.facts;
  const open = sale.openOperation;
  if (!open) return null;
  const noun = operationNoun(open.kind, open.amountCents === null ? null : money(open.amountCents));
  return (
    <StepSheet
      {...props}
      title={`Close the ${noun}?`}
      consequence={giveUpConsequence(open.kind, sale, words)}
      actLabel="Close it: Sezzle does not show it"
      underWay="Closing it"
      safeLabel="Leave it open"
      variant="danger"
      content={`give up ${open.operationId}`}
      act={({ saleId, seenVersion }) => giveUp({ saleId, seenVersion, operationId: open.operationId })}
    />
  );
}
