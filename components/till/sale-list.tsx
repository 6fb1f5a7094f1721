"use client";

import { ArrowRight } from "lucide-react";
import { isToCapture, isWaiting } from "#components/sale/status-now.ts";
import { SaleRow, type SaleRowProps } from "#components/till/sale-row.tsx";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { compareTimes } from "#lib/compare-times.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { tillWords } from "#lib/words/till-words.ts";

export type SaleListProps = {
  sales: SaleView[];
  selectedSaleId?: string | null;
  now: Date;
  timeZone: string;
  hrefOf: (saleId: string) => string;
  state: "ready" | "loading" | "error";
  /** Where every sale of the store can be searched; no link without it. */
  allSalesHref?: string;
};

/** How many sales wait for something, how many of those can be captured, and how many others there are: for the bar on a phone. */
export function countSales(
  sales: SaleView[],
  now: Date,
): { waiting: number; approved: number; today: number } {
  const waiting = sales.filter((sale) => isWaiting(sale, now)).length;
  const approved = sales.filter((sale) => isToCapture(sale, now)).length;
  return { waiting, approved, today: sales.length - waiting };
}

/** The sales of the day beside the till: what waits as cards first, then the others, each group newest first. */
export function SaleList(props: SaleListProps) {
  const { sales, now, state } = props;
  const words = useWords(tillWords);
  const newestFirst = sales.toSorted((a, b) => compareTimes(b.createdAt, a.createdAt));
  const waiting = newestFirst.filter((sale) => isWaiting(sale, now));
  const others = newestFirst.filter((sale) => !isWaiting(sale, now));
  const rowOf = (sale: SaleView): Omit<SaleRowProps, "isCard"> => ({
    ...{ sale, now, timeZone: props.timeZone, href: props.hrefOf(sale.saleId) },
    isSelected: sale.saleId === props.selectedSaleId,
  });
  return (
    <nav aria-label={words.sales} className="flex flex-col gap-6 p-4">
      {state === "error" ? (
        <p role="status" className="rounded-card bg-attention-wash p-4 text-body text-attention">
          {[words.unread, sales.length > 0 ? words.mayBeOld : "", words.tryingAgain]
            .filter(Boolean)
            .join(" ")}
        </p>
      ) : null}
      {state === "loading" && sales.length === 0 ? (
        <LoadingRows label={words.loading} />
      ) : (
        <>
          <Group title={words.waiting(waiting.length)} empty={state === "ready" ? words.nothingWaits : null}>
            {waiting.length > 0 ? (
              <ul className="flex flex-col gap-2">
                {waiting.map((sale) => (
                  <li key={sale.saleId} className="rounded-card bg-card">
                    <SaleRow {...rowOf(sale)} isCard />
                  </li>
                ))}
              </ul>
            ) : null}
          </Group>
          <Group title={words.today} empty={state === "ready" ? words.noneFinished : null}>
            {others.length > 0 ? (
              <ul className="overflow-hidden rounded-card border border-line bg-card">
                {others.map((sale) => (
                  <li key={sale.saleId} className="border-line not-first:border-t">
                    <SaleRow {...rowOf(sale)} isCard={false} />
                  </li>
                ))}
              </ul>
            ) : null}
          </Group>
          {props.allSalesHref ? (
            <Link
              href={props.allSalesHref}
              className="flex min-h-14 items-center justify-end gap-2 rounded-card px-3 text-body font-medium text-soft hover:bg-sunken"
            >
              {words.allOrders} <ArrowRight aria-hidden size={18} />
            </Link>
          ) : null}
        </>
      )}
    </nav>
  );
}

type GroupProps = { title: string; empty: string | null; children: React.ReactNode };

function Group({ title, empty, children }: GroupProps) {
  return (
    <section>
      <h2 className="px-2 pb-2 text-label font-semibold text-faint">{title}</h2>
      {children ??
        (empty ? (
          <p className="rounded-card border border-line border-dashed px-4 py-4 text-body text-faint">
            {empty}
          </p>
        ) : null)}
    </section>
  );
}

function LoadingRows({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton className="mb-3 h-4 w-24 rounded-small" />
      <div className="overflow-hidden rounded-card border border-line bg-card">
        {["a", "b", "c", "d", "e"].map((row) => (
          <div key={row} className="flex h-18 items-center gap-3 border-line px-4 not-first:border-t">
            <Skeleton className="size-8 rounded-full" />
            <div className="flex-1">
              <Skeleton className="h-5 w-28 rounded-small" />
              <Skeleton className="mt-2 h-3 w-40 rounded-small" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
