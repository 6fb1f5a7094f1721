import { isTimeZone } from "./business-day.ts";
import type { Country } from "./contact.ts";
import { type Locale, wordsIn } from "./language.ts";
import { type Currency, isCents } from "./money.ts";
import type { CapturePolicy } from "./store.ts";
import { settingFaultWords } from "./words/store-form-words.ts";

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

/** A setting that can be wrong. */
export type FaultyField = keyof typeof settingFaultWords.en;

/** The first of a store's settings that is wrong; null when none is. */
export function settingsFault(settings: StoreSettings): FaultyField | null {
  const { name, code, timeZone, minCents, maxCents, checkoutTtlMs, cashierRefundLimitCents } = settings;
  const { cutOffHour, refundReasons, contactRetentionDays: days } = settings;
  const isWhole = (value: number, from: number, to: number) =>
    Number.isInteger(value) && value >= from && value <= to;
  const checks: [field: FaultyField, isRight: boolean][] = [
    ["name", name.trim() !== "" && name.length <= 60],
    ["code", /^[A-Z0-9]{2,8}$/.test(code)],
    ["timeZone", isTimeZone(timeZone)],
    ["minCents", isCents(minCents) && minCents > 0],
    ["maxCents", isCents(maxCents) && maxCents >= minCents],
    [
      "checkoutTtlMs",
      isWhole(checkoutTtlMs / minute, linkLifetimes.shortestMs / minute, linkLifetimes.longestMs / minute),
    ],
    ["cashierRefundLimitCents", isCents(cashierRefundLimitCents)],
    ["cutOffHour", isWhole(cutOffHour, 0, 23)],
    ["refundReasons", areReasons(refundReasons)],
    ["contactRetentionDays", days === null || isWhole(days, shortestRetentionDays, longestRetentionDays)],
  ];
  return checks.find(([, isRight]) => !isRight)?.[0] ?? null;
}

/** What is wrong with a setting, in a sentence beside its field. */
export function settingFaultSentence(field: FaultyField, locale: string): string {
  return wordsIn(settingFaultWords, locale)[field]({
    mostReasons,
    shortestDays: shortestRetentionDays,
    longestDays: longestRetentionDays,
  });
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
