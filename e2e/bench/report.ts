import { ratios, type Spread, spreadOf } from "./statistics.ts";

/** A limit a figure is held against. */
export type Goal = { of: "ours" | "ratio"; relation: "≤" | "≥"; limit: number };

/** One measured figure: each turn of ours and of the baseline beside it. Without a goal it is there to explain others. */
export type Measurement = {
  bench: string;
  what: string;
  unit: string;
  ours: number[];
  baseline?: { name: string; turns: number[] };
  goal?: Goal;
};

/** A measurement as it is printed and kept. */
export type Figure = Omit<Measurement, "ours" | "baseline"> & {
  ours: Spread;
  baseline: (Spread & { name: string }) | null;
  ratio: Spread | null;
  /** Each turn as it was measured. */
  turns: { ours: number[]; baseline: number[] };
  /** Null where there is no goal. */
  met: boolean | null;
};

/** Sums up a measurement's turns and holds it against its goal: the median decides. */
export function figureOf({ ours, baseline, ...rest }: Measurement): Figure {
  const ratio = baseline ? spreadOf(ratios(ours, baseline.turns)) : null;
  const figure = {
    ...rest,
    ours: spreadOf(ours),
    baseline: baseline ? { name: baseline.name, ...spreadOf(baseline.turns) } : null,
    ratio,
    turns: { ours, baseline: baseline?.turns ?? [] },
  };
  const value = rest.goal ? figure[rest.goal.of]?.median : undefined;
  return { ...figure, met: rest.goal ? isWithin(rest.goal, value) : null };
}

function isWithin({ relation, limit }: Goal, value: number | undefined): boolean {
  if (value === undefined || Number.isNaN(value)) return false;
  return relation === "≤" ? value <= limit : value >= limit;
}

/** By how much a goal is missed, in one sentence; null for a figure that met its goal or has none. */
export function missed({ bench, what, goal, met, ...figure }: Figure): string | null {
  if (met !== false || !goal) return null;
  const value = figure[goal.of]?.median ?? Number.NaN;
  const unit = goal.of === "ratio" ? "×" : ` ${figure.unit}`;
  const away = Math.abs(value - goal.limit);
  const by = goal.limit === 0 ? written(away) : `${Math.round((away / goal.limit) * 100)} %`;
  return `${bench}, ${what}: ${written(value)}${unit}, the goal is ${goal.relation} ${written(goal.limit)}${unit}: missed by ${by}.`;
}

/** The figures as a table in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const head = ["| | ours | beside it | ratio | goal | |", "| --- | ---: | ---: | ---: | ---: | --- |"];
  return [...head, ...figures.map(rowOf)].join("\n");
}

function rowOf({ bench, what, unit, ours, baseline, ratio, goal, met }: Figure): string {
  const limit = goal
    ? `${goal.relation} ${written(goal.limit)}${goal.of === "ratio" ? "×" : ` ${unit}`}`
    : "";
  const cells = [
    `${bench}: ${what}`,
    `${spreadText(ours)} ${unit}`,
    baseline ? `${baseline.name} ${spreadText(baseline)}` : "",
    ratio ? spreadText(ratio) : "",
    limit,
    met === null ? "" : met ? "met" : "**missed**",
  ];
  return `| ${cells.join(" | ")} |`;
}

const spreadText = ({ median, least, most }: Spread) =>
  `${written(median)} (${written(least)} to ${written(most)})`;

/** Three digits that count, and every digit before the point. */
function written(value: number): string {
  const whole = Math.abs(value) >= 100;
  const text = whole ? Math.round(value).toString() : Number(value.toPrecision(3)).toString();
  return whole ? text.replace(/\B(?=(\d{3})+$)/g, ",") : text;
}
