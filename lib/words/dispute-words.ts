import { type DisputeOutcome, type DisputeView, isPastDeadline, isWholeDay } from "../dispute.ts";
import { defineWords, wordsIn } from "../language.ts";
import type { HistoryData } from "../sale-view.ts";
import type { Tone } from "./status-words.ts";
import type { Place } from "./time-words.ts";

type OutcomeWords = { label: string; means: string };

const stateWords = defineWords({
  en: {
    outcomes: {
      customer_win: {
        label: "Decided for the shopper",
        means: "Expect the amount as a chargeback in a payout.",
      },
      merchant_win: { label: "Decided for the store", means: "The store keeps the money." },
      neutral: {
        label: "Closed for neither side",
        means: "Sezzle closed it without deciding for the shopper or the store.",
      },
    } satisfies Record<DisputeOutcome, OutcomeWords>,
    closed: { label: "Closed", means: "Sezzle closed it." },
    late: {
      label: "Deadline passed",
      asks: "The time to answer has passed. Sezzle has not said yet how it decided.",
      next: "If nothing was sent, ask Sezzle's merchant support whether it still can be.",
    },
    near: {
      label: "Deadline is near",
      asks: "Sezzle still waits for the store's side: the receipt, who took the goods and when, and what was said to the shopper.",
    },
    needed: {
      label: "Answer needed",
      asks: "Sezzle asks for the store's side: the receipt, who took the goods and when, and what was said to the shopper.",
    },
    where: "Answer in Sezzle's dashboard: this till cannot answer for you.",
    passed: "passed",
    today: "today",
    minutes: (count: number) => (count === 1 ? "1 minute left" : `${count} minutes left`),
    hours: (count: number) => (count === 1 ? "1 hour left" : `${count} hours left`),
    days: (count: number) => `${count} days left`,
    over: (amount: string | null) => (amount ? `a dispute over ${amount}` : "a dispute"),
    asked: (over: string) => `Sezzle asks for the store's side in ${over}`,
    isNear: (over: string) => `The deadline of ${over} is near`,
    answer: (day: string | null) => `answer in Sezzle's dashboard${day ? ` by ${day}` : ""}`,
    wasClosed: (over: string) => `Sezzle closed ${over}`,
    wasReported: (over: string) => `Sezzle reported ${over}`,
  },
  fr: {
    outcomes: {
      customer_win: {
        label: "Tranché pour le client",
        means: "Attendez-vous à une rétrofacturation du montant dans un versement.",
      },
      merchant_win: { label: "Tranché pour le magasin", means: "Le magasin garde l'argent." },
      neutral: {
        label: "Fermé sans gagnant",
        means: "Sezzle l'a fermé sans trancher pour le client ni pour le magasin.",
      },
    },
    closed: { label: "Fermé", means: "Sezzle l'a fermé." },
    late: {
      label: "Échéance passée",
      asks: "Le délai de réponse est passé. Sezzle n'a pas encore dit comment il a tranché.",
      next: "Si rien n'a été envoyé, demandez au soutien aux marchands de Sezzle si c'est encore possible.",
    },
    near: {
      label: "Échéance proche",
      asks: "Sezzle attend toujours la version du magasin : le reçu, qui a pris la marchandise et quand, et ce qui a été dit au client.",
    },
    needed: {
      label: "Réponse demandée",
      asks: "Sezzle demande la version du magasin : le reçu, qui a pris la marchandise et quand, et ce qui a été dit au client.",
    },
    where: "Répondez dans le tableau de bord de Sezzle : cette caisse ne peut pas répondre pour vous.",
    passed: "échéance passée",
    today: "aujourd'hui",
    minutes: (count: number) => (count < 2 ? `reste ${count} minute` : `reste ${count} minutes`),
    hours: (count: number) => (count < 2 ? `reste ${count} heure` : `reste ${count} heures`),
    days: (count: number) => `reste ${count} jours`,
    over: (amount: string | null) => (amount ? `un litige de ${amount}` : "un litige"),
    asked: (over: string) => `Sezzle demande la version du magasin dans ${over}`,
    isNear: (over: string) => `L'échéance approche pour ${over}`,
    answer: (day: string | null) =>
      `répondre dans le tableau de bord de Sezzle${day ? ` d'ici le ${day}` : ""}`,
    wasClosed: (over: string) => `Sezzle a fermé ${over}`,
    wasReported: (over: string) => `Sezzle a signalé ${over}`,
  },
});

/** What a dispute says of itself, what Sezzle asks of the store, and what to do. */
export type DisputeWords = { label: string; tone: Tone; asks: string; next: string | null };

/** A dispute in words, as its newest event reported it. */
export function disputeWords(
  { stage, outcome, dueAt }: Pick<DisputeView, "stage" | "outcome" | "dueAt">,
  now: Date,
  locale: string,
): DisputeWords {
  const words = wordsIn(stateWords, locale);
  if (stage === "closed") {
    const { label, means } = outcome ? words.outcomes[outcome] : words.closed;
    return { label, tone: outcome === "merchant_win" ? "approved" : "idle", asks: means, next: null };
  }
  if (dueAt && isPastDeadline(new Date(dueAt), now)) return { tone: "refused", ...words.late };
  const { label, asks } = stage === "deadline_approaching" ? words.near : words.needed;
  return { label, tone: "attention", asks, next: words.where };
}

/** Sezzle's own word for the kind of dispute or its state, made readable: `product_not_received` as "Product not received". */
export function reportedWords(text: string | null): string | null {
  const words = text?.replaceAll(/[_-]+/g, " ").trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : null;
}

/** A deadline as a day and a time in the store's time zone, as "Tue, Dec 1, 14:00"; a day alone where Sezzle named no time. */
export function dueWords(dueAt: Date, { timeZone, locale }: Place): string {
  const day = { weekday: "short", month: "short", day: "numeric" } as const;
  if (isWholeDay(dueAt)) return new Intl.DateTimeFormat(locale, { ...day, timeZone: "UTC" }).format(dueAt);
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const words = new Intl.DateTimeFormat(locale, { ...day, ...time, timeZone }).format(dueAt);
  // No line ends inside a time.
  return words.replace(" h ", "\u00a0h\u00a0");
}

/** How long there is to answer, as "3 days left", "5 hours left"; that it has passed, once it has. */
export function timeToAnswer(dueAt: Date, now: Date, locale: string): string {
  const words = wordsIn(stateWords, locale);
  if (isPastDeadline(dueAt, now)) return words.passed;
  const minutes = Math.floor((dueAt.getTime() - now.getTime()) / 60_000);
  if (minutes < 0) return words.today;
  if (minutes < 60) return words.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? words.hours(hours) : words.days(Math.floor(hours / 24));
}

/** A line of a sale's history about a dispute. `amount`: what is disputed, as it is written. */
export function disputeSentence(
  { stage, outcome, date }: HistoryData,
  amount: string | null,
  locale: string,
): { title: string; detail?: string } {
  const words = wordsIn(stateWords, locale);
  const over = words.over(amount);
  const answer = words.answer(date ? dayWords(date, locale) : null);
  switch (stage) {
    case "input_requested":
      return { title: words.asked(over), detail: answer };
    case "deadline_approaching":
      return { title: words.isNear(over), detail: answer };
    case "closed":
      return {
        title: words.wasClosed(over),
        detail: outcome ? words.outcomes[outcome].label.toLowerCase() : undefined,
      };
    case undefined:
      return { title: words.wasReported(over) };
  }
}

function dayWords(date: string, locale: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", timeZone: "UTC" }).format(at);
}
