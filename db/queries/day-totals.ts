import { and, asc, count, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { waitingStatuses } from "#lib/order-state.ts";
import type { Db } from "../engine.ts";
import { movesMoneyAndIsOpen, operations } from "../schema/operations.ts";
import { movements, orders } from "../schema/orders.ts";
import { people } from "../schema/people.ts";
import { refundRequests } from "../schema/refund-requests.ts";
import { attempts, sales } from "../schema/sales.ts";
import { registers } from "../schema/stores.ts";
import { unindexed } from "./common-sql.ts";
import type { Sale } from "./sales.ts";

/** A store and a stretch of its time: from `from` on, and before `to`. */
export type Stretch = { storeId: string; from: Date; to: Date };

/**
 * What was captured, refunded and released in a stretch of time, by when Sezzle first showed it; by kind, and by the person and
 * the register that asked for it (null: made elsewhere).
 */
export async function sumMovements(db: Db, { storeId, from, to }: Stretch) {
  return db
    .select({
      kind: movements.kind,
      personId: operations.personId,
      registerId: operations.registerId,
      count: count(),
      amountCents: sql<number>`sum(${movements.amountCents})`.mapWith(Number),
    })
    .from(movements)
    .leftJoin(operations, eq(operations.id, movements.operationId))
    .where(
      and(eq(movements.storeId, storeId), gte(movements.firstSeenAt, from), lt(movements.firstSeenAt, to)),
    )
    .groupBy(movements.kind, operations.personId, operations.registerId);
}

/** The sales that were started in a stretch of time, by status, person and register. */
export async function sumSales(db: Db, { storeId, from, to }: Stretch) {
  return db
    .select({
      // Grouped as it is: no index of statuses is walked for a stretch of time.
      status: unindexed<Sale["status"]>(sales.status),
      personId: sales.personId,
      registerId: sales.registerId,
      count: count(),
      amountCents: sql<number>`sum(${sales.amountCents})`.mapWith(Number),
    })
    .from(sales)
    .where(and(eq(sales.storeId, storeId), gte(sales.createdAt, from), lt(sales.createdAt, to)))
    .groupBy(sql`1`, sales.personId, sales.registerId);
}

/** What was captured and refunded in a stretch of time, in cents, and how many sales were started. */
export async function sumDay(db: Db, { storeId, from, to }: Stretch) {
  const rows = await db
    .select({ kind: movements.kind, amountCents: sql<number>`sum(${movements.amountCents})`.mapWith(Number) })
    .from(movements)
    .where(
      and(eq(movements.storeId, storeId), gte(movements.firstSeenAt, from), lt(movements.firstSeenAt, to)),
    )
    .groupBy(movements.kind);
  const of = (kind: (typeof rows)[number]["kind"]) => rows.find((it) => it.kind === kind)?.amountCents ?? 0;
  const started = await db.$count(
    sales,
    and(eq(sales.storeId, storeId), gte(sales.createdAt, from), lt(sales.createdAt, to)),
  );
  return { started, capturedCents: of("capture"), refundedCents: of("refund") };
}

/** When the first sale of a store was started; null when there is none. */
export async function firstSaleAt(db: Db, storeId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: sales.createdAt })
    .from(sales)
    .where(eq(sales.storeId, storeId))
    .orderBy(asc(sales.createdAt), asc(sales.id))
    .limit(1);
  return row?.at ?? null;
}

/**
 * The sales of a store, started before a moment, of which something may be open: that wait, whose money operation has no end, or
 * that had a link sent again or a second order since `orderedSince`, or of which a refund waits for a manager. Few at any time, however long the shop has been open.
 */
export async function listMaybeOpen(
  db: Db,
  storeId: string,
  before: Date,
  orderedSince: Date,
): Promise<string[]> {
  const waiting = db
    .select({ id: sales.id })
    .from(sales)
    .where(
      and(
        eq(sales.storeId, storeId),
        inArray(sales.status, [...waitingStatuses]),
        lt(sales.createdAt, before),
      ),
    );
  // Not all the store's sales are walked: the few on the other side come first.
  const inStore = and(eq(unindexed(sales.storeId), storeId), sql`+${sales.createdAt} < ${before.getTime()}`);
  const inDoubt = db
    .select({ id: sales.id })
    .from(sales)
    .where(
      and(
        inStore,
        inArray(sales.id, db.select({ id: operations.saleId }).from(operations).where(movesMoneyAndIsOpen)),
      ),
    );
  const sentAgain = db
    .select({ id: sales.id })
    .from(attempts)
    .innerJoin(sales, eq(sales.id, attempts.saleId))
    .where(and(inStore, sql`ordinal > 1`, gte(attempts.createdAt, orderedSince)));
  const seconds = db
    .select({ id: sales.id })
    .from(orders)
    .innerJoin(attempts, eq(attempts.id, orders.attemptId))
    .innerJoin(sales, eq(sales.id, attempts.saleId))
    .where(and(inStore, sql`kind = 'second'`, gte(orders.createdAt, orderedSince)));
  const asked = db
    .select({ id: refundRequests.saleId })
    .from(refundRequests)
    .innerJoin(sales, eq(sales.id, refundRequests.saleId))
    .where(
      and(eq(refundRequests.storeId, storeId), isNull(refundRequests.decision), lt(sales.createdAt, before)),
    );
  const found = [await waiting, await inDoubt, await sentAgain, await seconds, await asked].flat();
  return [...new Set(found.map((it) => it.id))];
}

/** The names of some people and registers, by id. */
export async function namesOf(
  db: Db,
  personIds: string[],
  registerIds: string[],
): Promise<{ people: Map<string, string>; registers: Map<string, string> }> {
  const who = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, personIds));
  const where = await db
    .select({ id: registers.id, name: registers.name })
    .from(registers)
    .where(inArray(registers.id, registerIds));
  return {
    people: new Map(who.map((it) => [it.id, it.name])),
    registers: new Map(where.map((it) => [it.id, it.name])),
  };
}
