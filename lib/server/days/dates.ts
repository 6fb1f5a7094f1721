import type { Db } from "#db/engine.ts";
import { lastClosedDate } from "#db/queries/day-closes.ts";
import { firstSaleAt } from "#db/queries/day-totals.ts";
import type { Store } from "#db/queries/stores.ts";
import { addDays, businessDay } from "#lib/business-day.ts";

/** The business day that runs: the clock's, or the next one where that was closed before its end. */
export async function runningDate(db: Db, store: Store, now: Date): Promise<string> {
  const { date } = businessDay(now, store.timeZone, store.cutOffHour);
  const closed = await lastClosedDate(db, store.id);
  return closed && closed >= date ? addDays(closed, 1) : date;
}

/** The day a store begins with: of its first sale, or the one it was made on. */
export async function firstDate(db: Db, store: Store): Promise<string> {
  const sale = await firstSaleAt(db, store.id);
  const first = sale && sale < store.createdAt ? sale : store.createdAt;
  return businessDay(first, store.timeZone, store.cutOffHour).date;
}
