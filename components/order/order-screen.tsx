"use client";

import { ArrowLeft } from "lucide-react";
import { DisputeCard } from "#components/disputes/dispute-card.tsx";
import { AmountBar } from "#components/order/amount-bar.tsx";
import { AttemptList } from "#components/order/attempt-list.tsx";
import { ContactCard, type ShowContact } from "#components/order/contact-card.tsx";
import { OrderFacts } from "#components/order/order-facts.tsx";
import { ReceiptLink } from "#components/receipt/receipt-link.tsx";
import { History } from "#components/sale/history.tsx";
import { QrCard } from "#components/sale/qr-card.tsx";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { SaleHead } from "#components/sale/sale-head.tsx";
import { SaleNextSteps } from "#components/sale/sale-next-steps.tsx";
import { AskButton, SaleNotices } from "#components/sale/sale-notices.tsx";
import { saleWords } from "#components/sale/sale-words.ts";
import { OpenStep } from "#components/sale/step-sheets.tsx";
import { useSaleSteps } from "#components/sale/use-sale-steps.ts";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { DisputeView } from "#lib/dispute.ts";
import type { AttemptView } from "#lib/order-detail.ts";
import type { RefundTerms } from "#lib/refund-terms.ts";
import type { SaleViewer } from "#lib/sale-steps.ts";
import type { HistoryLineView, SaleView } from "#lib/sale-view.ts";
import { orderPageWords } from "#lib/words/order-page-words.ts";

export type OrderScreenProps = {
  sale: SaleView;
  history: HistoryLineView[];
  attempts: AttemptView[];
  /** Those to be answered first; none for those who may not see them. */
  disputes: DisputeView[];
  /** Sezzle's dashboard; null where there is none. */
  dashboardHref: string | null;
  viewer: SaleViewer;
  refundTerms: RefundTerms;
  storeName: string;
  now: Date;
  timeZone: string;
  qrHref: string;
  ordersHref: string;
  actions: SaleActions;
  /** Null for those who may not see a whole contact. */
  showContact: ShowContact | null;
};

/** One order at the desk: all that is known of it, and every step from here. Another order starts it afresh. */
export function OrderScreen(props: OrderScreenProps) {
  return <OrderScreenOf key={props.sale.saleId} {...props} />;
}

function OrderScreenOf(props: OrderScreenProps) {
  const { sale, actions, now, timeZone } = props;
  const steps = useSaleSteps(props);
  const { facts, underWay } = steps;
  const { locale } = facts;
  const words = useWords(orderPageWords);
  const current = props.attempts.find((it) => it.isCurrent);
  return (
    <div className="mx-auto flex w-full max-w-300 flex-col gap-4 p-4 sm:p-6 desk:px-8">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <Link
          href={props.ordersHref}
          className="-ml-2 flex min-h-11 items-center gap-2 rounded-card px-2 text-body font-semibold hover:bg-sunken"
        >
          <ArrowLeft aria-hidden size={20} /> {words.orders}
        </Link>
        <h1 className="text-body font-semibold tabular-nums">{sale.number}</h1>
      </div>
      <p aria-live="polite" className="sr-only">
        {facts.money(sale.amountCents)}: {underWay ?? saleWords(sale, facts.status, locale).label}
      </p>
      <div className="grid gap-4 desk:grid-cols-[minmax(0,1fr)_21rem] desk:grid-rows-[auto_1fr] desk:items-start">
        <div className="@container flex min-w-0 flex-col gap-4">
          <SaleHead facts={facts} celebrates={false} />
          <SaleNotices steps={steps} actions={actions} history={props.history} />
          <AmountBar sale={sale} status={facts.status} />
          {props.disputes.map((it) => (
            <DisputeCard
              key={it.disputeId}
              dispute={it}
              now={now}
              place={{ timeZone, locale }}
              dashboardHref={props.dashboardHref}
            />
          ))}
        </div>
        <div className="flex flex-col gap-4 desk:row-span-2">
          <SaleNextSteps
            steps={steps}
            newSaleHref={null}
            askButton={<AskButton steps={steps} />}
            viewerRefundLeftCents={props.viewer.refundLeftCents}
          />
          <div className="flex">
            <ReceiptLink saleId={sale.saleId} from="order" />
          </div>
          {facts.steps.showLink ? <QrCard key={sale.checkoutUrl} href={props.qrHref} /> : null}
          <ContactCard key={current?.attemptId} sale={sale} show={props.showContact} />
          <OrderFacts facts={facts} storeName={props.storeName} attempts={props.attempts} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <AttemptList attempts={props.attempts} timeOf={facts.timeOf} />
          <History history={props.history} now={now} timeZone={timeZone} />
        </div>
      </div>
      <OpenStep steps={steps} actions={actions} />
    </div>
  );
}
