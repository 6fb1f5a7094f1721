import { randomUUID } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import type { Operation } from "#db/queries/operations.ts";
import {
  countHint,
  findMainOrder,
  findOrder,
  insertOrder,
  setNextAsk,
  updateOrder,
} from "#db/queries/orders.ts";
import { findSale } from "#db/queries/sales.ts";
import { insertPrepared, newOperation } from "./prepare.ts";
import type { Sent } from "./send.ts";

/**
 * Keeps the order that a session answer named, in the transaction that ends the operation. A webhook may have been faster and
 * the order be known. Returns the operations that follow: the receipt number given at the start is set as the order's
 * reference.
 */
export async function checkoutOpened(
  db: Db,
  operation: Operation,
  checkout: NonNullable<Sent["checkout"]>,
  now: Date,
): Promise<string[]> {
  const { orderUuid, sessionUuid, checkoutUrl } = checkout;
  const sale = await findSale(db, operation.saleId);
  if (!sale) throw new Error(`no sale ${operation.saleId}`);
  if (await findOrder(db, orderUuid)) {
    await updateOrder(db, orderUuid, { sessionUuid, checkoutUrl });
  } else {
    const isSecond = (await findMainOrder(db, operation.attemptId)) !== null;
    await insertOrder(db, {
      uuid: orderUuid,
      kind: isSecond ? "second" : "main",
      attemptId: operation.attemptId,
      sessionUuid,
      checkoutUrl,
      snapshot: null,
      askedAt: null,
      confirmedAt: null,
      confirmedBy: null,
      createdAt: now,
    });
    if (isSecond) {
      await insertHistory(db, {
        at: now,
        kind: "order.second",
        storeId: sale.storeId,
        saleId: sale.id,
        orderUuid,
      });
    }
  }
  // Should this process die before it asks, polling asks.
  await countHint(db, orderUuid, "operation");
  await setNextAsk(db, orderUuid, now);
  if (!sale.receiptNumber) return [];
  const setReference: Operation = {
    ...newOperation("set_reference", now),
    saleId: sale.id,
    attemptId: operation.attemptId,
    orderUuid,
    amountCents: null,
    currency: sale.currency,
    input: { referenceId: sale.receiptNumber },
    wishId: randomUUID(),
    seenVersion: sale.version,
    personId: operation.personId,
    registerId: operation.registerId,
  };
  await insertPrepared(db, setReference, sale.storeId, now);
  return [setReference.id];
}
