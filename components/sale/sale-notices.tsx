"use client";

import { OpenOperationCard, UnderWay } from "#components/sale/open-operation-card.tsx";
import { Unanswered } from "#components/sale/unanswered.tsx";
import type { SaleStepsState } from "#components/sale/use-sale-steps.ts";
import { Button } from "#components/ui/button.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { otherOrderProblem } from "#lib/words/problem-words.ts";

/** The one button that asks Sezzle for the order. */
export function AskButton({ steps }: { steps: SaleStepsState }) {
  return (
    <Button
      variant="primary"
      size="hero"
      busy={steps.asking.busy}
      busyLabel="Asking Sezzle…"
      onClick={steps.ask}
      className="w-full sm:w-auto sm:min-w-72"
    >
      Ask Sezzle now
    </Button>
  );
}

/** What stands in the way or is under way: another order, an operation without an end, a refusal, no answer from Sezzle. */
export function SaleNotices({ steps }: { steps: SaleStepsState }) {
  const { facts, capturing, asking, underWay } = steps;
  const { sale } = facts;
  const open = openMoney(steps);
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
