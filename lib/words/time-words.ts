import type { ConfirmedBy } from "../sale-view.ts";

/** Where and for whom a time is written. */
export type Place = { timeZone: string; locale: string };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${place.locale} ${place.timeZone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(place.locale, { timeZone: place.timeZone, ...options });
    formats.set(key, format);
  }
  return format;
}

/** The clock time in the store's time zone, as "14:03", or "14:03:07" with seconds. 24 hours: short, and never ambiguous. */
export function clockTime(at: Date, place: Place, seconds = false): string {
  return formatOf(place, {
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
    hourCycle: "h23",
  }).format(at);
}

/** The clock time, with the day before it when that is another day than now's in the store's time zone: "Nov 21, 14:03". */
export function timeOrDay(at: Date, now: Date, place: Place, seconds = false): string {
  const day = formatOf(place, { year: "numeric", month: "short", day: "numeric" });
  if (day.format(at) === day.format(now)) return clockTime(at, place, seconds);
  const short = formatOf(place, { month: "short", day: "numeric" }).format(at);
  return `${short}, ${clockTime(at, place, seconds)}`;
}

/** The time left, as "9:41", "1:02:10" from an hour on, "3 days" from two days on; "0:00" once it has passed. */
export function countdown(until: Date, now: Date): string {
  const total = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000));
  const hours = Math.floor(total / 3600);
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

/** The time left for a screen reader, in whole minutes: "10 minutes", "less than a minute". */
export function spokenTimeLeft(until: Date, now: Date): string {
  const minutes = Math.round((until.getTime() - now.getTime()) / 60_000);
  if (until.getTime() - now.getTime() < 60_000) return "less than a minute";
  if (minutes < 120) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}

const confirmedBy: Record<ConfirmedBy, string> = {
  webhook: "by webhook",
  poll: "by a regular check",
  operation: "by Sezzle's answer",
  person: "on request",
  start: "when the till started",
};

/** How fresh what is shown is: "confirmed 14:03:07 by webhook". */
export function confirmedWords(at: Date | null, by: ConfirmedBy | null, now: Date, place: Place): string {
  if (!at) return "not confirmed by Sezzle yet";
  const time = timeOrDay(at, now, place, true);
  return by ? `confirmed ${time} ${confirmedBy[by]}` : `confirmed ${time}`;
}

/** Sezzle was asked in vain: since when, what that means, and that nothing has to be done. */
export function unansweredWords(
  at: Date,
  now: Date,
  place: Place,
): { happened: string; money: string; next: string } {
  return {
    happened: `Sezzle could not be reached. Last tried ${timeOrDay(at, now, place, true)}.`,
    money: "What this screen shows may be older than what Sezzle knows.",
    next: "The till goes on asking by itself.",
  };
}
