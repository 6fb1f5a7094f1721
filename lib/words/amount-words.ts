import { isOpen } from "../operation.ts";
import type { Amounts } from "../order-state.ts";
import type { OpenOperation } from "../sale-view.ts";

export type AmountPart = {
  kind: "paid" | "refunded" | "released" | "left" | "open";
  label: string;
  cents: number;
};

/**
 * What became of what was approved: the parts add up to it, and parts of nothing are left out. What an operation without an
 * end is about is a part of its own: it can be said of neither side.
 */
export function amountParts(
  amounts: Amounts,
  open: Pick<OpenOperation, "kind" | "state" | "amountCents"> | null,
): AmountPart[] {
  const { authorizedCents, capturedCents, releasedCents, refundedCents } = amounts;
  const openCents = open && isOpen(open.state) ? (open.amountCents ?? 0) : 0;
  const ofLeft = open?.kind === "capture" || open?.kind === "release" ? openCents : 0;
  const ofPaid = open?.kind === "refund" ? openCents : 0;
  const paidCents = Math.max(0, capturedCents - refundedCents - ofPaid);
  const leftCents = Math.max(0, authorizedCents - capturedCents - releasedCents - ofLeft);
  const parts: AmountPart[] = [
    { kind: "paid", label: refundedCents > 0 || ofPaid > 0 ? "Stays paid" : "Captured", cents: paidCents },
    { kind: "refunded", label: "Refunded", cents: refundedCents },
    { kind: "released", label: "Released", cents: releasedCents },
    {
      kind: "open",
      label: open?.state === "unconfirmed" ? "Not confirmed" : "Under way",
      cents: authorizedCents - paidCents - refundedCents - releasedCents - leftCents,
    },
    { kind: "left", label: "Can be captured", cents: leftCents },
  ];
  return parts.filter((it) => it.cents > 0);
}
