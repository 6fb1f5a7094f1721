import { and, count, eq, exists, gte, inArray, lt, ne, sql, sum } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { waitingStatuses } from "#lib/order-state.ts";
import type { HourRow, Sum } from "#lib/today.ts";
import type { Db } from "../engine.ts";
import { movesMoneyAndIsOpen, operations } from "../schema/operations.ts";
import { movements, orders } from "../schema/orders.ts";
import { people } from "../schema/people.ts";
import { refundRequests } from "../schema/refund-requests.ts";
import { attempts, sales } from "../schema/sales.ts";
import { unindexed } from "./common-sql.ts";
import { isApprovedAt } from "./snapshot-sql.ts";

export type Stretch = { storeId: string; from: Date; to: Date };

/** What was captured, refunded and released in each hour of a stretch; apart what came at `laterFrom` or after it. */
export async function sumMovementsByHour(
  db: Db,
  { storeId, from, to }: Stretch,
  laterFrom: Date,
): Promise<HourRow[]> {
  // Numbers are bound as reals: without the cast each moment would be an hour of its own.
  const hour = sql<number>`cast((${movements.firstSeenAt} - ${from.getTime()}) / 3600000 as integer)`;
  const isLater = sql<number>`${movements.firstSeenAt} >= ${laterFrom.getTime()}`;
  const rows = await db
    .select({
      hour: hour.mapWith(Number),
      kind: movements.kind,
      isLater: isLater.mapWith(Boolean),
      cents: sum(movements.amountCents).mapWith(Number),
      count: count(),
    })
    .from(movements)
    .where(
      and(eq(movements.storeId, storeId), gte(movements.firstSeenAt, from), lt(movements.firstSeenAt, to)),
    )
    .groupBy(sql`1`, movements.kind, sql`3`);
  return rows;
}

/** The sales that were started in a stretch. */
export async function sumStarted(db: Db, { storeId, from, to }: Stretch): Promise<Sum> {
  const [row] = await db
    .select({ cents: sum(sales.amountCents).mapWith(Number), count: count() })
    .from(sales)
    .where(and(eq(sales.storeId, storeId), gte(sales.createdAt, from), lt(sales.createdAt, to)));
  return { cents: row?.cents ?? 0, count: row?.count ?? 0 };
}

/**
 * What of a store is open now, by status: what was asked for, and what is approved and neither taken nor let go of. Apart what
 * was started before the day, and approvals whose time has passed.
 */
export async function sumOpen(db: Db, storeId: string, dayFrom: Date, now: Date) {
  const isEarlier = sql<number>`${sales.createdAt} < ${dayFrom.getTime()}`;
  const isOver = sql<number>`case when ${sales.authorizationExpiresAt} <= ${now.getTime()} then 1 else 0 end`;
  return db
    .select({
      status: sales.status,
      isEarlier: isEarlier.mapWith(Boolean),
      isOver: isOver.mapWith(Boolean),
      count: count(),
      askedCents: sum(sales.amountCents).mapWith(Number),
      leftCents:
        sql<number>`sum(${sales.authorizedCents} - ${sales.capturedCents} - ${sales.releasedCents})`.mapWith(
          Number,
        ),
    })
    .from(sales)
    .where(and(eq(sales.storeId, storeId), inArray(sales.status, [...waitingStatuses])))
    .groupBy(sales.status, sql`2`, sql`3`);
}

/** A sale that somebody has to look at. */
export type MatterRow = {
  saleId: string;
  storeId: string;
  number: string;
  at: Date;
  amountCents: number | null;
};

/** The money operations of some stores whose end is not known, the longest open first. */
export async function listUnconfirmed(
  db: Db,
  storeIds: string[],
  limit: number,
): Promise<(MatterRow & { kind: (typeof operations.$inferSelect)["kind"] })[]> {
  return db
    .select({
      saleId: sales.id,
      storeId: sales.storeId,
      number: sales.number,
      at: operations.preparedAt,
      amountCents: operations.amountCents,
      kind: operations.kind,
    })
    .from(operations)
    .innerJoin(sales, eq(sales.id, operations.saleId))
    .where(
      and(
        movesMoneyAndIsOpen,
        eq(operations.state, "unconfirmed"),
        // Not all the stores' sales are walked: the few open operations come first.
        inArray(unindexed(sales.storeId), storeIds),
      ),
    )
    .orderBy(operations.preparedAt)
    .limit(limit);
}

/** The refunds that wait for a manager of a store, the longest waiting first. */
export async function listRefundsAsked(
  db: Db,
  storeId: string,
  limit: number,
): Promise<(MatterRow & { person: string })[]> {
  return db
    .select({
      saleId: refundRequests.saleId,
      storeId: refundRequests.storeId,
      number: sales.number,
      at: refundRequests.createdAt,
      amountCents: refundRequests.amountCents,
      person: people.name,
    })
    .from(refundRequests)
    .innerJoin(sales, eq(sales.id, refundRequests.saleId))
    .innerJoin(people, eq(people.id, refundRequests.personId))
    .where(and(eq(refundRequests.storeId, storeId), sql`decision is null`))
    .orderBy(refundRequests.createdAt)
    .limit(limit);
}

/**
 * Sales of some stores that have approved money on an order beside the one they stand for: on a second order of one attempt, or
 * on another link's, made since a moment. Few were sent a link again, and few of those were paid twice.
 */
export async function listApprovedBeside(
  db: Db,
  storeIds: string[],
  since: Date,
  limit: number,
): Promise<string[]> {
  // Not all the stores' sales are walked.
  const inStores = inArray(unindexed(sales.storeId), storeIds);
  const isApproved = isApprovedAt(db);
  const seconds = await db
    .selectDistinct({ id: sales.id })
    .from(orders)
    .innerJoin(attempts, eq(attempts.id, orders.attemptId))
    .innerJoin(sales, eq(sales.id, attempts.saleId))
    .where(and(inStores, sql`${orders.kind} = 'second'`, gte(orders.createdAt, since), isApproved))
    .limit(limit);
  const other = alias(attempts, "other");
  const approvedElsewhere = db
    .select({ one: sql`1` })
    .from(other)
    .innerJoin(orders, eq(orders.attemptId, other.id))
    .where(and(eq(other.saleId, sales.id), ne(other.id, sales.currentAttemptId), isApproved));
  const others = await db
    .selectDistinct({ id: sales.id })
    .from(attempts)
    .innerJoin(sales, eq(sales.id, attempts.saleId))
    .where(and(inStores, sql`ordinal > 1`, gte(attempts.createdAt, since), exists(approvedElsewhere)))
    .limit(limit);
  return [...new Set([...seconds, ...others].map((it) => it.id))];
}

/** The sales of a store whose link was perhaps never sent, the oldest first. */
export async function listUnsureLinks(db: Db, storeId: string, limit: number): Promise<MatterRow[]> {
  return db
    .select({
      saleId: sales.id,
      storeId: sales.storeId,
      number: sales.number,
      at: sales.createdAt,
      amountCents: sales.amountCents,
    })
    .from(sales)
    .where(and(eq(sales.storeId, storeId), eq(sales.status, "unconfirmed")))
    .orderBy(sales.createdAt)
    .limit(limit);
}
