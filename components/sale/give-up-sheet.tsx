"use client";

import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { useWords } from "#components/ui/language.tsx";
import { theOperation } from "#lib/words/operation-words.ts";
import { sheetWords } from "#lib/words/sheet-words.ts";
import { giveUpConsequence } from "#lib/words/step-words.ts";

/** Lets an operation go that Sezzle does not show; for who has compared with Sezzle's own dashboard. */
export function GiveUpSheet({ giveUp, ...props }: StepSheetProps & Pick<SaleActions, "giveUp">) {
  const { sale, words: facts, money, locale } = props.facts;
  const words = useWords(sheetWords).giveUp;
  const open = sale.openOperation;
  if (!open) return null;
  const amount = open.amountCents === null ? null : money(open.amountCents);
  return (
    <StepSheet
      {...props}
      title={words.title(theOperation(open.kind, amount, locale))}
      consequence={giveUpConsequence(open.kind, sale, facts)}
      actLabel={words.act}
      underWay={words.underWay}
      safeLabel={words.safe}
      variant="danger"
      content={`give up ${open.operationId}`}
      act={({ saleId, seenVersion }) => giveUp({ saleId, seenVersion, operationId: open.operationId })}
    />
  );
}
