"use client";

import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { useWords } from "#components/ui/language.tsx";
import { sheetWords } from "#lib/words/sheet-words.ts";
import { reauthorizeConsequence } from "#lib/words/step-words.ts";

/** Has a sale approved again whose approval ran out; for a manager, with the shopper there. */
export function ReauthorizeSheet({
  reauthorize,
  ...props
}: StepSheetProps & Pick<SaleActions, "reauthorize">) {
  const { sale, money, locale } = props.facts;
  const { reauthorize: words, changeNothing } = useWords(sheetWords);
  const amount = money(sale.amountCents);
  return (
    <StepSheet
      {...props}
      title={words.title(amount)}
      consequence={reauthorizeConsequence(amount, locale)}
      actLabel={words.act}
      underWay={words.underWay}
      safeLabel={changeNothing}
      variant="primary"
      content="reauthorize"
      act={reauthorize}
    />
  );
}
