import { and, asc, eq, exists, gt, gte, inArray, isNull, lte, type SQL, sql, sum } from "drizzle-orm";
import { unionAll } from "drizzle-orm/sqlite-core";
import type { OperationState } from "#lib/operation.ts";
import type { Db } from "../engine.ts";
import { insertRow, prepared, updateRow } from "../prepared.ts";
import { isUnderWay, movesMoneyAndIsOpen, operations } from "../schema/operations.ts";
import { orders } from "../schema/orders.ts";
import { people } from "../schema/people.ts";
import { sales } from "../schema/sales.ts";
import { registers } from "../schema/stores.ts";
import { latestLeaseEnd } from "./leases.ts";

export type Operation = typeof operations.$inferSelect;

/** Writes an operation down, `prepared`. */
export async function insertOperation(db: Db, operation: Operation): Promise<void> {
  await insertRow(db, operations, operation);
}

const operationById = prepared((db, it: { operationId: string }) =>
  db.select().from(operations).where(eq(operations.id, it.operationId)),
);

/** One operation; null when there is none of that id. */
export async function findOperation(db: Db, operationId: string): Promise<Operation | null> {
  const [row] = await operationById(db, { operationId });
  return row ?? null;
}

const operationByWish = prepared((db, it: { wishId: string }) =>
  db.select().from(operations).where(eq(operations.wishId, it.wishId)),
);

/** The operation a wish has become; null when the wish is new. */
export async function findOperationByWish(db: Db, wishId: string): Promise<Operation | null> {
  const [row] = await operationByWish(db, { wishId });
  return row ?? null;
}

const operationsOfAttempts = prepared((db, it: { attemptIds: string[] }) =>
  db
    .select()
    .from(operations)
    .where(inArray(operations.attemptId, it.attemptIds))
    .orderBy(asc(operations.preparedAt), asc(operations.id)),
);

/** The operations of some attempts, oldest first. */
export async function listOperationsOfAttempts(db: Db, attemptIds: string[]): Promise<Operation[]> {
  return operationsOfAttempts(db, { attemptIds });
}

const operationsOfSales = prepared((db, it: { saleIds: string[] }) =>
  db
    .select({ operation: operations, person: people.name, register: registers.name })
    .from(operations)
    .innerJoin(people, eq(people.id, operations.personId))
    .leftJoin(registers, eq(registers.id, operations.registerId))
    .where(inArray(operations.saleId, it.saleIds))
    .orderBy(asc(operations.preparedAt), asc(operations.id)),
);

/** The operations of some sales with the names of their people and registers, oldest first. */
export async function listOperationsOfSales(
  db: Db,
  saleIds: string[],
): Promise<{ operation: Operation; person: string; register: string | null }[]> {
  return operationsOfSales(db, { saleIds });
}

const openOperation = prepared((db, it: { saleId: string }) =>
  db
    .select()
    .from(operations)
    .where(and(eq(operations.saleId, it.saleId), movesMoneyAndIsOpen)),
);

/** The operation that can move this sale's money and has no end yet; at most one. */
export async function findOpenOperation(db: Db, saleId: string): Promise<Operation | null> {
  const [row] = await openOperation(db, { saleId });
  return row ?? null;
}

/** Writes what changed on an operation. */
export async function updateOperation(
  db: Db,
  operationId: string,
  change: Partial<Operation>,
): Promise<void> {
  await updateRow(db, operations, change, { column: operations.id, is: operationId });
}

type OperationClaim = { operationId: string; lease: string; leaseUntil: Date; now: Date };

/** A claim, and what it further depends on. */
const claimWhere = (condition: (it: OperationClaim) => SQL | undefined) =>
  prepared((db, it: OperationClaim) =>
    db
      .update(operations)
      .set({
        state: "sending",
        lease: it.lease,
        leaseUntil: it.leaseUntil,
        tries: sql`${operations.tries} + 1`,
        firstSentAt: sql`coalesce(${operations.firstSentAt}, ${it.now})`,
      })
      .where(and(eq(operations.id, it.operationId), condition(it)))
      .returning(),
  );

const claims = {
  prepared: claimWhere((it) => and(eq(operations.state, "prepared"), gt(operations.leaseUntil, it.now))),
  unconfirmed: claimWhere(() => eq(operations.state, "unconfirmed")),
  unconfirmedIfDue: claimWhere((it) =>
    and(eq(operations.state, "unconfirmed"), lte(operations.nextRepeatAt, it.now)),
  ),
};

/**
 * Claims an operation for sending: from `prepared` while its first lease holds, or from `unconfirmed` for a repeat. Null when
 * somebody else was first, or it is too late.
 */
export async function claimOperation(
  db: Db,
  claim: OperationClaim & {
    from: "prepared" | "unconfirmed";
    /** Of what is repeated by itself: only while that is due. */
    onlyIfDue?: boolean;
  },
): Promise<Operation | null> {
  const { from, onlyIfDue, ...given } = claim;
  const [row] = await claims[from === "unconfirmed" && onlyIfDue ? "unconfirmedIfDue" : from](db, given);
  return row ?? null;
}

/** Keeps an operation's lease while its call is under way. */
export async function renewLease(
  db: Db,
  operationId: string,
  lease: string,
  leaseUntil: Date,
): Promise<void> {
  await db
    .update(operations)
    .set({ leaseUntil })
    .where(and(eq(operations.id, operationId), eq(operations.lease, lease), eq(operations.state, "sending")));
}

/** Operations whose process died: still `prepared` or `sending` though their lease has passed. */
export async function listDeadOperations(db: Db, now: Date): Promise<Operation[]> {
  const underWay = (lease: SQL) => db.select().from(operations).where(and(isUnderWay, lease));
  // Two searches of the index: SQLite would walk all of it for the two conditions in one.
  const passed = underWay(lte(operations.leaseUntil, now));
  return unionAll(passed, underWay(gt(operations.leaseUntil, latestLeaseEnd(now)))).limit(100);
}

/**
 * Operations whose end is not known and that are due to be repeated, the longest due first. Those about whose orders Sezzle has not
 * answered since are left out: however many they are, they do not hold the others up.
 */
export async function listToRepeat(db: Db, now: Date, limit: number): Promise<Operation[]> {
  const answered = db
    .select({ uuid: orders.uuid })
    .from(orders)
    .where(and(eq(orders.uuid, operations.orderUuid), gte(orders.askedAt, operations.unconfirmedAt)));
  return db
    .select()
    .from(operations)
    .where(and(eq(operations.state, "unconfirmed"), lte(operations.nextRepeatAt, now), exists(answered)))
    .orderBy(asc(operations.nextRepeatAt))
    .limit(limit);
}

/** Prepared operations that the till itself is to start by now, while their first lease lasts; the longest due first. */
export async function listToStart(db: Db, now: Date, limit: number): Promise<Operation[]> {
  return db
    .select()
    .from(operations)
    .where(
      and(
        eq(operations.state, "prepared"),
        lte(operations.nextRepeatAt, now),
        // The plus keeps SQLite from walking the leases: few operations are ever due to be started.
        sql`+${operations.leaseUntil} > ${now.getTime()}`,
      ),
    )
    .orderBy(asc(operations.nextRepeatAt))
    .limit(limit);
}

/**
 * What a person has refunded alone in a store since a moment, in cents; what has no end yet or was let go of counts, and what a manager
 * approved does not.
 */
export async function sumRefundsOfPerson(
  db: Db,
  personId: string,
  storeId: string,
  since: Date,
): Promise<number> {
  const states: OperationState[] = ["prepared", "sending", "unconfirmed", "succeeded", "given_up"];
  const [row] = await db
    .select({ cents: sum(operations.amountCents).mapWith(Number) })
    .from(operations)
    .innerJoin(sales, eq(sales.id, operations.saleId))
    .where(
      and(
        eq(operations.kind, "refund"),
        eq(operations.personId, personId),
        gte(operations.preparedAt, since),
        isNull(operations.approvedBy),
        eq(sales.storeId, storeId),
        inArray(operations.state, states),
      ),
    );
  return row?.cents ?? 0;
}

/** A refund of this sale and amount that succeeded, or was let go of and may have been made; the latest one. Null: none. */
export async function findEqualRefund(
  db: Db,
  saleId: string,
  amountCents: number,
): Promise<Operation | null> {
  const [row] = await db
    .select()
    .from(operations)
    .where(
      and(
        eq(operations.saleId, saleId),
        eq(operations.kind, "refund"),
        inArray(operations.state, ["succeeded", "given_up"]),
        eq(operations.amountCents, amountCents),
      ),
    )
    .orderBy(sql`${operations.endedAt} desc nulls last`)
    .limit(1);
  return row ?? null;
}
