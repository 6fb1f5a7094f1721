import { addDays } from "../business-day.ts";
import type { DayLine, DaySums, OpenMatter } from "../day-report.ts";
import type { Problem } from "../problem.ts";
import { operationNoun } from "./operation-words.ts";
import type { Tone } from "./status-words.ts";
import { clockTime, type Place } from "./time-words.ts";

/** The numbers of a day, in the order in which they are read. */
export const sumNames = ["started", "captured", "refunded", "released"] as const;

/** What the numbers of a day are called. */
export const sumWords: Record<keyof DaySums, string> = {
  started: "Started",
  captured: "Captured",
  refunded: "Refunded",
  released: "Released",
};

export type MatterWords = {
  label: string;
  tone: Tone;
  /** How it is settled. */
  settle: string;
};

/** What an open matter is, and how it is settled. */
export function matterWords({ kind, operation }: Pick<OpenMatter, "kind" | "operation">): MatterWords {
  switch (kind) {
    case "operation": {
      const noun = operation ? operationNoun(operation.kind, null) : "request";
      return operation?.state === "unconfirmed"
        ? {
            label: `${capital(noun)} not confirmed`,
            tone: "unconfirmed",
            settle:
              "The answer was lost. The till asks Sezzle by itself; after ten minutes you decide on the order.",
          }
        : {
            label: `${capital(noun)} under way`,
            tone: "waiting",
            settle: "Wait a moment for Sezzle's answer.",
          };
    }
    case "link":
      return {
        label: "Waiting for shopper",
        tone: "waiting",
        settle: "Wait until the shopper has paid or the link runs out, or cancel the sale.",
      };
    case "not_sure_sent":
      return {
        label: "Not sure it was sent",
        tone: "unconfirmed",
        settle: "It settles by itself when the link runs out; or enter Sezzle's order on the order's page.",
      };
    case "checking":
      return { label: "Checking…", tone: "waiting", settle: "Sezzle is being asked. Wait for the answer." };
    case "approved":
      return {
        label: "Approved, not captured",
        tone: "approved",
        settle: "Capture it if the goods were handed over, or release it.",
      };
    case "other_order":
      return {
        label: "Approved on another link",
        tone: "attention",
        settle: "Close the other link on the order's page, so that the shopper does not pay twice.",
      };
    case "other_link":
      return {
        label: "Another link is open",
        tone: "attention",
        settle: "Close the other link on the order's page, so that the shopper does not pay twice.",
      };
    case "lost_link":
      return {
        label: "A lost link may still be paid",
        tone: "unconfirmed",
        settle: "It settles by itself when that link runs out.",
      };
    case "refund_asked":
      return {
        label: "Refund waits for a manager",
        tone: "attention",
        settle: "Approve or decline it on the order's page.",
      };
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A business day's date in words: "Sunday, November 22, 2026". */
export function dateWords(date: string, locale: string): string {
  return dateFormat(locale, { weekday: "long", year: "numeric", month: "long", day: "numeric" }, date);
}

/** The same, short: "Sun, Nov 22". */
export function shortDateWords(date: string, locale: string): string {
  return dateFormat(locale, { weekday: "short", month: "short", day: "numeric" }, date);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions, date: string): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    formats.set(key, format);
  }
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** A moment with its day, whatever day it is: "Sun, Nov 22, 04:00". */
export function momentWords(at: Date, { timeZone, locale }: Place): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: "short", month: "short", day: "numeric" });
  return `${day.format(at)}, ${clockTime(at, { timeZone, locale })}`;
}

/** How long a day is, where that is not 24 hours: "23 hours", "25 hours", "9 h 30 min". Null where it is. */
function lengthWords(from: Date, to: Date): string | null {
  const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000);
  if (minutes === 24 * 60) return null;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (rest === 0) return hours === 1 ? "1 hour" : `${hours} hours`;
  return hours === 0 ? `${rest} min` : `${hours} h ${rest} min`;
}

/** What signing a day means: for good, and, before its end, that the next one begins now. */
export function signingWords(
  { date, to }: { date: string; to: string },
  now: Date,
  place: Place,
): { title: string; consequence: string; act: string } {
  const kept = "The report is kept as it stands, with your name, and nobody can change it.";
  if (now >= new Date(to)) {
    return {
      title: `Close ${shortDateWords(date, place.locale)}?`,
      consequence: `${kept} What is refunded later counts on the day it is refunded.`,
      act: "Sign and close",
    };
  }
  const next = shortDateWords(addDays(date, 1), place.locale);
  return {
    title: `Close ${shortDateWords(date, place.locale)} before its end?`,
    consequence: `It is ${clockTime(now, place)}; this day would last until ${momentWords(new Date(to), place)}. Closed now, it ends now, and ${next} begins at this moment: whatever happens from now on belongs to it. ${kept}`,
    act: "Sign and close early",
  };
}

/** When a day begins and ends, with its length where that is not 24 hours. */
export function spanWords({ from, to }: { from: string; to: string }, place: Place): string {
  const [start, end] = [new Date(from), new Date(to)];
  const length = lengthWords(start, end);
  return `${momentWords(start, place)} to ${momentWords(end, place)}${length ? ` (${length})` : ""}`;
}

/** How a day of a list stands: closed, running, to be closed, or without anything to close. */
export function dayState(
  day: Pick<DayLine, "closed" | "started" | "capturedCents" | "refundedCents">,
  isRunning: boolean,
): { label: string; tone: Tone } {
  if (day.closed) return { label: "Closed", tone: "approved" };
  if (isRunning) return { label: "Running", tone: "waiting" };
  const isEmpty = day.started === 0 && day.capturedCents === 0 && day.refundedCents === 0;
  return isEmpty ? { label: "Nothing happened", tone: "idle" } : { label: "To be closed", tone: "attention" };
}

/** What stands where no person or no register of the shop's did something. */
export const elsewhere = { person: "Not at this till", register: "No register" };

/** Somebody else has signed the day first. */
export function closedAlready(name: string, at: Date, place: Place): Problem {
  return {
    code: "day_closed_already",
    happened: `${name} closed this day at ${clockTime(at, place)}.`,
    money: "Their report stands. Nothing has changed.",
    next: "It is shown here.",
  };
}
