import type { Db } from "#db/engine.ts";
import { afterClosedDays } from "#db/queries/day-closes.ts";
import { insertHistory } from "#db/queries/history.ts";
import { listOperationsOfAttempts, type Operation, updateOperation } from "#db/queries/operations.ts";
import { insertMovement, listMovements } from "#db/queries/orders.ts";
import type { Sale } from "#db/queries/sales.ts";
import { matchMovements } from "#lib/movements.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { endOperation, type OperationEnd } from "../payments/end-operation.ts";
import { alreadyOver, shopperFinishedFirst, superseded } from "../payments/ended-problems.ts";
import { isAbout } from "./write-state.ts";

type Settling = { sale: Sale; attemptId: string; order: SezzleOrder; now: Date };

/**
 * Keeps the movements an answer shows, and ends the operations without an answer that it proves done or undone. Nothing is
 * concluded from a movement that an answer does not show. True when an operation ended.
 */
export async function settleOperations(db: Db, settling: Settling): Promise<boolean> {
  const all = await listOperationsOfAttempts(db, [settling.attemptId]);
  const operations = all.filter((it) => isAbout(it, settling.order.orderUuid));
  const byMovement = await settleByMovements(db, settling, operations);
  const byState = await settleByOrder(db, settling, operations);
  return byMovement || byState;
}

async function settleByMovements(db: Db, settling: Settling, operations: Operation[]): Promise<boolean> {
  const { sale, order, now } = settling;
  const known = await listMovements(db, [order.orderUuid]);
  const matchable = operations.map((it) => ({ ...it, operationId: it.id }));
  let settled = false;
  for (const { uuid, kind, amountCents, operationId, isNew } of matchMovements(order, known, matchable)) {
    const { orderUuid } = order;
    if (isNew) {
      const owner = { storeId: sale.storeId, saleId: sale.id };
      const row = {
        uuid,
        orderUuid,
        ...owner,
        kind,
        amountCents,
        operationId: null,
        source: null,
        firstSeenAt: await afterClosedDays(db, sale.storeId, now),
      };
      if (!(await insertMovement(db, row))) continue;
    }
    const maker = operations.find((it) => it.id === operationId);
    if (maker) {
      const settledBy = maker.settledBy ?? "order";
      await endOperation(db, maker, { state: "succeeded", settledBy, movementUuid: uuid }, now);
      settled ||= maker.state !== "succeeded";
    } else {
      await insertHistory(db, {
        at: now,
        kind: "movement.elsewhere",
        storeId: sale.storeId,
        saleId: sale.id,
        orderUuid,
        data: { movement: kind, amountCents, currency: sale.currency },
      });
    }
  }
  return settled;
}

async function settleByOrder(db: Db, settling: Settling, operations: Operation[]): Promise<boolean> {
  const { order, now } = settling;
  let settled = false;
  for (const operation of operations) {
    if (operation.state === "unconfirmed") {
      const end = endShownBy(order, operation, operations);
      if (!end) continue;
      await endOperation(db, operation, end, now);
      settled = true;
    } else if (wasTooLate(order, operation)) {
      await updateOperation(db, operation.id, {
        problem: { ...shopperFinishedFirst, technical: operation.problem?.technical },
      });
      settled = true;
    }
  }
  return settled;
}

/** What an answer proves of a lost cancel or a lost receipt number. */
function endShownBy(order: SezzleOrder, operation: Operation, all: Operation[]): OperationEnd | null {
  const done: OperationEnd = { state: "succeeded", settledBy: "order", movementUuid: null };
  if (operation.kind === "cancel_checkout") {
    // A checkout that was completed or denied can no longer be deleted: the lost cancel has done nothing and never will.
    if (order.authorization?.approved) return { state: "rejected", problem: shopperFinishedFirst };
    const isRefused = order.checkoutStatus === "complete" && order.authorization !== null;
    if (order.checkoutStatus === "denied" || isRefused) return { state: "rejected", problem: alreadyOver };
    return order.checkoutStatus === "deleted" ? done : null;
  }
  if (operation.kind === "set_reference") {
    if (order.referenceId === operation.input.referenceId) return done;
    const later = all.find(
      (it) => it.kind === "set_reference" && it.state === "succeeded" && it.preparedAt > operation.preparedAt,
    );
    return later ? { state: "rejected", problem: superseded } : null;
  }
  return null;
}

/** Sezzle refused a cancel, and the order now tells why: the shopper was faster. */
function wasTooLate(order: SezzleOrder, operation: Operation): boolean {
  return (
    operation.kind === "cancel_checkout" &&
    operation.state === "rejected" &&
    operation.problem?.code !== shopperFinishedFirst.code &&
    order.authorization?.approved === true
  );
}
