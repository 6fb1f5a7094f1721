import { defineWords, languageOf, wordsIn } from "../language.ts";
import type { ConfirmedBy } from "../sale-view.ts";

/** Where and for whom a time is written. */
export type Place = { timeZone: string; locale: string };

/** "14 h 03" stays on one line. */
const noBreakSpace = "\u00a0";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The format of dates and times for a place. Making one takes a hundred times as long as writing a date with it, so each is kept. */
export function dateFormatOf(place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${place.locale} ${place.timeZone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(place.locale, { timeZone: place.timeZone, ...options });
    formats.set(key, format);
  }
  return format;
}

/**
 * The clock time in the store's time zone, as "14:03" ("14 h 03" in French), or "14:03:07" with seconds. 24 hours: short, and never
 * ambiguous.
 */
export function clockTime(at: Date, place: Place, seconds = false): string {
  // French would write out "14 h 03 min 07 s", too long for a line of history; figures alone are as right.
  const locale = seconds && languageOf(place.locale) === "fr" ? "en-CA" : place.locale;
  return dateFormatOf(
    { ...place, locale },
    {
      hour: "2-digit",
      minute: "2-digit",
      ...(seconds ? { second: "2-digit" } : {}),
      hourCycle: "h23",
    },
  )
    .format(at)
    .replaceAll(" ", noBreakSpace);
}

/** The clock time, with the day before it when that is another day than now's in the store's time zone: "Nov 21, 14:03". */
export function timeOrDay(at: Date, now: Date, place: Place, seconds = false): string {
  const day = dateFormatOf(place, { year: "numeric", month: "short", day: "numeric" });
  if (day.format(at) === day.format(now)) return clockTime(at, place, seconds);
  const short = dateFormatOf(place, { month: "short", day: "numeric" }).format(at);
  return `${short}, ${clockTime(at, place, seconds)}`;
}

const timeWords = defineWords({
  en: {
    days: (count: number) => `${count} days`,
    hours: (count: number) => `${count} hours`,
    minutes: (count: number) => (count === 1 ? "1 minute" : `${count} minutes`),
    lessThanAMinute: "less than a minute",
    left: { before: "", after: " left" },
    notConfirmed: "not confirmed by Sezzle yet",
    confirmed: (time: string) => `confirmed ${time}`,
    confirmedBy: {
      webhook: "by webhook",
      poll: "by a regular check",
      operation: "by Sezzle's answer",
      person: "on request",
      start: "when the till started",
    } satisfies Record<ConfirmedBy, string>,
    unanswered: (time: string) => ({
      happened: `Sezzle could not be reached. Last tried ${time}.`,
      money: "What this screen shows may be older than what Sezzle knows.",
      next: "The till goes on asking by itself.",
    }),
  },
  fr: {
    days: (count) => `${count} jours`,
    hours: (count) => `${count} heures`,
    minutes: (count) => (count === 1 ? "1 minute" : `${count} minutes`),
    left: { before: "reste ", after: "" },
    lessThanAMinute: "moins d'une minute",
    notConfirmed: "pas encore confirmé par Sezzle",
    confirmed: (time) => `confirmé ${time}`,
    confirmedBy: {
      webhook: "par webhook",
      poll: "par une vérification régulière",
      operation: "par la réponse de Sezzle",
      person: "sur demande",
      start: "au démarrage de la caisse",
    },
    unanswered: (time) => ({
      happened: `Sezzle n'a pas pu être joint. Dernier essai : ${time}.`,
      money: "Ce que montre cet écran peut être plus ancien que ce que sait Sezzle.",
      next: "La caisse continue de demander d'elle-même.",
    }),
  },
});

/** The time left, as "9:41", "1:02:10" from an hour on, "3 days" from two days on; "0:00" once it has passed. */
export function countdown(until: Date, now: Date, locale: string): string {
  const total = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000));
  const hours = Math.floor(total / 3600);
  if (hours >= 48) return wordsIn(timeWords, locale).days(Math.floor(hours / 24));
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

/** What is written before and after the time left: "9:41 left". */
export function timeLeftAround(locale: string): { before: string; after: string } {
  return wordsIn(timeWords, locale).left;
}

/** The time left for a screen reader, in whole minutes: "10 minutes", "less than a minute". */
export function spokenTimeLeft(until: Date, now: Date, locale: string): string {
  const words = wordsIn(timeWords, locale);
  const minutes = Math.round((until.getTime() - now.getTime()) / 60_000);
  if (until.getTime() - now.getTime() < 60_000) return words.lessThanAMinute;
  if (minutes < 120) return words.minutes(minutes);
  const hours = Math.round(minutes / 60);
  return hours < 48 ? words.hours(hours) : words.days(Math.floor(hours / 24));
}

/** How fresh what is shown is: "confirmed 14:03:07 by webhook". */
export function confirmedWords(at: Date | null, by: ConfirmedBy | null, now: Date, place: Place): string {
  const words = wordsIn(timeWords, place.locale);
  if (!at) return words.notConfirmed;
  const confirmed = words.confirmed(timeOrDay(at, now, place, true));
  return by ? `${confirmed} ${words.confirmedBy[by]}` : confirmed;
}

/** Sezzle was asked in vain: since when, what that means, and that nothing has to be done. */
export function unansweredWords(
  at: Date,
  now: Date,
  place: Place,
): { happened: string; money: string; next: string } {
  return wordsIn(timeWords, place.locale).unanswered(timeOrDay(at, now, place, true));
}
