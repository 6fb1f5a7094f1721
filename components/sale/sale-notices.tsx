"use client";

import { DeclinedCard, RequestCard } from "#components/refunds/request-card.tsx";
import { OpenOperationCard, UnderWay } from "#components/sale/open-operation-card.tsx";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { Unanswered } from "#components/sale/unanswered.tsx";
import type { SaleStepsState } from "#components/sale/use-sale-steps.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import type { HistoryLineView } from "#lib/sale-view.ts";
import { declineWords } from "#lib/words/decline-words.ts";
import { otherOrderProblem } from "#lib/words/problem-words.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";

/** The one button that asks Sezzle for the order. */
export function AskButton({ steps }: { steps: SaleStepsState }) {
  const words = useWords(saleScreenWords);
  return (
    <Button
      variant="primary"
      size="hero"
      busy={steps.asking.busy}
      busyLabel={words.asking}
      onClick={steps.ask}
      className="w-full sm:w-auto sm:min-w-72"
    >
      {words.askNow}
    </Button>
  );
}

export type SaleNoticesProps = {
  steps: SaleStepsState;
  actions: Pick<SaleActions, "withdrawRefund">;
  history: HistoryLineView[];
};

/** What stands in the way or is under way: another order, an operation without an end, a refusal, no answer from Sezzle. */
export function SaleNotices({ steps, actions, history }: SaleNoticesProps) {
  const { facts, capturing, asking, underWay } = steps;
  const { sale } = facts;
  const open = openMoney(steps);
  const request = sale.refundRequest;
  const declined = request ? null : declineWords(history, facts.now, facts.locale);
  return (
    <>
      {sale.otherApprovedCents > 0 ? (
        <ProblemCard problem={otherOrderProblem(facts.money(sale.otherApprovedCents))} />
      ) : null}
      {underWay ? <UnderWay words={underWay} since={null} now={facts.now} /> : null}
      {open && !underWay ? (
        <OpenOperationCard
          facts={facts}
          open={open}
          askButton={<AskButton steps={steps} />}
          onGiveUp={() => steps.setStep("give_up")}
        />
      ) : null}
      {request ? (
        <RequestCard
          key={request.requestId}
          facts={facts}
          request={request}
          setStep={steps.setStep}
          withdraw={() => actions.withdrawRefund({ saleId: sale.saleId, requestId: request.requestId })}
        />
      ) : null}
      {declined ? <DeclinedCard title={declined.title} detail={declined.detail} /> : null}
      <Unanswered facts={facts} />
      {sale.refusal && !sale.openOperation ? <ProblemCard problem={sale.refusal.problem} /> : null}
      {capturing.problem ? <ProblemCard problem={capturing.problem} onDismiss={capturing.dismiss} /> : null}
      {asking.problem ? <ProblemCard problem={asking.problem} onDismiss={asking.dismiss} /> : null}
    </>
  );
}

/** The operation on the sale's money that has no end yet; a checkout being opened is told by the status. */
export function openMoney({ facts }: SaleStepsState) {
  const { openOperation } = facts.sale;
  return openOperation?.kind === "open_checkout" ? null : openOperation;
}
