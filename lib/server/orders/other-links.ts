import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import {
  findOpenOperation,
  findOperationByWish,
  listOperationsOfAttempts,
  type Operation,
} from "#db/queries/operations.ts";
import { findMainOrder, listOrdersOfSales, type Order } from "#db/queries/orders.ts";
import { findSale, type Sale, updateSale } from "#db/queries/sales.ts";
import { insertPrepared, newOperation } from "../payments/prepare.ts";
import { approvedCents, isCheckoutOpen } from "./facts.ts";
import { writeSaleState } from "./write-state.ts";

/**
 * Has a sale stand for the link that the shopper paid: an earlier one whose answer was lost, while nothing is approved on the one
 * it stood for. True when it does from now on. A second order of one attempt is an alarm, and never taken by itself.
 */
export async function standForPaidLink(db: Db, sale: Sale, order: Order, now: Date): Promise<boolean> {
  if (order.kind !== "main" || !order.attemptId || order.attemptId === sale.currentAttemptId) return false;
  const paidCents = approvedCents(order);
  const current = await findMainOrder(db, sale.currentAttemptId);
  if (paidCents === 0 || (current && approvedCents(current) > 0)) return false;
  await updateSale(db, sale.id, { currentAttemptId: order.attemptId });
  await insertHistory(db, {
    at: now,
    kind: "sale.switched",
    storeId: sale.storeId,
    saleId: sale.id,
    orderUuid: order.uuid,
    data: { amountCents: paidCents, currency: sale.currency },
  });
  return true;
}

/**
 * Once a sale stands for an approved order, its other links must not be paid as well: each that still works is deleted, once, in
 * the name of who sent it. Where that fails, screens show the link with a button to close it.
 */
export async function closeOtherLinks(db: Db, saleId: string, now: Date): Promise<void> {
  const sale = await findSale(db, saleId);
  const current = sale && (await findMainOrder(db, sale.currentAttemptId));
  if (!sale || !current || approvedCents(current) === 0) return;
  for (const { order } of await listOrdersOfSales(db, [saleId])) {
    if (order.uuid === current.uuid || !isCheckoutOpen(order)) continue;
    if (await findOpenOperation(db, saleId)) return;
    const wishId = `close:${order.uuid}`;
    if (await findOperationByWish(db, wishId)) continue;
    await insertPrepared(db, await closingOf(db, sale, order, wishId, now), sale.storeId, now);
    await writeSaleState(db, saleId, { now, counts: true });
  }
}

async function closingOf(db: Db, sale: Sale, order: Order, wishId: string, now: Date): Promise<Operation> {
  const attemptId = order.attemptId ?? sale.currentAttemptId;
  const [opening] = await listOperationsOfAttempts(db, [attemptId]);
  return {
    ...newOperation("cancel_checkout", now),
    saleId: sale.id,
    attemptId,
    orderUuid: order.uuid,
    amountCents: null,
    currency: sale.currency,
    reason: "the shopper has paid by another link",
    wishId,
    seenVersion: sale.version,
    personId: opening?.personId ?? sale.personId,
    registerId: opening?.registerId ?? sale.registerId,
    // Sent by whichever process looks first.
    nextRepeatAt: now,
  };
}
