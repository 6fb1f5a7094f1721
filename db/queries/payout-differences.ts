import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { payoutDifferences } from "../schema/payouts.ts";
import { people } from "../schema/people.ts";
import { sales } from "../schema/sales.ts";

export type PayoutDifference = typeof payoutDifferences.$inferSelect;
export type NewDifference = Omit<PayoutDifference, "resolvedAt" | "resolvedBy" | "note">;

/**
 * Writes the differences a payout has now. One that was there stays as it is, with what somebody noted on it; one that is no
 * more and that nobody has worked through is gone.
 */
export async function keepDifferences(db: Db, payoutUuid: string, found: NewDifference[]): Promise<void> {
  const known = await db
    .select({ id: payoutDifferences.id, resolvedAt: payoutDifferences.resolvedAt })
    .from(payoutDifferences)
    .where(eq(payoutDifferences.payoutUuid, payoutUuid));
  const ids = new Set(found.map((it) => it.id));
  for (const { id, resolvedAt } of known) if (!ids.has(id) && !resolvedAt) await deleteDifference(db, id);
  for (const { foundAt, ...difference } of found) {
    await db
      .insert(payoutDifferences)
      .values({ ...difference, foundAt })
      .onConflictDoUpdate({ target: payoutDifferences.id, set: { lineId: difference.lineId } });
  }
}

async function deleteDifference(db: Db, id: string): Promise<void> {
  await db.delete(payoutDifferences).where(eq(payoutDifferences.id, id));
}

/** Adds a difference that is about no payout, unless it is there. */
export async function addDifference(db: Db, difference: NewDifference): Promise<void> {
  await db.insert(payoutDifferences).values(difference).onConflictDoNothing();
}

/** Takes back what nobody has worked through, by ids. */
export async function dropOpenDifferences(db: Db, ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += 500) {
    const some = inArray(payoutDifferences.id, ids.slice(at, at + 500));
    await db.delete(payoutDifferences).where(and(some, isNull(payoutDifferences.resolvedAt)));
  }
}

/** One difference; null when there is none of that id. */
export async function findDifference(db: Db, id: string): Promise<PayoutDifference | null> {
  const [row] = await db.select().from(payoutDifferences).where(eq(payoutDifferences.id, id));
  return row ?? null;
}

/** Notes that somebody has worked a difference through. */
export async function resolveDifference(
  db: Db,
  id: string,
  resolution: { resolvedAt: Date; resolvedBy: string; note: string },
): Promise<void> {
  await db.update(payoutDifferences).set(resolution).where(eq(payoutDifferences.id, id));
}

/** Whose differences: of these stores, and of no store where that is said; null: everybody's. */
export type DifferenceScope = { storeIds: string[]; withStoreless: boolean } | null;

function inScope(scope: DifferenceScope) {
  if (!scope) return undefined;
  const ofStores = inArray(payoutDifferences.storeId, scope.storeIds);
  return scope.withStoreless ? or(ofStores, isNull(payoutDifferences.storeId)) : ofStores;
}

function selectDifferences(db: Db) {
  return db
    .select({ difference: payoutDifferences, number: sales.number, resolvedBy: people.name })
    .from(payoutDifferences)
    .leftJoin(sales, eq(sales.id, payoutDifferences.saleId))
    .leftJoin(people, eq(people.id, payoutDifferences.resolvedBy));
}

export type DifferenceRow = Awaited<ReturnType<typeof selectDifferences>>[number];

/** A payout's differences, those that are open first. */
export async function listDifferences(
  db: Db,
  payoutUuid: string,
  scope: DifferenceScope,
  limit: number,
): Promise<DifferenceRow[]> {
  return selectDifferences(db)
    .where(and(eq(payoutDifferences.payoutUuid, payoutUuid), inScope(scope)))
    .orderBy(
      sql`${payoutDifferences.resolvedAt} asc nulls first`,
      asc(payoutDifferences.foundAt),
      asc(payoutDifferences.id),
    )
    .limit(limit);
}

/** What no payout has paid out and nobody has worked through, the newest first. */
export async function listOpenWithoutPayout(
  db: Db,
  scope: DifferenceScope,
  limit: number,
): Promise<DifferenceRow[]> {
  return selectDifferences(db)
    .where(and(isNull(payoutDifferences.resolvedAt), isNull(payoutDifferences.payoutUuid), inScope(scope)))
    .orderBy(desc(payoutDifferences.foundAt), desc(payoutDifferences.id))
    .limit(limit);
}

/** How many open differences some payouts have, by store; those of no store by null. */
export async function countOpenDifferences(
  db: Db,
  payoutUuids: string[],
): Promise<{ payoutUuid: string | null; storeId: string | null; open: number }[]> {
  return db
    .select({ payoutUuid: payoutDifferences.payoutUuid, storeId: payoutDifferences.storeId, open: count() })
    .from(payoutDifferences)
    .where(and(inArray(payoutDifferences.payoutUuid, payoutUuids), isNull(payoutDifferences.resolvedAt)))
    .groupBy(payoutDifferences.payoutUuid, payoutDifferences.storeId);
}

/** Payouts with a difference that nobody has worked through. */
export async function listPayoutsWithOpenDifferences(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ uuid: payoutDifferences.payoutUuid })
    .from(payoutDifferences)
    .where(and(isNull(payoutDifferences.resolvedAt), isNotNull(payoutDifferences.payoutUuid)))
    .limit(limit);
  return rows.flatMap((it) => it.uuid ?? []);
}
