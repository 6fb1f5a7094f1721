import type { LineOwner } from "./payout.ts";
import type { Placement } from "./payout-match.ts";

/** What some lines come to. */
export type LineSum = {
  owner: LineOwner;
  /** Empty unless a store's. */
  storeId: string;
  typeCode: string;
  lines: number;
  amountCents: number;
  oursCents: number;
};

/** Adds a payout's lines up, by whose they are and by type. `placements` are in the order of the lines. */
export function sumLines(
  lines: { typeCode: string; amountCents: number }[],
  placements: Placement[],
): LineSum[] {
  const sums = new Map<string, LineSum>();
  lines.forEach(({ typeCode, amountCents }, index) => {
    const placement = placements[index];
    if (!placement) return;
    const { owner } = placement;
    const storeId = placement.storeId ?? "";
    const key = `${owner} ${storeId} ${typeCode}`;
    const sum = sums.get(key) ?? { owner, storeId, typeCode, lines: 0, amountCents: 0, oursCents: 0 };
    sum.lines += 1;
    sum.amountCents += amountCents;
    sum.oursCents += placement.oursCents;
    sums.set(key, sum);
  });
  return [...sums.values()];
}
