import { isOpen } from "../operation.ts";
import type { Amounts, SaleStatus } from "../order-state.ts";
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

/** What is said of an order that shows no approval: only what is known. */
export function approvedWords(status: SaleStatus): string {
  if (status === "checking" || status === "unconfirmed") return "Not known yet whether anything is approved";
  return status === "creating" || status === "link_sent" ? "Nothing is approved yet" : "Nothing was approved";
}

/** What is approved and not captured, in words: it can be until the approval is over. */
export function leftWords(status: SaleStatus): string {
  if (status === "authorized" || status === "partially_captured") return "Can be captured";
  return status === "checking" ? "Not captured as far as is known" : "Not captured";
}
