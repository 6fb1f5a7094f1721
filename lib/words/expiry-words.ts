import type { ExpiryWarning } from "../expiry-warning.ts";
import { formatMoney } from "../money.ts";
import type { SaleView } from "../sale-view.ts";
import { spokenTimeLeft } from "./time-words.ts";

/** Whom a link went to, as short as it still tells two shoppers apart: "••• 2290". */
export function shortContact({ kind, masked }: SaleView["sentTo"]): string {
  return kind === "sms" ? `••• ${masked.slice(-4)}` : masked;
}

/** What there is to do about an approval that runs out. */
export const expiryNext = "Capture it or release it.";

/** The head over several of them. */
export function expiryHead(count: number): string {
  return count === 1 ? "An approval runs out soon" : `${count} approvals run out soon`;
}

/** The same read aloud, once: "$46.20, ••• 2290: 5 minutes left. Capture it or release it." */
export function expirySpoken(warning: ExpiryWarning, now: Date, locale: string): string {
  const amount = formatMoney(warning.leftCents, warning.currency, locale);
  const { kind, masked } = warning.sentTo;
  const whom = kind === "sms" ? `the shopper with ${[...masked.slice(-4)].join(" ")}` : masked;
  return `The approval of ${amount} for ${whom} runs out: ${spokenTimeLeft(warning.expiresAt, now)} left. ${expiryNext}`;
}
