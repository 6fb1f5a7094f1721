"use client";

import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { closeOtherConsequence } from "#lib/words/step-words.ts";

/** Closes another order of the sale: deletes its link, or releases what is approved on it. */
export function CloseOtherSheet({ closeOther, ...props }: StepSheetProps & Pick<SaleActions, "closeOther">) {
  const { steps, money } = props.facts;
  const other = steps.closeOther;
  if (!other) return null;
  const amount = other.isCheckoutOpen ? null : money(other.releasableCents);
  return (
    <StepSheet
      {...props}
      title={amount ? `Release the other ${amount}?` : "Close the other link?"}
      consequence={closeOtherConsequence(amount)}
      actLabel={amount ? `Release ${amount}` : "Close the other link"}
      underWay="Closing the other link"
      safeLabel="Back, change nothing"
      variant="danger"
      content={`close ${other.orderUuid} ${amount}`}
      act={(common) => closeOther({ ...common, orderUuid: other.orderUuid })}
    />
  );
}
