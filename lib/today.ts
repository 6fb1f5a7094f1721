import { addDays, boundsOfDate, businessDay, hourOfDay, weekBefore } from "./business-day.ts";
import type { Currency } from "./money.ts";

/** How much money, in how many sales or movements. */
export type Sum = { cents: number; count: number };

/** A sum so far, and the one of the same weekday before by the same time of day; null where the store was not there yet. */
export type Compared = { now: Sum; before: Sum | null };

/** What stands open at this moment, and how many of it were started on earlier days. */
export type OpenSum = Sum & { earlier: number };

/** One hour of the wall clock, with what was taken in it. */
export type HourPair = {
  /** `09`; `01+` for an hour that comes a second time. */
  key: string;
  now: Sum;
  before: Sum;
  /** Whether it has begun today, is still to come, or is left out by today's clock. */
  state: "begun" | "ahead" | "left_out";
};

/** The day in figures: of a store, or of several with one currency. */
export type Figures = {
  currency: Currency;
  taken: Compared;
  refunded: Compared;
  started: Compared;
  waiting: OpenSum;
  approved: OpenSum;
  hours: HourPair[];
};

/** The figures of a store's business day. */
export type StoreToday = Figures & {
  storeId: string;
  name: string;
  timeZone: string;
  /** The business day, as `2026-11-22`, when it began, and the day it is compared with. */
  date: string;
  from: string;
  beforeDate: string;
};

export type DaySpan = { date: string; from: Date; to: Date };
export type DayPlace = { timeZone: string; cutOffHour: number };

/** The business day of a moment, the same weekday before, and until when that one is looked at to compare the two. */
export function comparedDays(
  now: Date,
  { timeZone, cutOffHour }: DayPlace,
): { today: DaySpan; before: DaySpan; beforeUntil: Date } {
  const today = businessDay(now, timeZone, cutOffHour);
  const date = addDays(today.date, -7);
  const before = { date, ...boundsOfDate(date, timeZone, cutOffHour) };
  // Near a change of the clock the same time of the wall clock may be on the day beside.
  const ms = Math.max(
    before.from.getTime(),
    Math.min(weekBefore(now, timeZone).getTime(), before.to.getTime()),
  );
  return { today, before, beforeUntil: new Date(ms) };
}

/** What moved in one hour of a day, counted from the day's first moment. */
export type HourRow = Sum & {
  hour: number;
  kind: "capture" | "refund" | "release";
  /** It is later than the time of day that is compared. */
  isLater: boolean;
};

/** What rows of a kind add up to, without what came later than the time that is compared. */
export function sumOf(rows: HourRow[], kind: HourRow["kind"]): Sum {
  return addUp(rows.filter((it) => it.kind === kind && !it.isLater));
}

function addUp(sums: Sum[]): Sum {
  return sums.reduce((all, it) => ({ cents: all.cents + it.cents, count: all.count + it.count }), nothing);
}

const nothing: Sum = { cents: 0, count: 0 };
const hourMs = 60 * 60_000;

/**
 * What was taken hour by hour on two days, by the wall clock: a day of 23 hours lacks one, and a day of 25 has one twice. In the order
 * of the first day; an hour that only the day before has stands where it stood there.
 */
export function takenByHour(
  days: { today: DaySpan; before: DaySpan },
  rows: { today: HourRow[]; before: HourRow[] },
  timeZone: string,
  now: Date,
): HourPair[] {
  const today = hoursOf(days.today, timeZone).map(({ key, startsAt }, hour) => ({
    key,
    now: takenIn(rows.today, hour),
    before: nothing,
    state: startsAt > now ? ("ahead" as const) : ("begun" as const),
  }));
  const before = hoursOf(days.before, timeZone).map(({ key }, hour) => ({
    key,
    now: nothing,
    before: takenIn(rows.before, hour),
    state: "left_out" as const,
  }));
  return mergeHours(today, before);
}

/** The hours of a day as the wall clock names them. */
function hoursOf({ from, to }: DaySpan, timeZone: string): { key: string; startsAt: Date }[] {
  const seen = new Set<string>();
  const hours = [];
  for (let ms = from.getTime(); ms < to.getTime(); ms += hourMs) {
    const startsAt = new Date(ms);
    const name = String(hourOfDay(startsAt, timeZone)).padStart(2, "0");
    const key = seen.has(name) ? `${name}+` : name;
    seen.add(key);
    hours.push({ key, startsAt });
  }
  return hours;
}

function takenIn(rows: HourRow[], hour: number): Sum {
  return addUp(rows.filter((it) => it.hour === hour && it.kind === "capture"));
}

/** Adds hours of the same name; one that only the second list has stands after the hour it follows there. */
function mergeHours(first: HourPair[], second: HourPair[]): HourPair[] {
  const merged = [...first];
  let place = -1;
  for (const hour of second) {
    const at = merged.findIndex((it) => it.key === hour.key);
    const known = merged[at];
    if (known) {
      merged[at] = {
        key: known.key,
        now: addUp([known.now, hour.now]),
        before: addUp([known.before, hour.before]),
        state: furtherOf(known.state, hour.state),
      };
      place = at;
    } else {
      place += 1;
      merged.splice(place, 0, hour);
    }
  }
  return merged;
}

function furtherOf(a: HourPair["state"], b: HourPair["state"]): HourPair["state"] {
  if (a === "begun" || b === "begun") return "begun";
  return a === "ahead" ? a : b;
}

/**
 * The figures of several stores, added up for each currency apart: amounts of two currencies never make one sum. In the order
 * in which the currencies come.
 */
export function sumByCurrency(stores: Figures[]): Figures[] {
  const byCurrency = Map.groupBy(stores, (it) => it.currency);
  return [...byCurrency.values()].map((some) => some.reduce(addFigures));
}

function addFigures(a: Figures, b: Figures): Figures {
  return {
    currency: a.currency,
    taken: addCompared(a.taken, b.taken),
    refunded: addCompared(a.refunded, b.refunded),
    started: addCompared(a.started, b.started),
    waiting: addOpen(a.waiting, b.waiting),
    approved: addOpen(a.approved, b.approved),
    hours: mergeHours(a.hours, b.hours),
  };
}

function addCompared(a: Compared, b: Compared): Compared {
  const before = a.before && b.before ? addUp([a.before, b.before]) : (a.before ?? b.before);
  return { now: addUp([a.now, b.now]), before };
}

function addOpen(a: OpenSum, b: OpenSum): OpenSum {
  return { ...addUp([a, b]), earlier: a.earlier + b.earlier };
}

/** The hours worth drawing: from the first in which anything was taken on either day to the last, or to now; eight at least. */
export function busyHours(hours: HourPair[]): HourPair[] {
  const isBusy = (it: HourPair) => it.now.count > 0 || it.before.count > 0;
  const current = hours.findLastIndex((it) => it.state === "begun");
  const busy = hours.flatMap((it, index) => (isBusy(it) ? [index] : []));
  let first = Math.min(current, ...busy);
  let last = Math.max(current, ...busy);
  while (last - first < 7 && (first > 0 || last < hours.length - 1)) {
    if (last < hours.length - 1) last += 1;
    else first -= 1;
  }
  return hours.slice(Math.max(0, first), last + 1);
}
