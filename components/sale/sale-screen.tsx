"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { History } from "#components/sale/history.tsx";
import { OpenOperationCard, UnderWay } from "#components/sale/open-operation-card.tsx";
import { QrCard } from "#components/sale/qr-card.tsx";
import type { ActOutcome, SaleActions } from "#components/sale/sale-actions.ts";
import { saleFacts } from "#components/sale/sale-facts.ts";
import { SaleHead } from "#components/sale/sale-head.tsx";
import { SaleNextSteps } from "#components/sale/sale-next-steps.tsx";
import { saleWords } from "#components/sale/sale-words.ts";
import { SayCard } from "#components/sale/say-card.tsx";
import { type StepName, StepSheets } from "#components/sale/step-sheets.tsx";
import { Unanswered } from "#components/sale/unanswered.tsx";
import { useApproval } from "#components/sale/use-approval.ts";
import { Button } from "#components/ui/button.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { useWish } from "#components/ui/wish.ts";
import type { SaleViewer } from "#lib/sale-steps.ts";
import type { HistoryLineView, SaleView } from "#lib/sale-view.ts";
import { noAnswerWithoutMoneyProblem, otherOrderProblem } from "#lib/words/problem-words.ts";
import { confirmedWords } from "#lib/words/time-words.ts";

export type SaleScreenProps = {
  sale: SaleView;
  history: HistoryLineView[];
  viewer: SaleViewer;
  now: Date;
  timeZone: string;
  locale: string;
  /** Address of a QR picture of the shopper's link. */
  qrHref: string;
  newSaleHref: string;
  actions: SaleActions;
};

/** One sale, full screen: what it is, the next step, and what happened to it. Another sale starts it afresh. */
export function SaleScreen(props: SaleScreenProps) {
  return <SaleScreenOf key={props.sale.saleId} {...props} />;
}

function SaleScreenOf(props: SaleScreenProps) {
  const { sale, actions, now, timeZone, locale } = props;
  const facts = saleFacts(props);
  const { status } = facts;
  const [step, setStep] = useState<StepName | null>(null);
  const [asked, setAsked] = useState<{ version: number; underWay: string } | null>(null);
  const capturing = useAct();
  const asking = useAct(noAnswerWithoutMoneyProblem);
  const wish = useWish();
  const celebrates = useApproval(status);
  // The server took the wish, but what this screen shows is still from before it.
  const isAhead = asked?.version === sale.version;
  const open = sale.openOperation?.kind === "open_checkout" ? null : sale.openOperation;
  const isHeldUp = isAhead || open !== null;

  function done(seenVersion: number, outcome: ActOutcome, underWay: string) {
    if (outcome.operationId) setAsked({ version: seenVersion, underWay });
  }

  async function captureAll() {
    const amountCents = facts.steps.captureUpToCents;
    const seenVersion = sale.version;
    const wishId = wish.idFor(`capture ${amountCents} ${seenVersion}`);
    const result = await capturing.run(() =>
      actions.capture({ saleId: sale.saleId, seenVersion, wishId, amountCents }),
    );
    if (!result) return;
    wish.settle();
    if (result.ok) done(seenVersion, result.value, `Taking ${facts.money(amountCents)}`);
  }

  const askButton = (
    <Button
      variant="primary"
      size="hero"
      busy={asking.busy}
      busyLabel="Asking Sezzle…"
      onClick={() => asking.run(() => actions.ask({ saleId: sale.saleId }))}
      className="w-full sm:w-auto sm:min-w-72"
    >
      Ask Sezzle now
    </Button>
  );

  return (
    <div className="@container mx-auto flex w-full max-w-220 flex-col gap-4 p-3 sm:p-6 sm:pt-3">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4">
        <Link
          href={props.newSaleHref}
          className="-ml-2 flex min-h-12 items-center gap-2 rounded-card px-2 text-body font-semibold hover:bg-sunken"
        >
          <ArrowLeft aria-hidden size={20} /> New sale
        </Link>
        <p className="text-label text-soft">
          {confirmedWords(sale.confirmedAt ? new Date(sale.confirmedAt) : null, sale.confirmedBy, now, {
            timeZone,
            locale,
          })}
        </p>
      </div>
      <h1 className="sr-only">Sale {sale.number}</h1>
      <p aria-live="polite" className="sr-only">
        {facts.money(sale.amountCents)}: {isAhead ? asked.underWay : saleWords(sale, status, locale).label}
      </p>
      <SaleHead facts={facts} celebrates={celebrates} />
      {sale.otherApprovedCents > 0 ? (
        <ProblemCard problem={otherOrderProblem(facts.money(sale.otherApprovedCents))} />
      ) : null}
      {isAhead ? <UnderWay words={asked.underWay} since={null} now={now} /> : null}
      {open && !isAhead ? <OpenOperationCard facts={facts} open={open} askButton={askButton} /> : null}
      <Unanswered facts={facts} />
      {sale.refusal && !sale.openOperation ? <ProblemCard problem={sale.refusal.problem} /> : null}
      {capturing.problem ? <ProblemCard problem={capturing.problem} onDismiss={capturing.dismiss} /> : null}
      {asking.problem ? <ProblemCard problem={asking.problem} onDismiss={asking.dismiss} /> : null}
      <div className="grid gap-4 @xl:grid-cols-[1fr_15.5rem] @xl:grid-rows-[auto_1fr] @xl:items-start">
        {facts.steps.showLink ? (
          <div className="@xl:col-start-2 @xl:row-span-2 @xl:row-start-1">
            <QrCard key={sale.checkoutUrl} href={props.qrHref} />
          </div>
        ) : null}
        <SaleNextSteps
          facts={facts}
          newSaleHref={props.newSaleHref}
          askButton={askButton}
          isCapturing={capturing.busy}
          isBlocked={isAhead || capturing.busy}
          viewerRefundLeftCents={props.viewer.refundLeftCents}
          onCapture={captureAll}
          onStep={setStep}
        />
        {isHeldUp ? null : <SayCard status={status} />}
      </div>
      <History history={props.history} now={now} timeZone={timeZone} locale={locale} />
      <p className="text-label text-faint">
        {sale.number} · started by {sale.createdBy}
        {sale.register ? ` · ${sale.register}` : ""}
      </p>
      {step ? (
        <StepSheets
          step={step}
          actions={actions}
          facts={facts}
          onClose={() => setStep(null)}
          onDone={step === "reference" ? () => {} : done}
        />
      ) : null}
    </div>
  );
}
