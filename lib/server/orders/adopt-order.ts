import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { listOperationsOfAttempts, listOperationsOfSales, type Operation } from "#db/queries/operations.ts";
import { findMainOrder, findOrder, insertOrder, type Order } from "#db/queries/orders.ts";
import { type Attempt, findAttempt, findAttemptByReference, findSale, type Sale } from "#db/queries/sales.ts";
import { mayHaveActed } from "#lib/operation.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { prepareReceiptNumber } from "../payments/checkout-opened.ts";
import { endOperation } from "../payments/end-operation.ts";
import { keepRenewal } from "../payments/renewal.ts";

/**
 * Finds out whose an order is that an event named and nobody here knew, and keeps it: as the order of the attempt whose
 * session answer was lost; as a second order of an attempt that has one, which is an alarm; or as one of the
 * merchant's other channels.
 */
export async function adoptOrder(db: Db, order: SezzleOrder, now: Date): Promise<Order> {
  const owner = await ownerOf(db, order);
  const main = owner && (await findMainOrder(db, owner.attempt.id));
  const renewal = main && (await findLostRenewal(db, owner.sale.id, order));
  if (renewal) return adoptRenewal(db, renewal, order.orderUuid, now);
  const kind = owner ? (main ? "second" : "main") : "other_channel";
  const row: Order = {
    uuid: order.orderUuid,
    kind,
    attemptId: owner?.attempt.id ?? null,
    sessionUuid: null,
    checkoutUrl: null,
    snapshot: null,
    askedAt: null,
    confirmedAt: null,
    confirmedBy: null,
    createdAt: now,
  };
  await insertOrder(db, row);
  if (!owner) return row;
  const line = { at: now, storeId: owner.sale.storeId, saleId: owner.sale.id, orderUuid: row.uuid };
  await insertHistory(db, { ...line, kind: kind === "main" ? "order.adopted" : "order.second" });
  if (kind === "main") await settleOpening(db, owner.attempt, row.uuid, now);
  return row;
}

/** Sezzle's answer to a reauthorization was lost: the new order, which carries the metadata of the one it renews, proves it done. */
export async function adoptRenewal(db: Db, renewal: Operation, orderUuid: string, now: Date): Promise<Order> {
  await keepRenewal(db, renewal, orderUuid, now);
  await endOperation(db, renewal, { state: "succeeded", settledBy: "order", movementUuid: null }, now);
  const kept = await findOrder(db, orderUuid);
  if (!kept) throw new Error(`order ${orderUuid} was not kept`);
  return kept;
}

/** A reauthorization of the sale whose answer was lost, and that this approved order may come from; null when there is none. */
export async function findLostRenewal(db: Db, saleId: string, order: SezzleOrder): Promise<Operation | null> {
  if (!order.authorization?.approved) return null;
  const operations = (await listOperationsOfSales(db, [saleId])).map((it) => it.operation);
  const lost = operations.filter(
    (it) =>
      it.kind === "reauthorize" &&
      mayHaveActed(it.state) &&
      it.state !== "succeeded" &&
      it.amountCents === order.amount.amountCents &&
      it.currency === order.amount.currency,
  );
  return lost.at(-1) ?? null;
}

/** The attempt's own id decides; failing that, the reference it was opened with. Amount, currency and intent must agree. */
async function ownerOf(db: Db, order: SezzleOrder): Promise<{ sale: Sale; attempt: Attempt } | null> {
  const named = order.metadata.till_attempt;
  const attempt =
    (named ? await findAttempt(db, named) : null) ??
    (order.referenceId ? await findAttemptByReference(db, order.referenceId) : null);
  const sale = attempt && (await findSale(db, attempt.saleId));
  if (!attempt || !sale) return null;
  const agrees =
    order.amount.amountCents === sale.amountCents &&
    order.amount.currency === sale.currency &&
    (order.intent === null || order.intent === "AUTH");
  return agrees ? { sale, attempt } : null;
}

/** The order proves that the checkout was opened, whatever became of the answer. */
async function settleOpening(db: Db, attempt: Attempt, orderUuid: string, now: Date): Promise<void> {
  const operations = await listOperationsOfAttempts(db, [attempt.id]);
  const opening = operations.find((it) => it.kind === "open_checkout");
  if (!opening || opening.state === "succeeded") return;
  await endOperation(
    db,
    opening,
    { state: "succeeded", settledBy: "order", movementUuid: null, orderUuid },
    now,
  );
  await prepareReceiptNumber(db, opening, orderUuid, now);
}
