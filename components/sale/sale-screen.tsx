"use client";

import { ArrowLeft } from "lucide-react";
import { TurnedDisplay } from "#components/display/turned-display.tsx";
import { ReceiptLink } from "#components/receipt/receipt-link.tsx";
import { History } from "#components/sale/history.tsx";
import { QrCard } from "#components/sale/qr-card.tsx";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { SaleHead } from "#components/sale/sale-head.tsx";
import { SaleNextSteps } from "#components/sale/sale-next-steps.tsx";
import { AskButton, openMoney, SaleNotices } from "#components/sale/sale-notices.tsx";
import { saleWords } from "#components/sale/sale-words.ts";
import { SayCard } from "#components/sale/say-card.tsx";
import { OpenStep } from "#components/sale/step-sheets.tsx";
import { useApproval } from "#components/sale/use-approval.ts";
import { useSaleSteps } from "#components/sale/use-sale-steps.ts";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { RefundTerms } from "#lib/refund-terms.ts";
import type { SaleViewer } from "#lib/sale-steps.ts";
import type { HistoryLineView, SaleView } from "#lib/sale-view.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";
import { confirmedWords } from "#lib/words/time-words.ts";

export type SaleScreenProps = {
  sale: SaleView;
  history: HistoryLineView[];
  viewer: SaleViewer;
  refundTerms: RefundTerms;
  now: Date;
  timeZone: string;
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
  const { sale, actions, now, timeZone } = props;
  const steps = useSaleSteps(props);
  const { facts, underWay } = steps;
  const { status, locale } = facts;
  const words = useWords(saleScreenWords);
  const celebrates = useApproval(status);
  const isHeldUp = underWay !== null || openMoney(steps) !== null;
  return (
    <div className="@container mx-auto flex w-full max-w-220 flex-col gap-4 p-3 sm:p-6 sm:pt-3">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4">
        <Link
          href={props.newSaleHref}
          className="-ml-2 flex min-h-12 items-center gap-2 rounded-card px-2 text-body font-semibold hover:bg-sunken"
        >
          <ArrowLeft aria-hidden size={20} /> {words.newSale}
        </Link>
        <p className="text-label text-soft">
          {confirmedWords(sale.confirmedAt ? new Date(sale.confirmedAt) : null, sale.confirmedBy, now, {
            timeZone,
            locale,
          })}
        </p>
      </div>
      <h1 className="sr-only">{words.sale(sale.number)}</h1>
      <p aria-live="polite" className="sr-only">
        {facts.money(sale.amountCents)}: {underWay ?? saleWords(sale, status, locale).label}
      </p>
      <SaleHead facts={facts} celebrates={celebrates} />
      <SaleNotices steps={steps} actions={actions} history={props.history} />
      <div className="grid gap-4 @xl:grid-cols-[1fr_15.5rem] @xl:grid-rows-[auto_1fr] @xl:items-start">
        {facts.steps.showLink ? (
          <div className="@xl:col-start-2 @xl:row-span-2 @xl:row-start-1">
            <QrCard key={sale.checkoutUrl} href={props.qrHref} />
          </div>
        ) : null}
        <SaleNextSteps
          steps={steps}
          newSaleHref={props.newSaleHref}
          askButton={<AskButton steps={steps} />}
          viewerRefundLeftCents={props.viewer.refundLeftCents}
        />
        {isHeldUp ? null : <SayCard status={status} shopperLocale={sale.shopperLocale} />}
      </div>
      <div className="flex flex-wrap gap-2">
        <TurnedDisplay sale={sale} qrHref={props.qrHref} now={now} />
        <ReceiptLink saleId={sale.saleId} from="sale" />
      </div>
      <History history={props.history} now={now} timeZone={timeZone} />
      <p className="text-label text-faint">
        {sale.number} · {words.startedBy(sale.createdBy)}
        {sale.register ? ` · ${sale.register}` : ""}
      </p>
      <OpenStep steps={steps} actions={actions} />
    </div>
  );
}
