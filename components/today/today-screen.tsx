"use client";

import { ReceiptText } from "lucide-react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { useGatewayDownSince, useLiveSales, useServerNow } from "#components/live/live-provider.tsx";
import { useRefreshWhenTold } from "#components/live/use-refresh-when-told.ts";
import { OrderRows } from "#components/orders/order-rows.tsx";
import { FigureCards } from "#components/today/figure-cards.tsx";
import { HourChart } from "#components/today/hour-chart.tsx";
import { MatterList, type MatterStore } from "#components/today/matter-list.tsx";
import { StoreTable } from "#components/today/store-table.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { expiryWarnings } from "#lib/expiry-warning.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { type StoreToday, sumByCurrency } from "#lib/today.ts";
import type { Matter } from "#lib/today-matters.ts";
import { dayName, lastWeekday, todayWords } from "#lib/words/today-words.ts";

export type TodayScreenProps = {
  /** The stores that are shown; never none. */
  stores: StoreToday[];
  /** All the viewer can choose from. */
  choices: MatterStore[];
  /** All stores the viewer works in, also those whose day they may not see: each of their approvals is warned of somewhere. */
  places: MatterStore[];
  /** The one that was chosen; null: all of them. */
  chosen: string | null;
  matters: Matter[];
  newest: SaleView[];
  /** What is approved and not captured in the chosen store, or in all the viewer works in, and runs out within hours. */
  approved: SaleView[];
  gatewayDownSince: string | null;
  seq: number;
  refresh: () => void;
};

/** As many of the day's sales as the server sends. */
const newestShown = 8;

/** The day at a glance: how much, what needs somebody, hour by hour, and the newest sales, live. */
export function TodayScreen(props: TodayScreenProps) {
  const { stores, choices, places, chosen, matters } = props;
  const words = useWords(todayWords);
  const locale = useLocale();
  const ids = stores.map((it) => it.storeId);
  const now = useServerNow();
  useRefreshWhenTold(props.seq, ids, props.refresh);
  const gatewayDownSince = useGatewayDownSince(props.gatewayDownSince);
  const warned = chosen ? ids : places.map((it) => it.id);
  const warnings = expiryWarnings(useLiveSales(props.approved, ...warned), now);
  const begins = new Map(stores.map((it) => [it.storeId, it.from]));
  const newest = useLiveSales(props.newest, ...ids)
    .filter((it) => it.createdAt >= (begins.get(it.storeId) ?? ""))
    .slice(0, newestShown);
  const [first] = stores;
  if (!first) return null;
  const beforeDay = lastWeekday(first.beforeDate, locale);
  const figures = sumByCurrency(stores);
  const storeParam = chosen ? `store=${encodeURIComponent(chosen)}` : "";
  return (
    <DeskPage title={words.title} lead={dayName(first.date, locale)}>
      {choices.length > 1 ? <StoreChoice choices={choices} chosen={chosen} /> : null}
      <FigureCards
        figures={figures}
        beforeDay={beforeDay}
        hrefOf={(group) => `/orders?${[storeParam, `status=${group}`].filter(Boolean).join("&")}`}
      />
      <MatterList
        matters={matters}
        warnings={warnings}
        gatewayDownSince={gatewayDownSince}
        stores={places}
        now={now}
      />
      <div className={figures.length > 1 ? "grid gap-4 desk:grid-cols-2" : ""}>
        {figures.map((it) => (
          <HourChart
            key={it.currency}
            hours={it.hours}
            currency={it.currency}
            beforeDay={beforeDay}
            withCurrency={figures.length > 1}
          />
        ))}
      </div>
      {stores.length > 1 ? <StoreTable stores={stores} hrefOf={hrefOfStore} /> : null}
      <section aria-labelledby="newest" className="flex flex-col gap-3">
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
          <h2 id="newest" className="text-label font-semibold text-faint">
            {words.newest}
          </h2>
          <Link
            href={`/orders${storeParam && `?${storeParam}`}`}
            className="-mr-2 flex min-h-11 items-center rounded-card px-2 text-body font-semibold underline decoration-edge underline-offset-4"
          >
            {words.allOrders}
          </Link>
        </div>
        {newest.length === 0 ? (
          <NoSales />
        ) : (
          <OrderRows sales={newest} stores={stores.map(placeOf)} now={now} hrefOf={(id) => `/orders/${id}`} />
        )}
      </section>
    </DeskPage>
  );
}

const hrefOfStore = (storeId: string) => `/today?store=${encodeURIComponent(storeId)}`;

function placeOf({ storeId: id, name, timeZone }: StoreToday): MatterStore {
  return { id, name, timeZone };
}

function NoSales() {
  const words = useWords(todayWords);
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-line border-dashed px-6 py-10 text-center">
      <ReceiptText aria-hidden size={28} className="text-faint" />
      <p className="text-body font-semibold">{words.noSales}</p>
      <p className="text-body text-soft">{words.noSalesLine}</p>
    </div>
  );
}

const chip =
  "inline-flex min-h-11 items-center rounded-full border px-4 text-body font-medium whitespace-nowrap transition-colors";
const look = (isOn: boolean) =>
  isOn ? "border-accent bg-accent-wash text-accent" : "border-line bg-card text-soft hover:bg-sunken";

function StoreChoice({ choices, chosen }: Pick<TodayScreenProps, "choices" | "chosen">) {
  const words = useWords(todayWords);
  return (
    <nav aria-label={words.store} className="flex flex-wrap gap-2">
      {[null, ...choices].map((it) => {
        const isOn = chosen === (it?.id ?? null);
        return (
          <Link
            key={it?.id ?? ""}
            href={it ? hrefOfStore(it.id) : "/today"}
            aria-current={isOn ? "true" : undefined}
            className={`${chip} ${look(isOn)}`}
          >
            {it?.name ?? words.allStores}
          </Link>
        );
      })}
    </nav>
  );
}
