import { useId } from "react";
import { useLocale, useWords } from "#components/ui/language.tsx";
import type { HourPair } from "#lib/today.ts";
import { hourWords, todayInWords, todayWords } from "#lib/words/today-words.ts";

/** How tall the picture is, in pixels, with room above for an amount and below for the hours. */
export const chartHeight = 190;
const top = 22;
const bottom = 24;
const plot = chartHeight - top - bottom;

/** How far from the top the line stands that a part (0 to 1) of the highest amount is drawn to. */
export function lineY(part: number): number {
  return top + plot * (1 - part);
}

/** Lines across, so that the bar is told from a filled one in grey, too. */
export function Hatch({ id }: { id: string }) {
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

/** A bar of the chart: today's is filled, the other day's hatched. */
export function Bar({ look, hatchId, ...box }: BarProps) {
  if (look === "fill-accent") return <rect {...box} rx="2" className="fill-accent" />;
  return <rect {...box} rx="2" fill={`url(#${hatchId})`} strokeWidth="1" className="stroke-edge" />;
}

export type BarsProps = {
  hours: HourPair[];
  ceiling: number;
  money: (cents: number) => string;
  beforeDay: string;
};

/** The bars of all hours, with the amount over the best one. */
export function Bars({ hours, ceiling, money, beforeDay }: BarsProps) {
  const words = useWords(todayWords);
  const locale = useLocale();
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
    <svg width="100%" height={chartHeight} className="min-w-0 flex-1" aria-hidden="true">
      <Hatch id={hatchId} />
      {[1, 0.5, 0].map((part) => {
        const y = lineY(part);
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
              y={chartHeight - 6}
              textAnchor="middle"
              className={`fill-soft text-label tabular-nums ${index % every === 0 ? "" : "max-desk:hidden"}`}
            >
              {it.key}
            </text>
            <rect x={at(0)} y="0" width={`${slot}%`} height={chartHeight} fill="transparent">
              <title>
                {words.inHour(
                  hourWords(it, locale),
                  todayInWords(it, money, locale),
                  beforeDay,
                  money(it.before.cents),
                )}
              </title>
            </rect>
          </g>
        );
      })}
    </svg>
  );
}

/** A label at an edge of the picture leans inwards. */
function anchorOf(index: number, count: number): "start" | "middle" | "end" {
  if (index / count < 0.15) return "start";
  return index / count > 0.8 ? "end" : "middle";
}
