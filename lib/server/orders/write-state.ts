import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { listOperationsOfAttempts, type Operation } from "#db/queries/operations.ts";
import type { Order } from "#db/queries/orders.ts";
import { findCurrentAttempt, findSaleAttempt, type SaleAttempt, updateSale } from "#db/queries/sales.ts";
import { deriveOrderState, type OperationFact, type OrderState } from "#lib/order-state.ts";
import type { ConfirmedBy } from "#lib/sale-view.ts";
import { declineUnfit } from "../refunds/decline-unfit.ts";

/** One attempt of a sale with what its state is derived from. */
export type AttemptFacts = SaleAttempt & { operations: Operation[] };

/**
 * Loads an attempt with its sale, order and operations; with a second order of the attempt in place of its own when that is given.
 * Throws when there is no attempt of that id.
 */
export async function loadAttemptFacts(db: Db, attemptId: string, second?: Order): Promise<AttemptFacts> {
  const found = await findSaleAttempt(db, attemptId);
  if (!found) throw new Error(`no attempt ${attemptId}`);
  return withOperations(db, second ? { ...found, order: second } : found);
}

async function withOperations(db: Db, found: SaleAttempt): Promise<AttemptFacts> {
  return factsOf({ ...found, operations: await listOperationsOfAttempts(db, [found.attempt.id]) });
}

/** Of the operations those that the state of the attempt's order is derived from. */
export function factsOf({ sale, attempt, order, operations }: AttemptFacts): AttemptFacts {
  // What was done to one order of the attempt says nothing of another.
  const isOfOrder = (it: Operation) => it.kind === "open_checkout" || !order || isAbout(it, order.uuid);
  return {
    sale,
    attempt,
    order,
    operations: operations.filter((it) => it.attemptId === attempt.id && isOfOrder(it)),
  };
}

/** Tells whether an operation is about this order of its attempt. */
export function isAbout(operation: Operation, orderUuid: string): boolean {
  return operation.orderUuid === null || operation.orderUuid === orderUuid;
}

/** Loads the current attempt of a sale. Throws when there is no sale of that id. */
export async function loadSaleFacts(db: Db, saleId: string): Promise<AttemptFacts> {
  const found = await findCurrentAttempt(db, saleId);
  if (!found) throw new Error(`no sale ${saleId}`);
  return withOperations(db, found);
}

/** What the facts amount to at a moment. */
export function stateOf({ attempt, order, operations }: AttemptFacts, now: Date): OrderState {
  const opening = operations.find((it) => it.kind === "open_checkout");
  if (!opening && !attempt.renewalOperationId)
    throw new Error(`attempt ${attempt.id} has no opening operation`);
  return deriveOrderState({
    // An attempt that a reauthorization made exists because that succeeded.
    opening: { state: opening?.state ?? "succeeded", checkoutExpiresAt: attempt.checkoutExpiresAt },
    snapshot: order?.snapshot && order.askedAt ? { order: order.snapshot, askedAt: order.askedAt } : null,
    operations: operations.map(factOf),
    now,
  });
}

function factOf(it: Operation): OperationFact {
  return { kind: it.kind, state: it.state, amountCents: it.amountCents, movementUuid: it.movementUuid };
}

/**
 * Writes the copy of a sale's state that lists read: the only place that does. When Sezzle's answer changed it, the line of
 * history goes with it, and a refund that waits for a manager and no longer fits is declined. `counts` raises the version though the state is the same (a money operation began or ended).
 */
export async function writeSaleState(
  db: Db,
  saleId: string,
  change: { now: Date; counts?: boolean; confirmedBy?: ConfirmedBy },
): Promise<void> {
  const facts = await loadSaleFacts(db, saleId);
  const { sale } = facts;
  const state = stateOf(facts, change.now);
  const { status, authorizedCents, capturedCents, releasedCents, refundedCents } = state;
  const amounts = { authorizedCents, capturedCents, releasedCents, refundedCents };
  const changed =
    status !== sale.status ||
    authorizedCents !== sale.authorizedCents ||
    capturedCents !== sale.capturedCents ||
    releasedCents !== sale.releasedCents ||
    refundedCents !== sale.refundedCents;
  await updateSale(db, saleId, {
    ...state,
    version: changed || change.counts ? sale.version + 1 : sale.version,
    statusAt: status !== sale.status ? change.now : sale.statusAt,
  });
  if (changed && change.confirmedBy) await insertChanged(db, facts, state, change.confirmedBy, change.now);
  if (changed || change.counts) await declineUnfit(db, { ...sale, ...amounts }, change.now);
}

async function insertChanged(
  db: Db,
  { sale, order }: AttemptFacts,
  state: OrderState,
  confirmedBy: ConfirmedBy,
  at: Date,
): Promise<void> {
  const { status, authorizedCents, capturedCents, releasedCents, refundedCents } = state;
  await insertHistory(db, {
    at,
    kind: "order.changed",
    storeId: sale.storeId,
    saleId: sale.id,
    orderUuid: order?.uuid ?? null,
    data: {
      from: sale.status,
      to: status,
      amounts: { authorizedCents, capturedCents, releasedCents, refundedCents },
      currency: sale.currency,
      confirmedBy,
    },
  });
}
