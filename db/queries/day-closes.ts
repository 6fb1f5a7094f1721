import { and, desc, eq, gt, gte, inArray, lte } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { prepared } from "../prepared.ts";
import { dayCloses } from "../schema/day-closes.ts";

export type DayClose = typeof dayCloses.$inferSelect;

/** Signs a day off. The database refuses a second time, and one that overlaps another day of the store. */
export async function insertDayClose(db: Db, close: DayClose): Promise<void> {
  await db.insert(dayCloses).values(close);
}

/** The closed days of a store among some dates. */
export async function findDayCloses(db: Db, storeId: string, dates: string[]): Promise<DayClose[]> {
  return db
    .select()
    .from(dayCloses)
    .where(and(eq(dayCloses.storeId, storeId), inArray(dayCloses.date, dates)));
}

/** The closed days of a store from one date to another, both included; the newest first. */
export async function listDayCloses(
  db: Db,
  storeId: string,
  fromDate: string,
  toDate: string,
): Promise<DayClose[]> {
  return db
    .select()
    .from(dayCloses)
    .where(and(eq(dayCloses.storeId, storeId), gte(dayCloses.date, fromDate), lte(dayCloses.date, toDate)))
    .orderBy(desc(dayCloses.date));
}

/** The date of the latest closed day of a store; null when none is. */
export async function lastClosedDate(db: Db, storeId: string): Promise<string | null> {
  const [row] = await db
    .select({ date: dayCloses.date })
    .from(dayCloses)
    .where(eq(dayCloses.storeId, storeId))
    .orderBy(desc(dayCloses.date))
    .limit(1);
  return row?.date ?? null;
}

const daysClosedAfter = prepared((db, it: { storeId: string; now: Date }) =>
  db
    .select({ to: dayCloses.to })
    .from(dayCloses)
    .where(and(eq(dayCloses.storeId, it.storeId), gt(dayCloses.to, it.now)))
    .orderBy(desc(dayCloses.to))
    .limit(1),
);

/**
 * The moment at which something that is being written happened, for a store: now, or the end of the closed day that now would
 * fall into. Clocks differ between processes and are set back, and a transaction may have waited for the one that closed
 * the day: a closed day gets nothing more.
 */
export async function afterClosedDays(db: Db, storeId: string, now: Date): Promise<Date> {
  const [row] = await daysClosedAfter(db, { storeId, now });
  return row?.to ?? now;
}
