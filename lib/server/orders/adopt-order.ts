import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { listOperationsOfAttempts } from "#db/queries/operations.ts";
import { findMainOrder, insertOrder, type Order } from "#db/queries/orders.ts";
import { type Attempt, findAttempt, findAttemptByReference, findSale, type Sale } from "#db/queries/sales.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { endOperation } from "../payments/end-operation.ts";

/**
 * Finds out whose an order is that an event named and nobody here knew, and keeps it: as the order of the attempt whose
 * session answer was lost; as a second order of an attempt that has one, which is an alarm; or as one of the
 * merchant's other channels.
 */
export async function adoptOrder(db: Db, order: SezzleOrder, now: Date): Promise<Order> {
  const owner = await ownerOf(db, order);
  const kind = owner ? ((await findMainOrder(db, owner.attempt.id)) ? "second" : "main") : "other_channel";
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
}
