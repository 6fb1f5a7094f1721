import type { Locale } from "../language.ts";
import { formatMoney } from "../money.ts";
import type { CapturePolicy } from "../store.ts";
import type { StoreField, StoreSettings } from "../store-settings.ts";

type PolicyWords = {
  title: string;
  /** What it means, for the money first. */
  means: string;
  /** What the cashier does. */
  cashier: string;
  /** As the history says it. */
  inHistory: string;
};

/** When a store captures what Sezzle approves: what each way means. */
export const policyWords: Record<CapturePolicy, PolicyWords> = {
  at_hand_over: {
    title: "Capture at hand-over",
    means:
      "Approved money is taken when the cashier presses Capture, all of it or part. Uncaptured, it runs out.",
    cashier: "For shops that pack, cut or fetch first. Every screen warns before an approval runs out.",
    inHistory: "capture at hand-over",
  },
  at_once: {
    title: "Capture at once when approved",
    means:
      "The till takes the whole amount by itself as soon as Sezzle approves it. Giving it back is a refund.",
    cashier:
      "For shops that hand over at the counter. The cashier still decides when a cancel was asked for, on a second link, on an order that was found again, and when amounts differ.",
    inHistory: "capture at once when approved",
  },
};

/** The languages shoppers are written to in. */
export const localeWords: Record<Locale, string> = {
  "en-US": "English, United States",
  "en-CA": "English, Canada",
  "fr-CA": "French, Canada",
};

/** What each setting of a store is called. */
export const settingNames: Record<StoreField, string> = {
  name: "name",
  code: "code",
  currency: "currency",
  timeZone: "time zone",
  locale: "language",
  minCents: "least amount",
  maxCents: "most amount",
  checkoutTtlMs: "link lifetime",
  cashierRefundLimitCents: "cashier's refunds a day",
  capturePolicy: "capture",
  cutOffHour: "business day begins",
  refundReasons: "refund reasons",
  contactRetentionDays: "shoppers' contacts",
};

/** An hour of the wall clock: "00:00", "04:00". */
export function hourWords(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

/** How long a link lives: "45 minutes", "2 hours", "1 hour 30 minutes". */
export function lifetimeWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const count = (value: number, word: string) => `${value} ${word}${value === 1 ? "" : "s"}`;
  const hours = Math.floor(minutes / 60);
  const parts = [
    hours > 0 ? count(hours, "hour") : "",
    minutes % 60 > 0 ? count(minutes % 60, "minute") : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** How long contacts are kept. */
function retentionWords(days: number | null): string {
  return days === null ? "kept until somebody erases them" : `erased ${days} days after the sale`;
}

/** A setting's value in words, as pages and the history say it. */
export function settingWords(field: StoreField, settings: StoreSettings): string {
  const money = (cents: number) => formatMoney(cents, settings.currency, settings.locale);
  switch (field) {
    case "minCents":
    case "maxCents":
      return money(settings[field]);
    case "cashierRefundLimitCents":
      return settings.cashierRefundLimitCents === 0 ? "none alone" : money(settings.cashierRefundLimitCents);
    case "checkoutTtlMs":
      return lifetimeWords(settings.checkoutTtlMs);
    case "capturePolicy":
      return policyWords[settings.capturePolicy].inHistory;
    case "cutOffHour":
      return hourWords(settings.cutOffHour);
    case "refundReasons":
      return settings.refundReasons.join(", ");
    case "contactRetentionDays":
      return retentionWords(settings.contactRetentionDays);
    case "locale":
      return localeWords[settings.locale];
    case "name":
    case "code":
    case "currency":
    case "timeZone":
      return settings[field];
  }
}
