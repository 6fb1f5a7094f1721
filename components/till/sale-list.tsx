import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { isWaiting } from "#components/sale/status-now.ts";
import { SaleRow } from "#components/till/sale-row.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { SaleView } from "#lib/sale-view.ts";

export type SaleListProps = {
  sales: SaleView[];
  selectedSaleId?: string | null;
  now: Date;
  timeZone: string;
  locale: string;
  hrefOf: (saleId: string) => string;
  state: "ready" | "loading" | "error";
  /** Where every sale of the store can be searched; no link without it. */
  allSalesHref?: string;
};

/** How many sales wait for something, and how many of the others there are: for the bar on a phone. */
export function countSales(sales: SaleView[], now: Date): { waiting: number; today: number } {
  const waiting = sales.filter((sale) => isWaiting(sale, now)).length;
  return { waiting, today: sales.length - waiting };
}

/** The sales of the day beside the till, what waits first, each group newest first. */
export function SaleList(props: SaleListProps) {
  const { sales, now, state } = props;
  const newestFirst = sales.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const waiting = newestFirst.filter((sale) => isWaiting(sale, now));
  const others = newestFirst.filter((sale) => !isWaiting(sale, now));
  return (
    <nav aria-label="Sales" className="flex flex-col gap-6 p-4">
      {state === "error" ? (
        <p role="status" className="rounded-card bg-attention-wash p-4 text-body text-attention">
          The list could not be read. {sales.length > 0 ? "It may be out of date. " : ""}Trying again…
        </p>
      ) : null}
      {state === "loading" && sales.length === 0 ? (
        <LoadingRows />
      ) : (
        <>
          <Group
            {...props}
            title={`Waiting (${waiting.length})`}
            sales={waiting}
            empty="Nothing waits."
            isTall
          />
          <Group {...props} title="Today" sales={others} empty="No finished sales yet." />
          {props.allSalesHref ? (
            <Link
              href={props.allSalesHref}
              className="flex min-h-14 items-center justify-end gap-2 rounded-card px-3 text-body font-medium text-soft hover:bg-sunken"
            >
              All orders <ArrowRight aria-hidden size={18} />
            </Link>
          ) : null}
        </>
      )}
    </nav>
  );
}

type GroupProps = SaleListProps & { title: string; empty: string; isTall?: boolean };

function Group({ title, sales, empty, state, isTall = false, ...rest }: GroupProps) {
  return (
    <section>
      <h2 className="px-2 pb-2 text-label font-semibold text-faint">{title}</h2>
      {sales.length === 0 ? (
        state === "ready" ? (
          <p className="rounded-card border border-line border-dashed px-4 py-4 text-body text-faint">
            {empty}
          </p>
        ) : null
      ) : (
        <ul className="overflow-hidden rounded-card border border-line bg-card">
          {sales.map((sale) => (
            <li key={sale.saleId} className="border-line not-first:border-t">
              <SaleRow
                sale={sale}
                now={rest.now}
                timeZone={rest.timeZone}
                locale={rest.locale}
                href={rest.hrefOf(sale.saleId)}
                isSelected={sale.saleId === rest.selectedSaleId}
                isTall={isTall}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LoadingRows() {
  return (
    <div role="status" aria-label="Loading the sales">
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
