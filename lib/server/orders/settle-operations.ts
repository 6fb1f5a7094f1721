import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { listOperationsOfAttempts, type Operation, updateOperation } from "#db/queries/operations.ts";
import { insertMovement, listMovements, setMovementOperation } from "#db/queries/orders.ts";
import type { Sale } from "#db/queries/sales.ts";
import { matchMovements } from "#lib/movements.ts";
import type { Problem } from "#lib/problem.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { shopperFinishedFirst } from "../payments/problems.ts";

type Settling = { sale: Sale; attemptId: string; order: SezzleOrder; now: Date };

/**
 * Keeps the movements an answer shows, and ends the operations without an answer that it proves done (or, for a cancel,
 * undone). Nothing is concluded from what an answer does not show. True when an operation ended.
 */
export async function settleOperations(db: Db, settling: Settling): Promise<boolean> {
  const operations = await listOperationsOfAttempts(db, [settling.attemptId]);
  const byMovement = await settleByMovements(db, settling, operations);
  const byState = await settleByOrder(db, settling, operations);
  return byMovement || byState;
}

async function settleByMovements(db: Db, settling: Settling, operations: Operation[]): Promise<boolean> {
  const { sale, order, now } = settling;
  const known = await listMovements(db, [order.orderUuid]);
  const matchable = operations.map((it) => ({ ...it, operationId: it.id }));
  let settled = false;
  for (const match of matchMovements(order, known, matchable)) {
    if (match.isNew) {
      const { uuid, kind, amountCents, operationId } = match;
      const orderUuid = order.orderUuid;
      await insertMovement(db, {
        uuid,
        orderUuid,
        kind,
        amountCents,
        operationId,
        source: null,
        firstSeenAt: now,
      });
    } else {
      await setMovementOperation(db, match.uuid, match.operationId);
    }
    const maker = operations.find((it) => it.id === match.operationId);
    if (maker && maker.state !== "succeeded") {
      await succeed(db, settling, maker, match.uuid);
      settled = true;
    } else if (!maker) {
      await insertHistory(db, {
        at: now,
        kind: "movement.elsewhere",
        storeId: sale.storeId,
        saleId: sale.id,
        orderUuid: order.orderUuid,
        data: { movement: match.kind, amountCents: match.amountCents, currency: sale.currency },
      });
    }
  }
  return settled;
}

async function settleByOrder(db: Db, settling: Settling, operations: Operation[]): Promise<boolean> {
  const { order } = settling;
  let settled = false;
  for (const it of operations) {
    if (it.state !== "unconfirmed") continue;
    const isDone =
      (it.kind === "cancel_checkout" &&
        order.checkoutStatus === "deleted" &&
        !order.authorization?.approved) ||
      (it.kind === "set_reference" && order.referenceId === it.input.referenceId);
    if (isDone) {
      await succeed(db, settling, it, null);
      settled = true;
    } else if (it.kind === "cancel_checkout" && order.authorization?.approved) {
      // A completed checkout can no longer be deleted: the lost cancel has done nothing and never will.
      await fail(db, settling, it, shopperFinishedFirst);
      settled = true;
    }
  }
  return settled;
}

async function succeed(
  db: Db,
  settling: Settling,
  operation: Operation,
  movementUuid: string | null,
): Promise<void> {
  const { sale, order, now } = settling;
  await updateOperation(db, operation.id, {
    state: "succeeded",
    settledBy: "order",
    movementUuid,
    endedAt: now,
    lease: null,
    leaseUntil: null,
    problem: null,
  });
  await insertHistory(db, {
    at: now,
    kind: "operation.succeeded",
    storeId: sale.storeId,
    saleId: sale.id,
    orderUuid: order.orderUuid,
    operationId: operation.id,
    data: {
      operation: operation.kind,
      amountCents: operation.amountCents ?? undefined,
      currency: sale.currency,
      settledBy: "order",
      referenceId: operation.input.referenceId,
    },
  });
}

async function fail(db: Db, settling: Settling, operation: Operation, problem: Problem): Promise<void> {
  const { sale, order, now } = settling;
  await updateOperation(db, operation.id, { state: "rejected", endedAt: now, problem });
  await insertHistory(db, {
    at: now,
    kind: "operation.rejected",
    storeId: sale.storeId,
    saleId: sale.id,
    orderUuid: order.orderUuid,
    operationId: operation.id,
    data: { operation: operation.kind, settledBy: "order", code: problem.code },
  });
}
