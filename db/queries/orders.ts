import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { ConfirmedBy } from "#lib/sale-view.ts";
import type { Db } from "../engine.ts";
import { insertRow, prepared, updateRow } from "../prepared.ts";
import { movements, orderAsks, orders } from "../schema/orders.ts";
import { attempts } from "../schema/sales.ts";
import { lesser } from "./common-sql.ts";
import { latestLeaseEnd } from "./leases.ts";

export type Order = typeof orders.$inferSelect;
export type OrderAsk = typeof orderAsks.$inferSelect;
export type Movement = typeof movements.$inferSelect;

const orderByUuid = prepared((db, it: { uuid: string }) =>
  db.select().from(orders).where(eq(orders.uuid, it.uuid)),
);

/** One Sezzle order; null when it is not known here. */
export async function findOrder(db: Db, uuid: string): Promise<Order | null> {
  const [row] = await orderByUuid(db, { uuid });
  return row ?? null;
}

const mainOrder = prepared((db, it: { attemptId: string }) =>
  db
    .select()
    .from(orders)
    .where(and(eq(orders.attemptId, it.attemptId), eq(orders.kind, "main"))),
);

/** The order an attempt opened; null while none is known. */
export async function findMainOrder(db: Db, attemptId: string): Promise<Order | null> {
  const [row] = await mainOrder(db, { attemptId });
  return row ?? null;
}

const ordersOfSales = prepared((db, it: { saleIds: string[] }) =>
  db
    .select({ saleId: attempts.saleId, order: orders })
    .from(orders)
    .innerJoin(attempts, eq(attempts.id, orders.attemptId))
    .where(inArray(attempts.saleId, it.saleIds))
    .orderBy(asc(orders.createdAt), asc(orders.uuid)),
);

/** Every order of a sale, of all its attempts, oldest first. */
export async function listOrdersOfSales(
  db: Db,
  saleIds: string[],
): Promise<{ saleId: string; order: Order }[]> {
  return ordersOfSales(db, { saleIds });
}

/** Adds an order. */
export async function insertOrder(db: Db, order: Order): Promise<void> {
  await insertRow(db, orders, order);
}

/** Writes what changed on an order. */
export async function updateOrder(db: Db, uuid: string, change: Partial<Order>): Promise<void> {
  await updateRow(db, orders, change, { column: orders.uuid, is: uuid });
}

const movementsOfOrders = prepared((db, it: { orderUuids: string[] }) =>
  db
    .select()
    .from(movements)
    .where(inArray(movements.orderUuid, it.orderUuids))
    .orderBy(asc(movements.firstSeenAt), asc(movements.uuid)),
);

/** The movements of an order, in the order they were first seen. */
export async function listMovements(db: Db, orderUuids: string[]): Promise<Movement[]> {
  return movementsOfOrders(db, { orderUuids });
}

const movementByUuid = prepared((db, it: { uuid: string }) =>
  db.select().from(movements).where(eq(movements.uuid, it.uuid)),
);

/** One movement; null when Sezzle has not shown it yet. */
export async function findMovement(db: Db, uuid: string): Promise<Movement | null> {
  const [row] = await movementByUuid(db, { uuid });
  return row ?? null;
}

const newMovement = prepared((db, it: Movement) =>
  db
    .insert(movements)
    .values(it)
    .onConflictDoNothing({ target: movements.uuid })
    .returning({ uuid: movements.uuid }),
);

/** Adds a movement Sezzle shows. False when it is kept already, as another order's. */
export async function insertMovement(db: Db, movement: Movement): Promise<boolean> {
  return (await newMovement(db, movement)).length > 0;
}

/** Ties a movement to the operation that made it, or (null) unties it. */
export async function setMovementOperation(db: Db, uuid: string, operationId: string | null): Promise<void> {
  await updateRow(db, movements, { operationId }, { column: movements.uuid, is: uuid });
}

/** Notes where a refund was made, as an event reported it. Unknown movements are left alone. */
export async function setMovementSource(db: Db, uuid: string, source: string): Promise<void> {
  await db.update(movements).set({ source }).where(eq(movements.uuid, uuid));
}

const newHint = prepared((db, it: { orderUuid: string; hint: ConfirmedBy; askBy: Date }) => {
  const by = sql`${it.askBy}`;
  return db
    .insert(orderAsks)
    .values({ orderUuid: it.orderUuid, wanted: 1, hint: it.hint, nextAskAt: it.askBy })
    .onConflictDoUpdate({
      target: orderAsks.orderUuid,
      set: {
        wanted: sql`${orderAsks.wanted} + 1`,
        hint: it.hint,
        nextAskAt: lesser(sql`coalesce(${orderAsks.nextAskAt}, ${by})`, by),
      },
    })
    .returning({ wanted: orderAsks.wanted });
});

/**
 * Counts a hint that an order may have changed. Returns the number of this hint: once `done` reaches it, it is answered. Whatever becomes
 * of the process that took it, the order is asked for by `askBy`.
 */
export async function countHint(db: Db, orderUuid: string, hint: ConfirmedBy, askBy: Date): Promise<number> {
  const [row] = await newHint(db, { orderUuid, hint, askBy });
  if (!row) throw new Error(`no ask row for order ${orderUuid}`);
  return row.wanted;
}

/** Counts a regular check as a hint, while it is due and nobody asks. Returns its number, or null. */
export async function countPoll(db: Db, orderUuid: string, now: Date): Promise<number | null> {
  const [row] = await db
    .update(orderAsks)
    .set({ wanted: sql`${orderAsks.wanted} + 1`, hint: "poll" })
    .where(and(eq(orderAsks.orderUuid, orderUuid), isDue(now)))
    .returning({ wanted: orderAsks.wanted });
  return row?.wanted ?? null;
}

/** Nobody asks for the order, or who did has died. `latest`: the latest moment at which a lease given by now can end. */
const isFree = (now: Date, latest: Date) =>
  or(isNull(orderAsks.lease), lte(orderAsks.leaseUntil, now), gt(orderAsks.leaseUntil, latest));

/** It is time to ask for the order, and nobody does. */
export const isDue = (now: Date) => and(lte(orderAsks.nextAskAt, now), isFree(now, latestLeaseEnd(now)));

const askOfOrder = prepared((db, it: { orderUuid: string }) =>
  db.select().from(orderAsks).where(eq(orderAsks.orderUuid, it.orderUuid)),
);

/** When an order is to be asked for, and who is asking; null when it never was. */
export async function findAsk(db: Db, orderUuid: string): Promise<OrderAsk | null> {
  const [row] = await askOfOrder(db, { orderUuid });
  return row ?? null;
}

/** Whether nobody holds the right to ask for an order. */
export async function isAskFree(db: Db, orderUuid: string, now: Date): Promise<boolean> {
  return (
    (await db.$count(orderAsks, and(eq(orderAsks.orderUuid, orderUuid), isFree(now, latestLeaseEnd(now))))) >
    0
  );
}

type AskClaim = { orderUuid: string; lease: string; leaseUntil: Date; now: Date };

const claimedAsk = prepared((db, it: AskClaim & { latest: Date }) =>
  db
    .update(orderAsks)
    .set({ lease: it.lease, leaseUntil: it.leaseUntil })
    .where(and(eq(orderAsks.orderUuid, it.orderUuid), isFree(it.now, it.latest)))
    .returning(),
);

/** Takes the right to ask for an order, when nobody holds it. Null when somebody does. */
export async function claimAsk(db: Db, claim: AskClaim): Promise<OrderAsk | null> {
  const [row] = await claimedAsk(db, { ...claim, latest: latestLeaseEnd(claim.now) });
  return row ?? null;
}

/** Writes what changed on an ask, if the lease is still the caller's. False when it was lost to another. */
export async function updateAsk(
  db: Db,
  orderUuid: string,
  lease: string,
  change: Partial<OrderAsk>,
): Promise<boolean> {
  const ofOrder = { column: orderAsks.orderUuid, is: orderUuid };
  return updateRow(db, orderAsks, change, ofOrder, { column: orderAsks.lease, is: lease });
}

/** Sets when an order is to be asked for next; null: not any more. */
export async function setNextAsk(db: Db, orderUuid: string, nextAskAt: Date | null): Promise<void> {
  await updateRow(db, orderAsks, { nextAskAt }, { column: orderAsks.orderUuid, is: orderUuid });
}

/**
 * Asks for an order no later than at `nextAskAt`, and marks it as shown on a screen. Only where it is asked for often
 * anyway (no later than `oftenUntil`): an order that is over, or asked for once a day, stays as it is.
 */
export async function bringAskForward(
  db: Db,
  orderUuid: string,
  ask: { nextAskAt: Date; oftenUntil: Date; watchedUntil?: Date },
): Promise<void> {
  const { nextAskAt, oftenUntil, watchedUntil } = ask;
  await db
    .update(orderAsks)
    .set({
      nextAskAt: lesser(orderAsks.nextAskAt, nextAskAt.getTime()),
      ...(watchedUntil ? { watchedUntil } : {}),
    })
    .where(and(eq(orderAsks.orderUuid, orderUuid), lte(orderAsks.nextAskAt, oftenUntil)));
}
