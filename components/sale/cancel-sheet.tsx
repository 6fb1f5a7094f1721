"use client";

import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { useWords } from "#components/ui/language.tsx";
import { sheetWords } from "#lib/words/sheet-words.ts";
import { stepWords } from "#lib/words/step-words.ts";

/** Asks before a link is taken back. */
export function CancelSheet({ cancel, ...props }: StepSheetProps & Pick<SaleActions, "cancel">) {
  const { sale, money } = props.facts;
  const words = useWords(sheetWords).cancel;
  return (
    <StepSheet
      {...props}
      title={words.title(money(sale.amountCents))}
      consequence={useWords(stepWords).cancelConsequence}
      actLabel={words.act}
      underWay={words.underWay}
      safeLabel={words.safe}
      variant="danger"
      content="cancel"
      act={cancel}
    />
  );
}
