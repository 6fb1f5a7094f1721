import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findOperationByWish, type Operation } from "#db/queries/operations.ts";
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
  const setReference = await prepareReceiptNumber(db, operation, orderUuid, now);
  return setReference ? [setReference] : [];
}

/**
 * Writes down that the receipt number a sale was started with is set as its order's reference, once an opening. Returns the
 * operation's id, to be run; it is also due to be started by whichever process is alive. Null when there is nothing to set.
 */
export async function prepareReceiptNumber(
  db: Db,
  opening: Operation,
  orderUuid: string,
  now: Date,
): Promise<string | null> {
  const wishId = `receipt:${opening.id}`;
  const sale = await findSale(db, opening.saleId);
  if (!sale?.receiptNumber || (await findOperationByWish(db, wishId))) return null;
  const setReference: Operation = {
    ...newOperation("set_reference", now),
    saleId: sale.id,
    attemptId: opening.attemptId,
    orderUuid,
    amountCents: null,
    currency: sale.currency,
    input: { referenceId: sale.receiptNumber },
    wishId,
    seenVersion: sale.version,
    personId: opening.personId,
    registerId: opening.registerId,
    nextRepeatAt: now,
  };
  await insertPrepared(db, setReference, sale.storeId, now);
  return setReference.id;
}
