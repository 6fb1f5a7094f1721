"use client";

import { useState } from "react";
import { useApprover } from "#components/refunds/use-approver.tsx";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { useWords } from "#components/ui/language.tsx";
import { askedDetail } from "#lib/words/refund-words.ts";
import { sheetWords } from "#lib/words/sheet-words.ts";

/** A manager who came to the counter approves the refund that waits, with their PIN. */
export function PinSheet({ approve, ...props }: StepSheetProps & { approve: SaleActions["approveByPin"] }) {
  const { facts } = props;
  const [asked] = useState(facts.sale);
  const { refund: words, refundNothing } = useWords(sheetWords);
  const approver = useApprover(facts.refundTerms.approvers, false);
  const { refundRequest: request } = asked;
  if (!request) return null;
  const amount = facts.money(request.amountCents);
  const isDecided = facts.sale.refundRequest?.requestId !== request.requestId;
  return (
    <StepSheet
      {...props}
      title={words.title(amount)}
      consequence={askedDetail(asked, facts.locale)}
      actLabel={words.act(amount, false)}
      underWay={words.underWay(amount)}
      safeLabel={refundNothing}
      variant="danger"
      content={`approve ${request.requestId}`}
      isDecided={isDecided}
      isComplete={approver.check}
      act={async ({ saleId, seenVersion }) => {
        const { choice } = approver;
        if (choice?.how !== "pin") throw new Error("no PIN");
        const { managerId, pin } = choice;
        const result = await approve({ saleId, seenVersion, requestId: request.requestId, managerId, pin });
        if (!result.ok) approver.clearPin();
        return result;
      }}
    >
      {approver.fields}
    </StepSheet>
  );
}
