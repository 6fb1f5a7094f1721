import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { formatTotal } from "#lib/money.ts";
import type { StoreToday } from "#lib/today.ts";
import { todayWords } from "#lib/words/today-words.ts";

export type StoreTableProps = {
  stores: StoreToday[];
  hrefOf: (storeId: string) => string;
};

/** The stores side by side, each with its own figures in its own currency. */
export function StoreTable({ stores, hrefOf }: StoreTableProps) {
  const words = useWords(todayWords);
  const locale = useLocale();
  return (
    <section aria-labelledby="by-store" className="overflow-hidden rounded-card border border-line bg-card">
      <h2 id="by-store" className="px-5 pt-5 pb-2 text-label font-semibold text-faint">
        {words.byStore}
      </h2>
      <ul aria-labelledby="by-store">
        {stores.map((store) => {
          const parts: [name: string, cents: number][] = [
            [words.taken, store.taken.now.cents],
            [words.waiting, store.waiting.cents],
            [words.approved, store.approved.cents],
            [words.refunded, store.refunded.now.cents],
          ];
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
                {parts.map(([name, cents]) => (
                  <div key={name}>
                    <dt className="text-label text-soft">{name}</dt>
                    <dd className="text-body font-semibold tabular-nums">
                      {formatTotal(cents, store.currency, locale)}
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
