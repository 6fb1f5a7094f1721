/** What several turns of one measurement came to: the one in the middle, and the two at the ends. */
export type Spread = { median: number; least: number; most: number };

/**
 * The value that this share of all are no greater than (0.99: the 99th percentile, by the nearest rank). Throws a RangeError for no
 * values at all.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new RangeError("no values to take a percentile of");
  return value;
}

/** The value in the middle; of an even number the mean of the two. Throws a RangeError for no values at all. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError("no values to take a median of");
  return (lower + upper) / 2;
}

/** The spread of a measurement over its turns. */
export function spreadOf(turns: readonly number[]): Spread {
  return { median: median(turns), least: Math.min(...turns), most: Math.max(...turns) };
}

/** The ratios of two measurements that took turns, each to its own neighbour: what the machine did meanwhile met both. */
export function ratios(ours: readonly number[], baseline: readonly number[]): number[] {
  if (ours.length !== baseline.length) throw new RangeError("the two did not take as many turns");
  return ours.map((value, turn) => value / (baseline[turn] ?? Number.NaN));
}
