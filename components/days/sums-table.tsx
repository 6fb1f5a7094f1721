"use client";

import { useId } from "react";
import { useLocale, useWords } from "#components/ui/language.tsx";
import type { DaySums, Sum } from "#lib/day-report.ts";
import type { Currency } from "#lib/money.ts";
import { formatTotal } from "#lib/money.ts";
import { dayPageWords } from "#lib/words/day-page-words.ts";
import { sumNames, sumWords } from "#lib/words/day-words.ts";

/** Numbers of a day in rows: what each person did, or what was done at each register. */
export function SumsTable(props: {
  title: string;
  rows: { name: string; sums: DaySums }[];
  currency: Currency;
}) {
  const words = useWords(sumWords);
  const heads = sumNames.map((it) => words[it]);
  const rows = props.rows.map(({ name, sums }) => ({ name, cells: sumNames.map((it) => sums[it]) }));
  return <Table title={props.title} heads={heads} rows={rows} currency={props.currency} />;
}

/** The sales of a day by what they are now. */
export function StatusTable(props: {
  title: string;
  rows: { name: string; sum: Sum }[];
  currency: Currency;
}) {
  const words = useWords(sumWords);
  const rows = props.rows.map(({ name, sum }) => ({ name, cells: [sum] }));
  return <Table title={props.title} heads={[words.started]} rows={rows} currency={props.currency} />;
}

type TableProps = {
  title: string;
  heads: string[];
  rows: { name: string; cells: Sum[] }[];
  currency: Currency;
};

function Table({ title, heads, rows, currency }: TableProps) {
  const locale = useLocale();
  const words = useWords(dayPageWords);
  const id = useId();
  // On a phone a name has a line of its own, above its numbers, each of which says what it is: four do not fit beside each other.
  const isWide = heads.length > 1;
  const line = isWide ? "max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-4" : "";
  const money = (cents: number) => formatTotal(cents, currency, locale);
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col gap-2 rounded-card print:block border border-line bg-card p-4 sm:p-5 print:rounded-none print:border-0 print:p-0"
    >
      <h2 id={id} className="text-label font-semibold text-faint print:break-after-avoid">
        {title}
      </h2>
      {rows.length === 0 ? (
        <p className="text-body text-soft">{words.nothing}</p>
      ) : (
        <table className="w-full text-label tabular-nums sm:text-body print:text-label">
          <thead className={isWide ? "max-sm:sr-only" : ""}>
            <tr className="border-line border-b text-label text-soft">
              <td />
              {heads.map((head) => (
                <th key={head} scope="col" className="py-1 text-right font-medium sm:pl-2">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and rows keep their places
              <tr key={row} className={`border-line not-first:border-t print:break-inside-avoid ${line}`}>
                <th
                  scope="row"
                  className={`py-1.5 text-left font-medium wrap-anywhere print:py-0.5 ${isWide ? "max-sm:col-span-2 max-sm:pb-0" : ""}`}
                >
                  {name}
                </th>
                {cells.map((cell, column) => (
                  <td
                    key={heads[column]}
                    className={`py-1.5 text-right align-top sm:pl-2 print:py-0.5 ${isWide ? "max-sm:text-left" : ""}`}
                  >
                    {isWide ? (
                      <span aria-hidden className="block text-soft sm:hidden">
                        {heads[column]}
                      </span>
                    ) : null}
                    {cell.count === 0 ? (
                      <span className="text-faint">–</span>
                    ) : (
                      <>
                        <span className="block whitespace-nowrap print:inline">
                          {money(cell.amountCents)}
                        </span>
                        <span className="block text-label text-faint print:ml-2 print:inline">
                          {cell.count}×
                        </span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
