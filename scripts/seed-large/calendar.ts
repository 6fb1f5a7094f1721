import { addDays, boundsOfDate, localDate } from "#lib/business-day.ts";
import type { Random } from "./random.ts";
import type { LargeStore } from "./shop.ts";

const hour = 60 * 60_000;
const busy = [0.7, 0.8, 0.8, 0.9, 1, 1.3, 1.5];

/** How many sales, over how many days. */
export type Extent = { count: number; days: number };

/** A day of the calendar and its sales, by time. */
export type SalesDay = { date: string; sales: { at: Date; place: LargeStore }[] };

/** So many days of sales up to a moment, day by day, `count` in all: more on Saturdays and before Christmas, most in the afternoon. */
export function* calendar(
  random: Random,
  places: LargeStore[],
  { count, days }: Extent,
  now: Date,
): Generator<SalesDay> {
  const today = localDate(now, "America/Chicago");
  const dates = Array.from({ length: days }, (_, index) => addDays(today, index - days + 1));
  const weightOf = (date: string) => {
    const season = /-1[12]-/.test(date) ? 1.6 : 1;
    return season * (busy[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? 1);
  };
  const all = dates.reduce((total, date) => total + weightOf(date), 0);
  const weighted = places.map((place) => [place, place.weight] as const);
  let passed = 0;
  let made = 0;
  for (const date of dates) {
    passed += weightOf(date);
    const until = date === today ? count : Math.round((count * passed) / all);
    const starts = new Map(places.map((it) => [it, boundsOfDate(date, it.store.timeZone).from.getTime()]));
    const sales: SalesDay["sales"] = [];
    for (; made < until; made += 1) {
      const place = random.weighted(weighted);
      const start = starts.get(place) ?? 0;
      // From ten to nine, the sum of two chances: few at either end.
      const at = start + 10 * hour + (random.next() + random.next()) * 5.5 * hour;
      const isToCome = at >= now.getTime();
      const past = start + random.next() * Math.max(0, now.getTime() - start);
      sales.push({ at: new Date(Math.floor(isToCome ? Math.min(past, now.getTime() - 1) : at)), place });
    }
    sales.sort((a, b) => a.at.getTime() - b.at.getTime());
    yield { date, sales };
  }
}
