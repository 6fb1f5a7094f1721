import type { Db } from "#db/engine.ts";
import { findOrder, updateOrder } from "#db/queries/orders.ts";
import { findAttempt, findSale } from "#db/queries/sales.ts";
import type { ConfirmedBy } from "#lib/sale-view.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { adoptOrder } from "./adopt-order.ts";
import { settleOperations } from "./settle-operations.ts";
import { type SaleState, writeSaleState } from "./write-state.ts";

export type Answer = { order: SezzleOrder; askedAt: Date; confirmedBy: ConfirmedBy; now: Date };

/**
 * Writes one answer of `GET /v2/order`: the snapshot, its movements, the operations it settles, the sale's state and the lines
 * of history, all in the caller's transaction. The caller holds the order's lease, so answers are written in the
 * order they were asked for. Null when the order is not the main one of a sale of ours.
 */
export async function applyAnswer(db: Db, answer: Answer): Promise<SaleState | null> {
  const { order, askedAt, confirmedBy, now } = answer;
  const known = (await findOrder(db, order.orderUuid)) ?? (await adoptOrder(db, order, now));
  // What a web shop on the same account notes in its metadata is none of ours, and may name a shopper.
  const metadata = known.kind === "other_channel" ? {} : order.metadata;
  const snapshot = { ...order, metadata };
  await updateOrder(db, known.uuid, { snapshot, askedAt, confirmedAt: now, confirmedBy });
  if (known.kind !== "main" || !known.attemptId) return null;
  const attempt = await findAttempt(db, known.attemptId);
  const sale = attempt && (await findSale(db, attempt.saleId));
  if (!attempt || !sale) throw new Error(`order ${known.uuid} has no sale`);
  const settled = await settleOperations(db, { sale, attemptId: attempt.id, order, now });
  return writeSaleState(db, sale.id, { now, confirmedBy, counts: settled });
}
