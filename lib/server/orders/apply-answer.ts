import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findOrder, type Order, updateOrder } from "#db/queries/orders.ts";
import type { OrderState } from "#lib/order-state.ts";
import type { ConfirmedBy } from "#lib/sale-view.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { adoptOrder } from "./adopt-order.ts";
import { refuseOtherCurrency } from "./refuse-other-currency.ts";
import { settleOperations } from "./settle-operations.ts";
import { type AttemptFacts, loadAttemptFacts, stateOf, writeSaleState } from "./write-state.ts";

export type Answer = { order: SezzleOrder; askedAt: Date; confirmedBy: ConfirmedBy; now: Date };

/** An order of ours as the answer leaves it. `isCurrent`: it is the one its sale stands for now. */
export type Applied = AttemptFacts & { state: OrderState; isCurrent: boolean };

/**
 * Writes one answer of `GET /v2/order`: the snapshot, its movements, the operations it settles, the sale's state and the lines
 * of history, all in the caller's transaction. The caller holds the order's lease, so answers are written in the
 * order they were asked for. Null when the order is of another channel.
 */
export async function applyAnswer(db: Db, answer: Answer): Promise<Applied | null> {
  const { order, askedAt, confirmedBy, now } = answer;
  const known = (await findOrder(db, order.orderUuid)) ?? (await adoptOrder(db, order, now));
  // What a web shop on the same account notes in its metadata is none of ours, and may name a shopper.
  const metadata = known.kind === "other_channel" ? {} : order.metadata;
  const snapshot = { ...order, metadata };
  await updateOrder(db, known.uuid, { snapshot, askedAt, confirmedAt: now, confirmedBy });
  if (!known.attemptId) return null;
  const before = await loadAttemptFacts(db, known.attemptId);
  const { sale, attempt } = before;
  refuseOtherCurrency(order, sale.currency);
  const isCurrent = known.kind === "main" && sale.currentAttemptId === attempt.id;
  if (known.kind === "main") {
    const settled = await settleOperations(db, { sale, attemptId: attempt.id, order, now });
    if (isCurrent) await writeSaleState(db, sale.id, { now, confirmedBy, counts: settled });
  }
  if (!isCurrent) await raiseAlarm(db, before, known, answer);
  const after = await loadAttemptFacts(db, known.attemptId);
  // A second order of an attempt has no operations of ours: its own answer alone says what it is.
  const facts = known.kind === "main" ? after : { ...after, order: { ...known, snapshot, askedAt } };
  return { ...facts, state: stateOf(facts, now), isCurrent };
}

/** Money is approved on an order that its sale does not stand for: the sale says so, once for each change. */
async function raiseAlarm(
  db: Db,
  { sale }: AttemptFacts,
  known: Order,
  { order, now }: Answer,
): Promise<void> {
  const approvedCents = order.authorization?.approved ? order.authorization.amount.amountCents : 0;
  const wasApproved = known.snapshot?.authorization?.approved ?? false;
  if (approvedCents === 0 || wasApproved) return;
  await insertHistory(db, {
    at: now,
    kind: "order.second",
    storeId: sale.storeId,
    saleId: sale.id,
    orderUuid: known.uuid,
    data: { amountCents: approvedCents, currency: sale.currency },
  });
}
