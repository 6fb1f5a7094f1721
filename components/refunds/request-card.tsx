"use client";

import { HandCoins } from "lucide-react";
import type { SaleFacts } from "#components/sale/sale-facts.ts";
import type { StepName } from "#components/sale/step-name.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { may } from "#lib/people.ts";
import type { Result } from "#lib/problem.ts";
import type { RefundRequestView } from "#lib/sale-view.ts";
import { askedLine, refundWords } from "#lib/words/refund-words.ts";

export type RequestCardProps = {
  facts: SaleFacts;
  request: RefundRequestView;
  setStep: (step: StepName) => void;
  withdraw: () => Promise<Result<unknown>>;
};

/** The refund that waits for a manager, on the sale's own page: decided by who may, withdrawn by who asked. */
export function RequestCard({ facts, request, setStep, withdraw }: RequestCardProps) {
  const act = useAct();
  const words = useWords(refundWords);
  const { sale, viewer } = facts;
  const isOwn = request.personId === viewer.personId;
  const mayDecide = !isOwn && may(viewer.role, "refund.approve");
  const amount = facts.money(request.amountCents);
  const when = [facts.timeOf(request.askedAt), request.register].filter(Boolean).join(" · ");
  return (
    <section
      aria-label={words.waits}
      className="rounded-card border border-attention/40 bg-attention-wash p-5"
    >
      <div className="flex items-start gap-3">
        <HandCoins aria-hidden size={24} className="mt-0.5 shrink-0 text-attention" />
        <div role="status" className="min-w-0 text-body text-ink">
          <p className="text-title font-semibold text-attention">
            {mayDecide ? askedLine(sale, facts.locale) : words.waiting}
          </p>
          <p className="mt-1">
            {mayDecide ? `${when}.` : words.asked(isOwn ? null : request.askedBy, amount, when)}{" "}
            {words.reason(request.reason)}
          </p>
          {request.additional ? <p>{words.additional}</p> : null}
          {mayDecide ? null : <p className="font-semibold">{words.untilApproved}</p>}
        </div>
      </div>
      {act.problem ? (
        <div className="mt-3">
          <ProblemCard problem={act.problem} onDismiss={act.dismiss} />
        </div>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-2">
        {mayDecide ? (
          <>
            <Button variant="primary" onClick={() => setStep("approve_refund")} className="max-sm:flex-1">
              {words.approve}
            </Button>
            <Button onClick={() => setStep("decline_refund")} className="max-sm:flex-1">
              {words.decline}
            </Button>
          </>
        ) : facts.refundTerms.approvers.length > 0 ? (
          <Button onClick={() => setStep("pin_refund")} className="max-sm:flex-1">
            {words.managerIsHere}
          </Button>
        ) : null}
        {isOwn ? (
          <Button
            busy={act.busy}
            busyLabel={words.withdrawing}
            onClick={() => act.run(withdraw)}
            className="max-sm:flex-1"
          >
            {words.withdraw}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** That a refund was declined: by whom, and why. */
export function DeclinedCard({ title, detail }: { title: string; detail: string | undefined }) {
  const { notRefunded } = useWords(refundWords);
  return (
    <div role="status" className="flex items-start gap-3 rounded-card border border-line bg-card p-4">
      <HandCoins aria-hidden size={20} className="mt-0.5 shrink-0 text-attention" />
      <div className="min-w-0 flex-1 text-body leading-snug">
        <p className="font-semibold">{title}</p>
        {detail ? <p className="mt-1 text-soft">{detail}</p> : null}
        <p className="mt-1">{notRefunded}</p>
      </div>
    </div>
  );
}
