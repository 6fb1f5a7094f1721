import { addDays } from "../business-day.ts";
import type { DayLine, DaySums } from "../day-report.ts";
import { defineWords, wordsIn } from "../language.ts";
import type { Problem } from "../problem.ts";
import type { Tone } from "./status-words.ts";
import { clockTime, dateFormatOf, type Place } from "./time-words.ts";

/** The numbers of a day, in the order in which they are read. */
export const sumNames = ["started", "captured", "refunded", "released"] as const;

/** What the numbers of a day are called. */
export const sumWords = defineWords<Record<keyof DaySums, string>>({
  en: { started: "Started", captured: "Captured", refunded: "Refunded", released: "Released" },
  fr: { started: "Commencé", captured: "Encaissé", refunded: "Remboursé", released: "Libéré" },
});

/** What stands where no person or no register of the shop's did something. */
export const elsewhereWords = defineWords({
  en: { person: "Not at this till", register: "No register" },
  fr: { person: "Hors de cette caisse", register: "Aucune caisse" },
});

/** A business day's date in words: "Sunday, November 22, 2026". */
export function dateWords(date: string, locale: string): string {
  return dateFormat(locale, { weekday: "long", year: "numeric", month: "long", day: "numeric" }, date);
}

/** The same, short: "Sun, Nov 22". */
export function shortDateWords(date: string, locale: string): string {
  return dateFormat(locale, { weekday: "short", month: "short", day: "numeric" }, date);
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions, date: string): string {
  return dateFormatOf({ locale, timeZone: "UTC" }, options).format(new Date(`${date}T00:00:00Z`));
}

/** A moment with its day, whatever day it is: "Sun, Nov 22, 04:00". */
export function momentWords(at: Date, place: Place): string {
  const day = dateFormatOf(place, { weekday: "short", month: "short", day: "numeric" });
  // "04 h 00" is one word.
  return `${day.format(at)}, ${clockTime(at, place)}`;
}

const spans = defineWords({
  en: {
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    hours: (count: number) => (count === 1 ? "1 hour" : `${count} hours`),
  },
  fr: {
    fromTo: (from: string, to: string) => `du ${from} au ${to}`,
    hours: (count: number) => (count === 1 ? "1 heure" : `${count} heures`),
  },
});

/** How long a day is, where that is not 24 hours: "23 hours", "25 hours", "9 h 30 min". Null where it is. */
function lengthWords(from: Date, to: Date, locale: string): string | null {
  const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000);
  if (minutes === 24 * 60) return null;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (rest === 0) return wordsIn(spans, locale).hours(hours);
  return hours === 0 ? `${rest} min` : `${hours} h ${rest} min`;
}

/** When a day begins and ends, with its length where that is not 24 hours. */
export function spanWords({ from, to }: { from: string; to: string }, place: Place): string {
  const [start, end] = [new Date(from), new Date(to)];
  const length = lengthWords(start, end, place.locale);
  const span = wordsIn(spans, place.locale).fromTo(momentWords(start, place), momentWords(end, place));
  return `${span}${length ? ` (${length})` : ""}`;
}

const signing = defineWords({
  en: {
    kept: "The report is kept as it stands, with your name, and nobody can change it.",
    over: (date: string) => `Close ${date}?`,
    later: "What is refunded later counts on the day it is refunded.",
    act: "Sign and close",
    early: (date: string) => `Close ${date} before its end?`,
    ends: (clock: string, end: string, next: string) =>
      `It is ${clock}; this day would last until ${end}. Closed now, it ends now, and ${next} begins at this moment: whatever happens from now on belongs to it.`,
    actEarly: "Sign and close early",
  },
  fr: {
    kept: "Le rapport est conservé tel quel, avec votre nom, et personne ne peut le modifier.",
    over: (date: string) => `Fermer la journée du ${date}?`,
    later: "Ce qui est remboursé plus tard compte le jour du remboursement.",
    act: "Signer et fermer",
    early: (date: string) => `Fermer la journée du ${date} avant sa fin?`,
    ends: (clock: string, end: string, next: string) =>
      `Il est ${clock}; cette journée durerait jusqu'au ${end}. Fermée maintenant, elle se termine maintenant, et celle du ${next} commence à cet instant : tout ce qui arrive à partir de maintenant lui appartient.`,
    actEarly: "Signer et fermer plus tôt",
  },
});

/** What signing a day means: for good, and, before its end, that the next one begins now. */
export function signingWords(
  { date, to }: { date: string; to: string },
  now: Date,
  place: Place,
): { title: string; consequence: string; act: string } {
  const words = wordsIn(signing, place.locale);
  const dateOf = (some: string) => shortDateWords(some, place.locale);
  if (now >= new Date(to)) {
    return { title: words.over(dateOf(date)), consequence: `${words.kept} ${words.later}`, act: words.act };
  }
  const ends = words.ends(clockTime(now, place), momentWords(new Date(to), place), dateOf(addDays(date, 1)));
  return { title: words.early(dateOf(date)), consequence: `${ends} ${words.kept}`, act: words.actEarly };
}

const states = defineWords({
  en: { closed: "Closed", running: "Running", empty: "Nothing happened", over: "To be closed" },
  fr: { closed: "Fermée", running: "En cours", empty: "Aucune activité", over: "À fermer" },
});

/** How a day of a list stands: closed, running, to be closed, or without anything to close. */
export function dayState(
  day: Pick<DayLine, "closed" | "started" | "capturedCents" | "refundedCents">,
  isRunning: boolean,
  locale: string,
): { label: string; tone: Tone } {
  const words = wordsIn(states, locale);
  if (day.closed) return { label: words.closed, tone: "approved" };
  if (isRunning) return { label: words.running, tone: "waiting" };
  const isEmpty = day.started === 0 && day.capturedCents === 0 && day.refundedCents === 0;
  return isEmpty ? { label: words.empty, tone: "idle" } : { label: words.over, tone: "attention" };
}

/** Somebody else has signed the day first. */
export function closedAlready(name: string, at: Date, timeZone: string): Problem {
  const time = (locale: string) => clockTime(at, { timeZone, locale });
  return {
    code: "day_closed_already",
    happened: `${name} closed this day at ${time("en-US")}.`,
    money: "Their report stands. Nothing has changed.",
    next: "It is shown here.",
    fr: {
      happened: `${name} a fermé cette journée à ${time("fr-CA")}.`,
      money: "Son rapport fait foi. Rien n'a changé.",
      next: "Il est affiché ici.",
    },
  };
}
