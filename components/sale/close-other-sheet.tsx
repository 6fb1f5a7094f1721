"use client";

import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { useWords } from "#components/ui/language.tsx";
import { sheetWords } from "#lib/words/sheet-words.ts";
import { closeOtherConsequence } from "#lib/words/step-words.ts";

/** Closes another order of the sale: deletes its link, or releases what is approved on it. */
export function CloseOtherSheet({ closeOther, ...props }: StepSheetProps & Pick<SaleActions, "closeOther">) {
  const { steps, money, locale } = props.facts;
  const { closeOther: words, changeNothing } = useWords(sheetWords);
  const other = steps.closeOther;
  if (!other) return null;
  const amount = other.isCheckoutOpen ? null : money(other.releasableCents);
  return (
    <StepSheet
      {...props}
      title={words.title(amount)}
      consequence={closeOtherConsequence(amount, locale)}
      actLabel={words.act(amount)}
      underWay={words.underWay}
      safeLabel={changeNothing}
      variant="danger"
      content={`close ${other.orderUuid} ${amount}`}
      act={(common) => closeOther({ ...common, orderUuid: other.orderUuid })}
    />
  );
}
