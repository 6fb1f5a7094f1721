import type { FinancingOption } from "../orders/checkout-outcome.ts";

/** One payment of a plan: cents, and the UTC day it is due. */
export interface Installment {
  amountCents: number;
  dueAt: number;
}

const PLANS: Record<FinancingOption, { payments: number; every: "two weeks" | "month" }> = {
  "4-pay-biweekly": { payments: 4, every: "two weeks" },
  "4-pay-monthly": { payments: 4, every: "month" },
  "6-pay-monthly": { payments: 6, every: "month" },
};

const TWO_WEEKS_DAYS = 14;

/** A plan in words: `4 payments, every two weeks`. */
export function planName(option: FinancingOption): string {
  const { payments, every } = PLANS[option];
  return `${payments} payments, every ${every}`;
}

/**
 * The payments of a plan, the first due today. They sum to the total exactly: the cents that do not divide go
 * to the earliest payments.
 */
export function installments(option: FinancingOption, totalCents: number, todayMs: number): Installment[] {
  const { payments, every } = PLANS[option];
  const shareCents = Math.floor(totalCents / payments);
  const extraCents = totalCents - shareCents * payments;
  return Array.from({ length: payments }, (_, at) => ({
    amountCents: shareCents + (at < extraCents ? 1 : 0),
    dueAt: every === "month" ? addMonths(todayMs, at) : addDays(todayMs, at * TWO_WEEKS_DAYS),
  }));
}

function addDays(fromMs: number, days: number): number {
  const from = new Date(fromMs);
  return Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate() + days);
}

/** The same day of a later month, or its last day where it is shorter. */
function addMonths(fromMs: number, months: number): number {
  const from = new Date(fromMs);
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(from.getUTCDate(), lastDay));
}
