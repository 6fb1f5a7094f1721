import { memo, type ReactNode } from "react";
import type { OrderStore } from "#components/orders/use-live-orders.ts";
import { saleWords } from "#components/sale/sale-words.ts";
import { runsOutAt, statusNow } from "#components/sale/status-now.ts";
import { Amount } from "#components/ui/amount.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ToneBadge } from "#components/ui/status-badge.tsx";
import type { SaleStatus } from "#lib/order-state.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { maskedWords } from "#lib/words/erased-words.ts";
import { orderListWords } from "#lib/words/order-list-words.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

// Status, amount, shopper, reference, when; by whom where there is room. On a phone the same parts make a card.
const columns =
  "grid items-center gap-x-4 grid-cols-[1fr_auto] wide:grid-cols-[11.5rem_7.75rem_minmax(0,1fr)_minmax(0,1.3fr)_6.5rem] desk:gap-x-6 desk:grid-cols-[11.5rem_7.75rem_minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,0.7fr)_7.5rem]";
const heads = ["status", "amount", "shopper", "reference", "by", "when"] as const;
const headClass: Partial<Record<(typeof heads)[number], string>> = {
  amount: "text-right",
  by: "max-desk:hidden",
  when: "text-right",
};

/** A store as far as a line needs it. */
type RowStore = Pick<OrderStore, "id" | "name" | "timeZone">;

export type OrderRowsProps = {
  sales: SaleView[];
  stores: RowStore[];
  now: Date;
  hrefOf: (saleId: string) => string;
};

/** Orders, one a line; each line is one link. */
export function OrderRows({ sales, stores, now, hrefOf }: OrderRowsProps) {
  const words = useWords(orderListWords);
  const places = new Map(stores.map((store) => [store.id, store]));
  return (
    <Frame>
      <ul aria-label={words.title}>
        {sales.map((sale) => {
          const store = places.get(sale.storeId);
          if (!store) return null;
          return (
            <li key={sale.saleId} className="border-line not-first:border-t">
              <OrderRow
                sale={sale}
                store={store}
                now={now}
                href={hrefOf(sale.saleId)}
                withStore={stores.length > 1}
              />
            </li>
          );
        })}
      </ul>
    </Frame>
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  const words = useWords(orderListWords);
  return (
    <div className="overflow-hidden rounded-card border border-line bg-card">
      <div
        aria-hidden
        className={`${columns} h-10 border-line border-b bg-sunken px-4 text-label font-semibold text-soft max-wide:hidden!`}
      >
        {heads.map((head) => (
          <span key={head} className={headClass[head]}>
            {words.heads[head]}
          </span>
        ))}
      </div>
      {children}
    </div>
  );
}

type OrderRowProps = { sale: SaleView; store: RowStore; now: Date; href: string; withStore: boolean };

function OrderRow({ now, ...row }: OrderRowProps) {
  const { sale, store } = row;
  const locale = useLocale();
  const status = statusNow(sale, now);
  const until = sale.openOperation ? null : runsOutAt(sale, status);
  return (
    <Row
      {...row}
      status={status}
      when={timeOrDay(new Date(sale.createdAt), now, { timeZone: store.timeZone, locale })}
      left={until ? <Countdown until={until} now={now} /> : null}
    />
  );
}

type RowProps = Omit<OrderRowProps, "now"> & { status: SaleStatus; when: string; left: ReactNode };

/** What a second changes nothing of is not drawn anew with each. */
const Row = memo(function Row({ sale, store, status, when, left, href, withStore }: RowProps) {
  const words = useWords(orderListWords);
  const locale = useLocale();
  const { label, tone } = saleWords(sale, status, locale);
  const place = withStore ? store.name : sale.register;
  return (
    <Link
      href={href}
      className={`${columns} min-h-14 px-4 py-2.5 text-body -outline-offset-3 transition-colors hover:bg-sunken max-wide:py-3`}
    >
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 max-wide:order-2 max-wide:justify-self-end">
        <ToneBadge tone={tone} label={label} />
      </span>
      {/* What is wider than its column grows to the left, where a status mostly leaves room. */}
      <span className="flex wide:justify-end max-wide:order-1">
        <Amount amountCents={sale.amountCents} currency={sale.currency} locale={locale} size="title" />
        {sale.refundedCents > 0 && sale.refundedCents < sale.capturedCents ? (
          <span className="sr-only">{words.partlyRefunded}</span>
        ) : null}
      </span>
      <span className="min-w-0 max-wide:order-3">
        <span className="block break-words">
          {sale.shopperName ?? maskedWords(sale.sentTo.masked, locale)}
        </span>
        {sale.shopperName ? (
          <span className="block text-label text-soft">{maskedWords(sale.sentTo.masked, locale)}</span>
        ) : null}
      </span>
      <span className="min-w-0 max-wide:order-5 max-wide:col-span-2">
        <span
          className={`block text-label break-words tabular-nums ${sale.receiptNumber ? "desk:text-body" : ""}`}
        >
          {sale.receiptNumber ?? sale.number}
        </span>
        {sale.receiptNumber ? (
          <span className="block text-label break-words text-faint tabular-nums">{sale.number}</span>
        ) : null}
      </span>
      <span className="min-w-0 max-desk:hidden">
        <span className="block truncate">{sale.createdBy}</span>
        {place ? <span className="block truncate text-label text-faint">{place}</span> : null}
      </span>
      <span className="text-right text-label text-soft max-wide:order-4">
        <span className="block">{when}</span>
        {left ? (
          <span className="block">
            {left} {words.left}
          </span>
        ) : null}
      </span>
    </Link>
  );
});
