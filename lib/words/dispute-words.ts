import { type DisputeOutcome, type DisputeView, isPastDeadline, isWholeDay } from "../dispute.ts";
import type { HistoryData } from "../sale-view.ts";
import type { Tone } from "./status-words.ts";
import type { Place } from "./time-words.ts";

const outcomes: Record<DisputeOutcome, { label: string; means: string }> = {
  customer_win: {
    label: "Decided for the shopper",
    means: "Expect the amount as a chargeback in a payout.",
  },
  merchant_win: { label: "Decided for the store", means: "The store keeps the money." },
  neutral: {
    label: "Closed for neither side",
    means: "Sezzle closed it without deciding for the shopper or the store.",
  },
};

/** What a dispute says of itself, what Sezzle asks of the store, and what to do. */
export type DisputeWords = { label: string; tone: Tone; asks: string; next: string | null };

const where = "Answer in Sezzle's dashboard: this till cannot answer for you.";

/** A dispute in words, as its newest event reported it. */
export function disputeWords(
  dispute: Pick<DisputeView, "stage" | "outcome" | "dueAt">,
  now: Date,
): DisputeWords {
  const { stage, outcome, dueAt } = dispute;
  if (stage === "closed") {
    const words = outcome ? outcomes[outcome] : { label: "Closed", means: "Sezzle closed it." };
    return {
      label: words.label,
      tone: outcome === "merchant_win" ? "approved" : "idle",
      asks: words.means,
      next: null,
    };
  }
  if (dueAt && isPastDeadline(new Date(dueAt), now)) {
    return {
      label: "Deadline passed",
      tone: "refused",
      asks: "The time to answer has passed. Sezzle has not said yet how it decided.",
      next: "If nothing was sent, ask Sezzle's merchant support whether it still can be.",
    };
  }
  const isNear = stage === "deadline_approaching";
  return {
    label: isNear ? "Deadline is near" : "Answer needed",
    tone: "attention",
    asks: isNear
      ? "Sezzle still waits for the store's side: the receipt, who took the goods and when, and what was said to the shopper."
      : "Sezzle asks for the store's side: the receipt, who took the goods and when, and what was said to the shopper.",
    next: where,
  };
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
  return new Intl.DateTimeFormat(locale, { ...day, ...time, timeZone }).format(dueAt);
}

/** How long there is to answer, as "3 days left", "5 hours left"; that it has passed, once it has. */
export function timeToAnswer(dueAt: Date, now: Date): string {
  if (isPastDeadline(dueAt, now)) return "passed";
  const minutes = Math.floor((dueAt.getTime() - now.getTime()) / 60_000);
  if (minutes < 0) return "today";
  if (minutes < 60) return minutes === 1 ? "1 minute left" : `${minutes} minutes left`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return hours === 1 ? "1 hour left" : `${hours} hours left`;
  return `${Math.floor(hours / 24)} days left`;
}

/** A line of a sale's history about a dispute. `amount`: what is disputed, as it is written. */
export function disputeSentence(
  { stage, outcome, date }: HistoryData,
  amount: string | null,
  locale: string,
): { title: string; detail?: string } {
  const over = amount ? `a dispute over ${amount}` : "a dispute";
  const by = date ? ` by ${dayWords(date, locale)}` : "";
  switch (stage) {
    case "input_requested":
      return {
        title: `Sezzle asks for the store's side in ${over}`,
        detail: `answer in Sezzle's dashboard${by}`,
      };
    case "deadline_approaching":
      return { title: `The deadline of ${over} is near`, detail: `answer in Sezzle's dashboard${by}` };
    case "closed":
      return {
        title: `Sezzle closed ${over}`,
        detail: outcome ? outcomes[outcome].label.toLowerCase() : undefined,
      };
    case undefined:
      return { title: `Sezzle reported ${over}` };
  }
}

function dayWords(date: string, locale: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", timeZone: "UTC" }).format(at);
}
