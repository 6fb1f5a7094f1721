import Link from "next/link";
import { formatTotal } from "#lib/money.ts";
import type { StoreToday } from "#lib/today.ts";

export type StoreTableProps = {
  stores: StoreToday[];
  /** One for all of them, so that two currencies are told apart. */
  locale: string;
  hrefOf: (storeId: string) => string;
};

const parts = ["Taken", "Waiting", "Approved, not captured", "Refunded"] as const;

/** The stores side by side, each with its own figures in its own currency. */
export function StoreTable({ stores, locale, hrefOf }: StoreTableProps) {
  return (
    <section aria-labelledby="by-store" className="overflow-hidden rounded-card border border-line bg-card">
      <h2 id="by-store" className="px-5 pt-5 pb-2 text-label font-semibold text-faint">
        By store
      </h2>
      <ul aria-labelledby="by-store">
        {stores.map((store) => {
          const cents = {
            Taken: store.taken.now.cents,
            Waiting: store.waiting.cents,
            "Approved, not captured": store.approved.cents,
            Refunded: store.refunded.now.cents,
          };
          return (
            <li
              key={store.storeId}
              className="relative grid grid-cols-2 gap-x-4 gap-y-2 border-line px-5 py-3 not-first:border-t has-[a:hover]:bg-sunken wide:grid-cols-[1.4fr_repeat(4,1fr)]"
            >
              <Link
                href={hrefOf(store.storeId)}
                className="flex min-h-11 items-center text-body font-semibold after:absolute after:inset-0 max-wide:col-span-2"
              >
                {store.name}
              </Link>
              <dl className="contents">
                {parts.map((part) => (
                  <div key={part}>
                    <dt className="text-label text-soft">{part}</dt>
                    <dd className="text-body font-semibold tabular-nums">
                      {formatTotal(cents[part], store.currency, locale)}
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
