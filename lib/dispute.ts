import { compareTimes } from "./compare-times.ts";
import type { Currency } from "./money.ts";

/** How far a dispute has come, as its newest event says; the later one of two counts as further. */
export const disputeStages = ["input_requested", "deadline_approaching", "closed"] as const;
export type DisputeStage = (typeof disputeStages)[number];

/** The stages in which the merchant may still answer. */
export const openStages = ["input_requested", "deadline_approaching"] as const satisfies DisputeStage[];

export const disputeOutcomes = ["customer_win", "merchant_win", "neutral"] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

/** What one event said of a dispute. Null: it said nothing of it, or nothing that can be read. */
export type DisputeReport = {
  disputeId: string;
  stage: DisputeStage;
  outcome: DisputeOutcome | null;
  reference: string | null;
  type: string | null;
  status: string | null;
  amountCents: number | null;
  currency: Currency | null;
  dueAt: Date | null;
};

/** A dispute as screens show it. Times are ISO 8601. */
export type DisputeView = {
  disputeId: string;
  storeId: string | null;
  saleId: string | null;
  saleNumber: string | null;
  /** Whose order it is about: a sale of ours, the merchant's other channels, or an order nobody here knows. */
  about: "sale" | "other_channel" | "unknown_order";
  orderUuid: string | null;
  reference: string | null;
  type: string | null;
  status: string | null;
  amountCents: number | null;
  currency: Currency | null;
  dueAt: string | null;
  stage: DisputeStage;
  outcome: DisputeOutcome | null;
  openedAt: string;
  reportedAt: string;
  closedAt: string | null;
};

/** Whether one event says something newer than another; of two that arose at one moment, the one that is further. */
export function isNewerReport(
  one: { stage: DisputeStage; reportedAt: Date },
  other: { stage: DisputeStage; reportedAt: Date },
): boolean {
  const ms = one.reportedAt.getTime() - other.reportedAt.getTime();
  return ms > 0 || (ms === 0 && disputeStages.indexOf(one.stage) > disputeStages.indexOf(other.stage));
}

/** Sorts disputes by their deadline, the nearest first; those without one last. */
export function byDeadline(a: DisputeView, b: DisputeView): number {
  return (
    compareTimes(a.dueAt ?? "9999", b.dueAt ?? "9999") ||
    compareTimes(a.openedAt, b.openedAt) ||
    (a.disputeId < b.disputeId ? -1 : 1)
  );
}

/**
 * When a deadline has passed for certain. Sezzle may name a day without a time, which is read as midnight UTC: then that day must
 * be over everywhere.
 */
export function isPastDeadline(dueAt: Date, now: Date): boolean {
  const graceMs = isWholeDay(dueAt) ? 36 * 60 * 60_000 : 0;
  return now.getTime() >= dueAt.getTime() + graceMs;
}

/** Whether a deadline is a day without a time. */
export function isWholeDay(dueAt: Date): boolean {
  return dueAt.getTime() % (24 * 60 * 60_000) === 0;
}
