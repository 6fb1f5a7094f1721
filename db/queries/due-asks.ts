import { and, asc, between, count, eq, exists, gt, gte, inArray, lte, min, or, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { orderAsks, orders } from "../schema/orders.ts";
import { attempts, sales } from "../schema/sales.ts";
import { isDue } from "./orders.ts";

/** How long before and after its expiry an order is urgent, by what expires. */
export type EndingTimes = { checkoutMs: number; authorizationMs: number; afterMs: number };

/** Orders to be asked for, those longest due first. Whoever asks claims them first: another process may be faster. */
export async function listDueAsks(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ orderUuid: orderAsks.orderUuid })
    .from(orderAsks)
    .where(isDue(now))
    .orderBy(asc(orderAsks.nextAskAt))
    .limit(limit);
  return rows.map((it) => it.orderUuid);
}

/** Of the orders that are due those that screens show, then those whose time runs out; of each the longest due first. */
export async function listUrgentDueAsks(
  db: Db,
  now: Date,
  { checkoutMs, authorizationMs, afterMs }: EndingTimes,
  limit: number,
): Promise<string[]> {
  const isWatched = gt(orderAsks.watchedUntil, now);
  const ends = (column: typeof sales.checkoutExpiresAt, beforeMs: number) =>
    between(column, new Date(now.getTime() - afterMs), new Date(now.getTime() + beforeMs));
  const isEnding = or(
    and(eq(sales.status, "link_sent"), ends(sales.checkoutExpiresAt, checkoutMs)),
    and(
      inArray(sales.status, ["authorized", "partially_captured"]),
      ends(sales.authorizationExpiresAt, authorizationMs),
    ),
  );
  const rows = await db
    .select({ orderUuid: orderAsks.orderUuid })
    .from(orderAsks)
    .leftJoin(orders, eq(orders.uuid, orderAsks.orderUuid))
    .leftJoin(attempts, eq(attempts.id, orders.attemptId))
    .leftJoin(sales, and(eq(sales.id, attempts.saleId), eq(sales.currentAttemptId, attempts.id)))
    .where(and(isDue(now), or(isWatched, isEnding)))
    .orderBy(sql`case when ${isWatched} then 0 else 1 end`, asc(orderAsks.nextAskAt))
    .limit(limit);
  return rows.map((it) => it.orderUuid);
}

/**
 * Has everything that is asked for at all asked for sooner, for when events may have been missed: what is asked for often (no later
 * than `oftenUntil`) now, and what is asked for once a day, of orders since `since`, within a 24th of its time.
 */
export async function bringAllAsksForward(
  db: Db,
  { now, oftenUntil, since }: { now: Date; oftenUntil: Date; since: Date },
): Promise<void> {
  const [soonest, next] = [now.getTime(), orderAsks.nextAskAt];
  await db
    .update(orderAsks)
    .set({ nextAskAt: now })
    .where(and(gt(next, now), lte(next, oftenUntil)));
  const isRecent = db
    .select({ one: sql`1` })
    .from(orders)
    .where(and(eq(orders.uuid, orderAsks.orderUuid), gte(orders.createdAt, since)));
  await db
    .update(orderAsks)
    .set({ nextAskAt: sql`${soonest} + (${next} - ${soonest}) / 24` })
    .where(and(gt(next, oftenUntil), exists(isRecent)));
}

export type PollingFigures = {
  /** Orders that can still change, and are asked for often. */
  open: number;
  /** Orders that are asked for once a day. */
  daily: number;
  due: number;
  oldestDueAt: Date | null;
};

/** How the asking goes. `oftenUntil`: what is asked for later than that is asked for once a day. */
export async function pollingFigures(db: Db, now: Date, oftenUntil: Date): Promise<PollingFigures> {
  const next = orderAsks.nextAskAt;
  const [row] = await db
    .select({
      all: count(),
      open: sql<number>`count(*) filter (where ${next} <= ${oftenUntil.getTime()})`,
      due: sql<number>`count(*) filter (where ${next} <= ${now.getTime()})`,
      oldest: min(next),
    })
    .from(orderAsks)
    .where(gt(next, new Date(0)));
  if (!row) throw new Error("no figures");
  const oldestDueAt = row.oldest && row.oldest <= now ? row.oldest : null;
  return { open: row.open, daily: row.all - row.open, due: row.due, oldestDueAt };
}
