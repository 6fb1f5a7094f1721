// Making a formatter takes longer than all it is used for.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The wall clock of a time zone at a moment, as if it were UTC, in milliseconds since 1970; whole seconds. */
function wallClockMs(at: Date, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(at);
  const part = (type: string) => Number(parts.find((it) => it.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** The calendar date (`2026-11-22`) it is in a time zone at a moment. */
export function localDate(at: Date, timeZone: string): string {
  return new Date(wallClockMs(at, timeZone)).toISOString().slice(0, 10);
}

/**
 * When the day that a moment falls on began in a time zone. Right across clock changes: days of 23 and 25 hours
 * begin when their date does.
 */
export function startOfDay(at: Date, timeZone: string): Date {
  const date = localDate(at, timeZone);
  const midnightUtc = Date.parse(`${date}T00:00:00Z`);
  // The zone's offset at the guess may differ from the one at the day's start; a second look settles it.
  let start = midnightUtc - offsetMs(new Date(midnightUtc), timeZone);
  start = midnightUtc - offsetMs(new Date(start), timeZone);
  // Where the clocks skip midnight itself, the day begins an hour later.
  while (localDate(new Date(start), timeZone) !== date) start += 30 * 60_000;
  return new Date(start);
}

/** Tells whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The time zones a store in the US or Canada can be in, by name. */
export function northAmericanTimeZones(): string[] {
  return Intl.supportedValuesOf("timeZone").filter((zone) =>
    /^(America|Pacific\/Honolulu|Pacific\/Guam)/.test(zone),
  );
}

function offsetMs(at: Date, timeZone: string): number {
  return wallClockMs(at, timeZone) - Math.floor(at.getTime() / 1000) * 1000;
}
