const day = 24 * 60 * 60_000;

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
  return startOfDate(localDate(at, timeZone), timeZone);
}

/** The first moment of a calendar date (`2026-11-22`) in a time zone, and the first that is no longer of it. */
export function boundsOfDate(date: string, timeZone: string): { from: Date; to: Date } {
  return boundsOfBusinessDate(date, timeZone, 0);
}

/**
 * The business day a moment belongs to in a store: its date, its first moment, and the first that is no longer of it. It begins at the
 * cut-off hour of the wall clock; what happens between midnight and it belongs to the date before. Right across clock changes: an
 * hour that is skipped is the moment of the change, and of one that comes twice the first counts.
 */
export function businessDay(
  at: Date,
  timeZone: string,
  cutOffHour: number,
): { date: string; from: Date; to: Date } {
  const today = localDate(at, timeZone);
  const date = at < startOfDate(today, timeZone, cutOffHour) ? shiftDate(today, -1) : today;
  return { date, ...boundsOfBusinessDate(date, timeZone, cutOffHour) };
}

function boundsOfBusinessDate(date: string, timeZone: string, cutOffHour: number): { from: Date; to: Date } {
  return {
    from: startOfDate(date, timeZone, cutOffHour),
    to: startOfDate(shiftDate(date, 1), timeZone, cutOffHour),
  };
}

function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

function startOfDate(date: string, timeZone: string, hour = 0): Date {
  const wallMs = Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000;
  // The offset before and the one after a clock change around it; where the hour comes twice, the first counts.
  const offsets = [-day, day].map((ms) => offsetMs(new Date(wallMs + ms), timeZone));
  const candidates = offsets.map((offset) => wallMs - offset).sort((a, b) => a - b);
  const start = candidates.find((it) => wallClockMs(new Date(it), timeZone) === wallMs);
  return new Date(start ?? Math.max(...candidates));
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

/** The time zones of the US and Canada, from east to west. */
export const homeTimeZones = [
  "America/St_Johns",
  "America/Halifax",
  "America/Puerto_Rico",
  "America/Toronto",
  "America/New_York",
  "America/Detroit",
  "America/Indiana/Indianapolis",
  "America/Chicago",
  "America/Winnipeg",
  "America/Regina",
  "America/Denver",
  "America/Edmonton",
  "America/Boise",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Vancouver",
  "America/Whitehorse",
  "America/Anchorage",
  "Pacific/Honolulu",
];

function offsetMs(at: Date, timeZone: string): number {
  return wallClockMs(at, timeZone) - Math.floor(at.getTime() / 1000) * 1000;
}
