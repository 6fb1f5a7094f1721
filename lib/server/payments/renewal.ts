import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import type { Operation } from "#db/queries/operations.ts";
import { countHint, findOrder, insertOrder, updateOrder } from "#db/queries/orders.ts";
import {
  type Attempt,
  findAttempt,
  findSale,
  insertAttempt,
  nextOrdinal,
  updateSale,
} from "#db/queries/sales.ts";
import { findStore } from "#db/queries/stores.ts";
import { newAttempt } from "./new-attempt.ts";

/**
 * Keeps the order that a reauthorization made: as the order of an attempt of its own, tied to the one it renews. It is what the
 * sale stands for, unless the sale has gone on to another link meanwhile. Told twice (by the reply and by an event), it is
 * kept once. Run in the transaction that ends the operation.
 */
export async function keepRenewal(db: Db, operation: Operation, orderUuid: string, now: Date): Promise<void> {
  const known = await findOrder(db, orderUuid);
  const owner = known?.attemptId ? await findAttempt(db, known.attemptId) : null;
  if (owner?.renewalOperationId === operation.id) return;
  const sale = await findSale(db, operation.saleId);
  const store = sale && (await findStore(db, sale.storeId));
  const renewed = await findAttempt(db, operation.attemptId);
  if (!sale || !store || !renewed) throw new Error(`no sale for operation ${operation.id}`);
  const attempt: Attempt = {
    ...newAttempt(sale, await nextOrdinal(db, sale.id), renewed, store, now),
    renewalOperationId: operation.id,
    // There is no checkout to be completed any more.
    checkoutExpiresAt: now,
  };
  await insertAttempt(db, attempt);
  if (sale.currentAttemptId !== operation.attemptId) {
    await updateSale(db, sale.id, { currentAttemptId: sale.currentAttemptId });
  }
  const named = { kind: "main", attemptId: attempt.id } as const;
  if (known) await updateOrder(db, orderUuid, named);
  else {
    await insertOrder(db, {
      ...{ uuid: orderUuid, ...named, sessionUuid: null, checkoutUrl: null, snapshot: null },
      ...{ askedAt: null, confirmedAt: null, confirmedBy: null, createdAt: now },
    });
  }
  await insertHistory(db, {
    at: now,
    kind: "order.renewed",
    storeId: sale.storeId,
    saleId: sale.id,
    orderUuid,
    operationId: operation.id,
    data: { amountCents: operation.amountCents ?? undefined, currency: operation.currency },
  });
  // From now on polling knows of the order, should this process die before it asks.
  await countHint(db, orderUuid, "operation", now);
}

/** Tells whether an order is already another attempt's own: then this reauthorization did not make it. */
export async function isRenewalOfAnother(db: Db, operation: Operation, orderUuid: string): Promise<boolean> {
  const known = await findOrder(db, orderUuid);
  const owner = known?.attemptId ? await findAttempt(db, known.attemptId) : null;
  if (!owner) return false;
  if (owner.saleId !== operation.saleId) return true;
  return known?.kind === "main" && owner.renewalOperationId !== operation.id;
}
