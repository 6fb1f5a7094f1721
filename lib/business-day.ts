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
  return startOfDate(localDate(at, timeZone), timeZone, 0);
}

/**
 * The first moment of a date (`2026-11-22`) in a time zone, and the first that is no longer of it. With a cut-off hour, of the
 * business day of that date, which begins when the wall clock first shows that hour.
 */
export function boundsOfDate(date: string, timeZone: string, cutOffHour = 0): { from: Date; to: Date } {
  return {
    from: startOfDate(date, timeZone, cutOffHour),
    to: startOfDate(addDays(date, 1), timeZone, cutOffHour),
  };
}

/**
 * The business day a moment falls on, in a time zone where business days begin at `cutOffHour` (0 to 23) of the wall clock: what
 * happens after midnight and before it belongs to the date before. `from` is its first moment, `to` the first that is no
 * longer of it. Days follow each other without gap or overlap: where the hour comes twice a day begins with the first, and
 * where it is left out, with the change of the clock. So a day may have 23 or 25 hours.
 */
export function businessDay(
  at: Date,
  timeZone: string,
  cutOffHour: number,
): { date: string; from: Date; to: Date } {
  let date = localDate(at, timeZone);
  while (at < startOfDate(date, timeZone, cutOffHour)) date = addDays(date, -1);
  // A date that a time zone leaves out is a day without a moment: it is passed over.
  while (at >= startOfDate(addDays(date, 1), timeZone, cutOffHour)) date = addDays(date, 1);
  return { date, ...boundsOfDate(date, timeZone, cutOffHour) };
}

/** The date (`2026-11-22`) so many days after another; before it, if negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** The first moment at which the wall clock shows this hour of this date, or a later one. */
function startOfDate(date: string, timeZone: string, hour: number): Date {
  const wallMs = Date.parse(`${date}T00:00:00Z`) + hour * 60 * 60_000;
  // The offset before a change of the clock near it, and the one after.
  const offsets = [-day, day].map((ms) => offsetMs(new Date(wallMs + ms), timeZone));
  let early = wallMs - Math.max(...offsets);
  if (wallClockMs(new Date(early), timeZone) >= wallMs) return new Date(early);
  let late = wallMs - Math.min(...offsets);
  // The clock changes between the two; a zone may leave out more than an hour, or begin to within one.
  while (late - early > 1000) {
    const middle = early + Math.floor((late - early) / 2000) * 1000;
    if (wallClockMs(new Date(middle), timeZone) >= wallMs) late = middle;
    else early = middle;
  }
  return new Date(late);
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
