import { useId } from "react";
import { Bar, Bars, chartHeight, Hatch, lineY } from "#components/today/hour-bars.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { type Currency, formatTotal } from "#lib/money.ts";
import { busyHours, type HourPair } from "#lib/today.ts";
import { hourWords, todayInWords, todayWords } from "#lib/words/today-words.ts";

export type HourChartProps = {
  hours: HourPair[];
  currency: Currency;
  /** The day that is compared with, as "last Thursday". */
  beforeDay: string;
  /** Beside the title, where there is one chart for each currency. */
  withCurrency: boolean;
};

/**
 * What was taken hour by hour, beside the same weekday before. The two are told apart by filled and hatched bars, and the words
 * beside them; a screen reader is read the same as a table.
 */
export function HourChart({ hours, currency, beforeDay, withCurrency }: HourChartProps) {
  const words = useWords(todayWords);
  const locale = useLocale();
  const id = useId();
  const money = (cents: number) => formatTotal(cents, currency, locale);
  const shown = busyHours(hours);
  const most = Math.max(0, ...shown.flatMap((it) => [it.now.cents, it.before.cents]));
  const ceiling = roundUp(most);
  const title = withCurrency ? words.byHourIn(currency) : words.byHour;
  return (
    <section aria-labelledby={id} className="rounded-card border border-line bg-card p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <h2 id={id} className="text-label font-semibold text-faint">
          {title}
        </h2>
        <ul aria-hidden className="flex gap-4 text-label text-soft">
          <Key look="fill-accent" name={words.today} />
          <Key look="hatched" name={beforeDay.charAt(0).toUpperCase() + beforeDay.slice(1)} />
        </ul>
      </div>
      {most === 0 ? (
        <p className="py-10 text-center text-body text-soft">{words.nothingTaken(beforeDay)}</p>
      ) : (
        <div aria-hidden className="mt-3 flex gap-2">
          <Scale ceiling={ceiling} currency={currency} locale={locale} />
          <Bars hours={shown} ceiling={ceiling} money={money} beforeDay={beforeDay} />
        </div>
      )}
      {/* A table is as wide as its words, however small it is told to be. */}
      <div className="sr-only">
        <table>
          <caption>{words.byHourTable(title, beforeDay)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.hour}</th>
              <th scope="col">{words.today}</th>
              <th scope="col">{beforeDay}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((it) => (
              <tr key={it.key}>
                <th scope="row">{hourWords(it, locale)}</th>
                <td>{todayInWords(it, money, locale)}</td>
                <td>{money(it.before.cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Key({ look, name }: { look: "fill-accent" | "hatched"; name: string }) {
  return (
    <li className="flex items-center gap-2">
      <svg width="18" height="14" aria-hidden="true">
        {look === "hatched" ? <Hatch id="key-hatch" /> : null}
        <Bar look={look} hatchId="key-hatch" x="1" y={1} width="16" height={12} />
      </svg>
      {name}
    </li>
  );
}

type ScaleProps = { ceiling: number; currency: Currency; locale: string };

/** What the lines across stand for, in whole units. As wide as the longest, which another country's sign makes longer. */
function Scale({ ceiling, currency, locale }: ScaleProps) {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 });
  const lines = [1, 0.5, 0].map((part) => ({ part, amount: format.format((ceiling * part) / 100) }));
  const longest = Math.max(...lines.map((it) => it.amount.length));
  return (
    <div
      className="relative shrink-0 text-right text-label whitespace-nowrap text-soft tabular-nums"
      style={{ height: chartHeight, width: `${longest}ch` }}
    >
      {lines.map(({ part, amount }) => (
        <span key={part} className="absolute right-0 -translate-y-1/2" style={{ top: lineY(part) }}>
          {amount}
        </span>
      ))}
    </div>
  );
}

/** The next amount that is easy to halve and to read, in cents: 20.00, 50.00, 100.00, 200.00, 400.00 … */
function roundUp(cents: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(cents, 1000)));
  const steps = [1, 2, 4, 6, 8, 10];
  return size * (steps.find((step) => step * size >= cents) ?? 10);
}
