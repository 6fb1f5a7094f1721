import { isTimeZone } from "./business-day.ts";
import type { Country } from "./contact.ts";
import type { Locale } from "./language.ts";
import { type Currency, isCents } from "./money.ts";
import type { CapturePolicy } from "./store.ts";

/** What an owner sets of a store. */
export type StoreSettings = {
  name: string;
  code: string;
  currency: Currency;
  timeZone: string;
  locale: Locale;
  minCents: number;
  maxCents: number;
  checkoutTtlMs: number;
  cashierRefundLimitCents: number;
  capturePolicy: CapturePolicy;
  cutOffHour: number;
  refundReasons: string[];
  contactRetentionDays: number | null;
};

export type StoreField = keyof StoreSettings;

/** What every sale of a store was written down with: once there is one, it stays. */
export const fixedOnceSold: readonly StoreField[] = ["code", "currency", "timeZone"];

const minute = 60_000;

/** How long a shopper may be given for the checkout. */
const linkLifetimes = { shortestMs: 5 * minute, longestMs: 24 * 60 * minute };

/** The shortest time after which contacts may go by themselves: until then refunds are usual, and shoppers are called back. */
export const shortestRetentionDays = 30;
const longestRetentionDays = 3_650;

/** How many reasons a refund can be given by one touch, and how long each may be. */
export const mostReasons = 12;
export const longestReason = 60;

/** Where a store is whose currency this is. */
export function countryOf(currency: Currency): Country {
  return currency === "CAD" ? "CA" : "US";
}

/** The first thing that is wrong with a store's settings, as a sentence beside its field; null when nothing is. */
export function settingsFault(settings: StoreSettings): { field: StoreField; sentence: string } | null {
  const { name, code, timeZone, minCents, maxCents, checkoutTtlMs, cashierRefundLimitCents } = settings;
  const { cutOffHour, refundReasons, contactRetentionDays: days } = settings;
  const isWhole = (value: number, from: number, to: number) =>
    Number.isInteger(value) && value >= from && value <= to;
  const checks: [field: StoreField, isRight: boolean, sentence: string][] = [
    ["name", name.trim() !== "" && name.length <= 60, "1 to 60 letters."],
    ["code", /^[A-Z0-9]{2,8}$/.test(code), "2 to 8 letters and digits."],
    ["timeZone", isTimeZone(timeZone), "There is no such time zone."],
    ["minCents", isCents(minCents) && minCents > 0, "More than zero."],
    ["maxCents", isCents(maxCents) && maxCents >= minCents, "At least the least amount."],
    [
      "checkoutTtlMs",
      isWhole(checkoutTtlMs / minute, linkLifetimes.shortestMs / minute, linkLifetimes.longestMs / minute),
      "5 minutes to 24 hours.",
    ],
    ["cashierRefundLimitCents", isCents(cashierRefundLimitCents), "An amount; 0 for none."],
    ["cutOffHour", isWhole(cutOffHour, 0, 23), "An hour from 0 to 23."],
    ["refundReasons", areReasons(refundReasons), `1 to ${mostReasons} different reasons, each a few words.`],
    [
      "contactRetentionDays",
      days === null || isWhole(days, shortestRetentionDays, longestRetentionDays),
      `${shortestRetentionDays} to ${longestRetentionDays} days.`,
    ],
  ];
  const wrong = checks.find(([, isRight]) => !isRight);
  return wrong ? { field: wrong[0], sentence: wrong[2] } : null;
}

function areReasons(reasons: string[]): boolean {
  const plain = new Set(reasons.map((it) => it.trim().toLowerCase()));
  const fits = (reason: string) => reason.trim() !== "" && reason.length <= longestReason;
  return (
    plain.size === reasons.length &&
    reasons.length >= 1 &&
    reasons.length <= mostReasons &&
    reasons.every(fits)
  );
}

/** Tells whether two values of a setting are the same. */
export function isSameSetting(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
