import { randomUUID } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import type { Operation } from "#db/queries/operations.ts";
import { countHint, findMainOrder, findOrder, insertOrder, updateOrder } from "#db/queries/orders.ts";
import { findSale } from "#db/queries/sales.ts";
import { insertPrepared, newOperation } from "./prepare.ts";
import type { Sent } from "./send.ts";

/** Whether the order that a session answer named is known as another attempt's: it stays with that one. */
export async function isOrderOfAnother(db: Db, operation: Operation, orderUuid: string): Promise<boolean> {
  const known = await findOrder(db, orderUuid);
  return known !== null && known.attemptId !== null && known.attemptId !== operation.attemptId;
}

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
  const main = await findMainOrder(db, operation.attemptId);
  const kind = main && main.uuid !== orderUuid ? "second" : "main";
  const named = { kind, attemptId: operation.attemptId, sessionUuid, checkoutUrl } as const;
  if (await findOrder(db, orderUuid)) {
    await updateOrder(db, orderUuid, named);
  } else {
    await insertOrder(db, {
      uuid: orderUuid,
      ...named,
      snapshot: null,
      askedAt: null,
      confirmedAt: null,
      confirmedBy: null,
      createdAt: now,
    });
  }
  if (kind === "second") {
    await insertHistory(db, {
      at: now,
      kind: "order.second",
      storeId: sale.storeId,
      saleId: sale.id,
      orderUuid,
    });
  }
  // From now on polling knows of the order, should this process die before it asks.
  await countHint(db, orderUuid, "operation", now);
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
