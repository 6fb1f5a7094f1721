import type { Db } from "#db/engine.ts";
import { listOperationsOfSales } from "#db/queries/operations.ts";
import { listOrdersOfSales, type Order } from "#db/queries/orders.ts";
import { listAttempts } from "#db/queries/sales.ts";
import type { AttemptView, OperationView, SezzleOrderView } from "#lib/order-detail.ts";
import { maskedContact } from "./view.ts";

type OperationRow = Awaited<ReturnType<typeof listOperationsOfSales>>[number];

/** Every attempt of a sale, the newest first, with its orders and operations. */
export async function viewAttempts(db: Db, saleId: string, currentAttemptId: string): Promise<AttemptView[]> {
  const operations = await listOperationsOfSales(db, [saleId]);
  const orders = (await listOrdersOfSales(db, [saleId])).map((it) => it.order);
  return (await listAttempts(db, saleId)).map(({ attempt, contact }) => ({
    attemptId: attempt.id,
    ordinal: attempt.ordinal,
    isCurrent: attempt.id === currentAttemptId,
    isRenewal: attempt.renewalOperationId !== null,
    createdAt: attempt.createdAt.toISOString(),
    sentTo: { kind: attempt.channel, masked: maskedContact(contact) },
    referenceId: attempt.referenceId,
    checkoutExpiresAt: attempt.checkoutExpiresAt.toISOString(),
    orders: orders.filter((it) => it.attemptId === attempt.id).map(viewOrder),
    operations: operations.filter((it) => it.operation.attemptId === attempt.id).map(viewOperation),
  }));
}

function viewOrder(order: Order): SezzleOrderView {
  const { snapshot } = order;
  return {
    orderUuid: order.uuid,
    isSecond: order.kind === "second",
    sessionUuid: order.sessionUuid,
    sezzleOrderId: snapshot?.authorization?.sezzleOrderId ?? null,
    referenceId: snapshot?.referenceId ?? null,
    checkoutStatus: snapshot?.checkoutStatus ?? null,
    confirmedAt: order.confirmedAt?.toISOString() ?? null,
  };
}

function viewOperation({ operation, person, register }: OperationRow): OperationView {
  return {
    operationId: operation.id,
    kind: operation.kind,
    state: operation.state,
    amountCents: operation.amountCents,
    currency: operation.currency,
    referenceId: operation.input.referenceId ?? null,
    reason: operation.reason,
    person,
    register,
    preparedAt: operation.preparedAt.toISOString(),
    endedAt: operation.endedAt?.toISOString() ?? null,
    tries: operation.tries,
    settledBy: operation.settledBy,
    movementUuid: operation.movementUuid,
    problem: operation.problem,
  };
}
