import { and, asc, desc, eq, exists, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { PayoutSummary } from "#lib/payout.ts";
import type { Db } from "../engine.ts";
import { payoutLines, payoutSums, payouts } from "../schema/payouts.ts";
import { sales } from "../schema/sales.ts";

export type Payout = typeof payouts.$inferSelect;
export type PayoutLineRow = typeof payoutLines.$inferSelect;
export type PayoutSum = typeof payoutSums.$inferSelect;

/**
 * Keeps what a summary says. A payout that is new, or of which anything but its state has changed, is to be read (again): its
 * `readAt` is null then.
 */
export async function keepPayoutSummary(db: Db, summary: PayoutSummary, now: Date): Promise<void> {
  const { payoutUuid: uuid, ...said } = summary;
  const known = await findPayout(db, uuid);
  if (!known) {
    await db.insert(payouts).values({ uuid, ...said, seenAt: now });
    return;
  }
  const names = Object.keys(said) as (keyof typeof said)[];
  if (names.every((name) => said[name] === known[name])) return;
  const isSameMoney = names.every((name) => name === "status" || said[name] === known[name]);
  await db
    .update(payouts)
    .set({ ...said, ...(isSameMoney ? {} : { readAt: null }) })
    .where(eq(payouts.uuid, uuid));
}

/** One payout; null when there is none of that uuid. */
export async function findPayout(db: Db, uuid: string): Promise<Payout | null> {
  const [row] = await db.select().from(payouts).where(eq(payouts.uuid, uuid));
  return row ?? null;
}

/** Writes what changed on a payout. */
export async function updatePayout(db: Db, uuid: string, change: Partial<Payout>): Promise<void> {
  await db.update(payouts).set(change).where(eq(payouts.uuid, uuid));
}

/** Payouts whose details are to be read: those that were not tried yet first, and the oldest of them. */
export async function listPayoutsToRead(db: Db, limit: number): Promise<Payout[]> {
  return db
    .select()
    .from(payouts)
    .where(isNull(payouts.readAt))
    .orderBy(sql`${payouts.problem} is not null`, asc(payouts.payoutDate), asc(payouts.uuid))
    .limit(limit);
}

/** The newest day of which a payout is known; null while none is. */
export async function findNewestPayoutDate(db: Db): Promise<string | null> {
  const [row] = await db
    .select({ date: payouts.payoutDate })
    .from(payouts)
    .where(gt(payouts.payoutDate, ""))
    .orderBy(desc(payouts.payoutDate), desc(payouts.uuid))
    .limit(1);
  return row?.date ?? null;
}

/** A place in the list of payouts. */
export type PayoutKey = { payoutDate: string; uuid: string };

/** Before every date there is. */
const newest: PayoutKey = { payoutDate: "9999-99-99", uuid: "" };

/** Payouts by date, the newest first, after a place in the list; for some stores those with a line of theirs, for null all. */
export async function listPayouts(
  db: Db,
  filter: { storeIds: string[] | null; after: PayoutKey | null; limit: number },
): Promise<Payout[]> {
  const { storeIds, limit } = filter;
  const after = filter.after ?? newest;
  const ofStores = db
    .select({ uuid: payoutSums.payoutUuid })
    .from(payoutSums)
    .where(
      and(
        eq(payoutSums.payoutUuid, payouts.uuid),
        eq(payoutSums.owner, "store"),
        inArray(payoutSums.storeId, storeIds ?? []),
      ),
    );
  return db
    .select()
    .from(payouts)
    .where(
      and(
        sql`(${payouts.payoutDate}, ${payouts.uuid}) < (${after.payoutDate}, ${after.uuid})`,
        storeIds ? exists(ofStores) : undefined,
      ),
    )
    .orderBy(desc(payouts.payoutDate), desc(payouts.uuid))
    .limit(limit);
}

/** All lines of a payout, in their order. */
export async function listPayoutLines(db: Db, payoutUuid: string): Promise<PayoutLineRow[]> {
  return db
    .select()
    .from(payoutLines)
    .where(eq(payoutLines.payoutUuid, payoutUuid))
    .orderBy(asc(payoutLines.ordinal));
}

export type LineFilter = {
  /** Null: all of it. Else the lines of these stores, and of no order where that is said. */
  storeIds: string[] | null;
  owners: PayoutLineRow["owner"][];
  afterOrdinal: number;
  limit: number;
};

/** Lines of a payout with the numbers of their sales, in their order, from a place on. */
export async function listLinePage(
  db: Db,
  payoutUuid: string,
  filter: LineFilter,
): Promise<{ line: PayoutLineRow; number: string | null }[]> {
  const { storeIds, owners, afterOrdinal, limit } = filter;
  return db
    .select({ line: payoutLines, number: sales.number })
    .from(payoutLines)
    .leftJoin(sales, eq(sales.id, payoutLines.saleId))
    .where(
      and(
        eq(payoutLines.payoutUuid, payoutUuid),
        gt(payoutLines.ordinal, afterOrdinal),
        storeIds ? or(inArray(payoutLines.storeId, storeIds), inArray(payoutLines.owner, owners)) : undefined,
      ),
    )
    .orderBy(asc(payoutLines.ordinal))
    .limit(limit);
}

/** Few enough rows for the values SQLite takes in one statement. */
const rowsAtOnce = 500;

/** Writes a payout's lines and sums in place of those it had. */
export async function replacePayoutLines(
  db: Db,
  payoutUuid: string,
  lines: PayoutLineRow[],
  sums: PayoutSum[],
): Promise<void> {
  await db.delete(payoutLines).where(eq(payoutLines.payoutUuid, payoutUuid));
  await db.delete(payoutSums).where(eq(payoutSums.payoutUuid, payoutUuid));
  for (let at = 0; at < lines.length; at += rowsAtOnce)
    await db.insert(payoutLines).values(lines.slice(at, at + rowsAtOnce));
  for (let at = 0; at < sums.length; at += rowsAtOnce)
    await db.insert(payoutSums).values(sums.slice(at, at + rowsAtOnce));
}

/** What the lines of some payouts come to. */
export async function listPayoutSums(db: Db, payoutUuids: string[]): Promise<PayoutSum[]> {
  return db.select().from(payoutSums).where(inArray(payoutSums.payoutUuid, payoutUuids));
}
