import { defineWords, type Locale, wordsIn } from "../language.ts";
import { formatMoney } from "../money.ts";
import type { CapturePolicy } from "../store.ts";
import type { StoreField, StoreSettings } from "../store-settings.ts";
import { clockTime } from "./time-words.ts";

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
export const policyWords = defineWords<Record<CapturePolicy, PolicyWords>>({
  en: {
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
  },
  fr: {
    at_hand_over: {
      title: "Encaisser à la remise",
      means:
        "L'argent approuvé est pris quand le caissier appuie sur Encaisser, en tout ou en partie. Sans encaissement, l'approbation expire.",
      cashier:
        "Pour les magasins qui emballent, coupent ou vont chercher d'abord. Chaque écran avertit avant qu'une approbation expire.",
      inHistory: "encaissement à la remise",
    },
    at_once: {
      title: "Encaisser dès l'approbation",
      means:
        "La caisse prend d'elle-même le montant entier dès que Sezzle l'approuve. Le rendre est un remboursement.",
      cashier:
        "Pour les magasins qui remettent au comptoir. Le caissier décide encore quand une annulation a été demandée, pour un deuxième lien, pour une commande retrouvée, et quand les montants diffèrent.",
      inHistory: "encaissement dès l'approbation",
    },
  },
});

/** The languages shoppers are written to in. */
export const localeWords = defineWords<Record<Locale, string>>({
  en: { "en-US": "English, United States", "en-CA": "English, Canada", "fr-CA": "French, Canada" },
  fr: { "en-US": "Anglais, États-Unis", "en-CA": "Anglais, Canada", "fr-CA": "Français, Canada" },
});

/** What each setting of a store is called. */
export const settingNames = defineWords<Record<StoreField, string>>({
  en: {
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
  },
  fr: {
    name: "nom",
    code: "code",
    currency: "devise",
    timeZone: "fuseau horaire",
    locale: "langue",
    minCents: "montant minimal",
    maxCents: "montant maximal",
    checkoutTtlMs: "durée du lien",
    cashierRefundLimitCents: "remboursements d'un caissier par jour",
    capturePolicy: "encaissement",
    cutOffHour: "début de la journée",
    refundReasons: "motifs de remboursement",
    contactRetentionDays: "coordonnées des clients",
  },
});

const valueWords = defineWords({
  en: {
    minutes: (count: number) => (count === 1 ? "1 minute" : `${count} minutes`),
    hours: (count: number) => (count === 1 ? "1 hour" : `${count} hours`),
    keep: "kept until somebody erases them",
    erase: (days: number) => `erased ${days} days after the sale`,
    none: "none alone",
  },
  fr: {
    minutes: (count: number) => (count === 1 ? "1 minute" : `${count} minutes`),
    hours: (count: number) => (count === 1 ? "1 heure" : `${count} heures`),
    keep: "gardées jusqu'à ce que quelqu'un les efface",
    erase: (days: number) => `effacées ${days} jours après la vente`,
    none: "aucun sans gérant",
  },
});

/** An hour of the wall clock: "00:00", "04:00"; in French "04 h 00". */
export function hourWords(hour: number, locale: string): string {
  return clockTime(new Date(Date.UTC(2000, 0, 1, hour)), { timeZone: "UTC", locale });
}

/** How long a link lives: "45 minutes", "2 hours", "1 hour 30 minutes". */
export function lifetimeWords(ms: number, locale: string): string {
  const words = wordsIn(valueWords, locale);
  const total = Math.round(ms / 60_000);
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  return [hours > 0 ? words.hours(hours) : "", minutes > 0 ? words.minutes(minutes) : ""]
    .filter(Boolean)
    .join(" ");
}

/** A setting's value in words, as pages and the history say it. */
export function settingWords(field: StoreField, settings: StoreSettings, locale: string): string {
  const words = wordsIn(valueWords, locale);
  const money = (cents: number) => formatMoney(cents, settings.currency, locale);
  switch (field) {
    case "minCents":
    case "maxCents":
      return money(settings[field]);
    case "cashierRefundLimitCents":
      return settings.cashierRefundLimitCents === 0 ? words.none : money(settings.cashierRefundLimitCents);
    case "checkoutTtlMs":
      return lifetimeWords(settings.checkoutTtlMs, locale);
    case "capturePolicy":
      return wordsIn(policyWords, locale)[settings.capturePolicy].inHistory;
    case "cutOffHour":
      return hourWords(settings.cutOffHour, locale);
    case "refundReasons":
      return settings.refundReasons.join(", ");
    case "contactRetentionDays":
      return settings.contactRetentionDays === null ? words.keep : words.erase(settings.contactRetentionDays);
    case "locale":
      return wordsIn(localeWords, locale)[settings.locale];
    case "name":
    case "code":
    case "currency":
    case "timeZone":
      return settings[field];
  }
}
