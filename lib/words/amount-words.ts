import type { Amounts } from "../order-state.ts";

export type AmountPart = { kind: "paid" | "refunded" | "released" | "left"; label: string; cents: number };

/** What became of what was approved: the parts add up to it. Parts of nothing are left out. */
export function amountParts(amounts: Amounts): AmountPart[] {
  const { authorizedCents, capturedCents, releasedCents, refundedCents } = amounts;
  const parts: AmountPart[] = [
    {
      kind: "paid",
      label: refundedCents > 0 ? "Stays paid" : "Captured",
      cents: capturedCents - refundedCents,
    },
    { kind: "refunded", label: "Refunded", cents: refundedCents },
    { kind: "released", label: "Released", cents: releasedCents },
    { kind: "left", label: "Can be captured", cents: authorizedCents - capturedCents - releasedCents },
  ];
  return parts.filter((it) => it.cents > 0);
}
