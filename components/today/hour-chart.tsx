import { useId } from "react";
import { type Currency, formatTotal } from "#lib/money.ts";
import { busyHours, type HourPair } from "#lib/today.ts";
import { hourWords } from "#lib/words/today-words.ts";

export type HourChartProps = {
  hours: HourPair[];
  currency: Currency;
  locale: string;
  /** The day that is compared with, as "last Thursday". */
  beforeDay: string;
  /** Beside the title, where there is one chart for each currency. */
  withCurrency: boolean;
};

const height = 190;
const top = 22;
const bottom = 24;
const plot = height - top - bottom;

/**
 * What was taken hour by hour, beside the same weekday before. The two are told apart by filled and hatched bars, and the words
 * beside them; a screen reader is read the same as a table.
 */
export function HourChart({ hours, currency, locale, beforeDay, withCurrency }: HourChartProps) {
  const id = useId();
  const money = (cents: number) => formatTotal(cents, currency, locale);
  const shown = busyHours(hours);
  const most = Math.max(0, ...shown.flatMap((it) => [it.now.cents, it.before.cents]));
  const ceiling = roundUp(most);
  const title = withCurrency ? `Taken by the hour, ${currency}` : "Taken by the hour";
  return (
    <section aria-labelledby={id} className="rounded-card border border-line bg-card p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <h2 id={id} className="text-label font-semibold text-faint">
          {title}
        </h2>
        <ul aria-hidden className="flex gap-4 text-label text-soft">
          <Key look="fill-accent" name="Today" />
          <Key look="hatched" name={beforeDay.charAt(0).toUpperCase() + beforeDay.slice(1)} />
        </ul>
      </div>
      {most === 0 ? (
        <p className="py-10 text-center text-body text-soft">
          Nothing was taken yet, nor {beforeDay}. The first capture draws the first bar.
        </p>
      ) : (
        <div aria-hidden className="mt-3 flex gap-2">
          <Scale ceiling={ceiling} currency={currency} locale={locale} />
          <Bars hours={shown} ceiling={ceiling} money={money} beforeDay={beforeDay} />
        </div>
      )}
      <table className="sr-only">
        <caption>
          {title}, today and {beforeDay}
        </caption>
        <thead>
          <tr>
            <th scope="col">Hour</th>
            <th scope="col">Today</th>
            <th scope="col">{beforeDay}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((it) => (
            <tr key={it.key}>
              <th scope="row">{hourWords(it)}</th>
              <td>{todayIn(it, money)}</td>
              <td>{money(it.before.cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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

/** Lines across, so that the bar is told from a filled one in grey, too. */
function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-card" />
        <rect width="2" height="6" className="fill-edge" />
      </pattern>
    </defs>
  );
}

type BarProps = {
  look: "fill-accent" | "hatched";
  hatchId: string;
  x: string;
  y: number;
  width: string;
  height: number;
};

function Bar({ look, hatchId, ...box }: BarProps) {
  if (look === "fill-accent") return <rect {...box} rx="2" className="fill-accent" />;
  return <rect {...box} rx="2" fill={`url(#${hatchId})`} strokeWidth="1" className="stroke-edge" />;
}

type ScaleProps = { ceiling: number; currency: Currency; locale: string };

/** What the lines across stand for, in whole units. */
function Scale({ ceiling, currency, locale }: ScaleProps) {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 });
  return (
    <div className="relative w-14 shrink-0 text-right text-label text-soft tabular-nums" style={{ height }}>
      {[1, 0.5, 0].map((part) => (
        <span
          key={part}
          className="absolute right-0 -translate-y-1/2"
          style={{ top: top + plot * (1 - part) }}
        >
          {format.format((ceiling * part) / 100)}
        </span>
      ))}
    </div>
  );
}

type BarsProps = { hours: HourPair[]; ceiling: number; money: (cents: number) => string; beforeDay: string };

function Bars({ hours, ceiling, money, beforeDay }: BarsProps) {
  const hatchId = useId();
  const slot = 100 / hours.length;
  const tall = (cents: number) => (plot * cents) / ceiling;
  const best = hours.reduce((most, it) => (it.now.cents > most.now.cents ? it : most));
  const bestAt = hours.indexOf(best);
  // Its amount is wider than its bar: it stands above those beside it, too.
  const around = hours.slice(Math.max(0, bestAt - 2), bestAt + 3);
  const labelY = top + plot - tall(Math.max(...around.flatMap((it) => [it.now.cents, it.before.cents]))) - 6;
  // Narrow screens have room for every third name once there are many.
  const every = hours.length > 12 ? 3 : hours.length > 8 ? 2 : 1;
  return (
    <svg width="100%" height={height} className="min-w-0 flex-1" aria-hidden="true">
      <Hatch id={hatchId} />
      {[1, 0.5, 0].map((part) => {
        const y = top + plot * (1 - part);
        return <line key={part} x1="0" x2="100%" y1={y} y2={y} className="stroke-line" />;
      })}
      {hours.map((it, index) => {
        const at = (part: number) => `${(index + part) * slot}%`;
        const [before, now] = [tall(it.before.cents), tall(it.now.cents)];
        return (
          <g key={it.key}>
            {before > 0 ? (
              <Bar
                look="hatched"
                hatchId={hatchId}
                x={at(0.1)}
                y={top + plot - before}
                width={`${slot * 0.36}%`}
                height={before}
              />
            ) : null}
            {now > 0 ? (
              <Bar
                look="fill-accent"
                hatchId={hatchId}
                x={at(0.52)}
                y={top + plot - now}
                width={`${slot * 0.38}%`}
                height={now}
              />
            ) : null}
            {it === best && now > 0 ? (
              <text
                x={at(0.71)}
                y={labelY}
                textAnchor={anchorOf(index, hours.length)}
                className="fill-ink text-label font-semibold"
              >
                {money(it.now.cents)}
              </text>
            ) : null}
            <text
              x={at(0.5)}
              y={height - 6}
              textAnchor="middle"
              className={`fill-soft text-label tabular-nums ${index % every === 0 ? "" : "max-desk:hidden"}`}
            >
              {it.key}
            </text>
            <rect x={at(0)} y="0" width={`${slot}%`} height={height} fill="transparent">
              <title>
                {`${hourWords(it)}: ${todayIn(it, money)}, ${beforeDay} ${money(it.before.cents)}`}
              </title>
            </rect>
          </g>
        );
      })}
    </svg>
  );
}

function todayIn({ state, now }: HourPair, money: (cents: number) => string): string {
  if (state === "left_out") return "no such hour today";
  return state === "ahead" ? "still to come" : money(now.cents);
}

/** A label at an edge of the picture leans inwards. */
function anchorOf(index: number, count: number): "start" | "middle" | "end" {
  if (index / count < 0.15) return "start";
  return index / count > 0.8 ? "end" : "middle";
}

/** The next amount that is easy to halve and to read, in cents: 20.00, 50.00, 100.00, 200.00, 400.00 … */
function roundUp(cents: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(cents, 1000)));
  const steps = [1, 2, 4, 6, 8, 10];
  return size * (steps.find((step) => step * size >= cents) ?? 10);
}
