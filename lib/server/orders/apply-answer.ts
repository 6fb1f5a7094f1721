import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findOrder, type Order, updateOrder } from "#db/queries/orders.ts";
import type { OrderState } from "#lib/order-state.ts";
import type { ConfirmedBy } from "#lib/sale-view.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { tieDisputes } from "../disputes/keep-dispute.ts";
import { captureAtOnce } from "../payments/capture-at-once.ts";
import { adoptOrder } from "./adopt-order.ts";
import { isCheckoutOpen, releasableCents } from "./facts.ts";
import { closeOtherLinks, standForPaidLink } from "./other-links.ts";
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
  await tieDisputes(db, known.uuid, sale, now);
  const settled = await settleOperations(db, { sale, attemptId: attempt.id, order, now });
  const isSwitched = await standForPaidLink(db, sale, { ...known, snapshot }, now);
  const isCurrent = isSwitched || (known.kind === "main" && sale.currentAttemptId === attempt.id);
  if (isCurrent) {
    await writeSaleState(db, sale.id, { now, confirmedBy, counts: settled || isSwitched });
    if (isNewlyApproved(known, order)) await captureAtOnce(db, sale.id, now);
  } else {
    // What was done to another order of the sale is seen on the sale, too.
    if (settled) await writeSaleState(db, sale.id, { now, counts: true });
    await raiseAlarm(db, before, known, answer);
    if (isHolding(known) && !isHolding({ ...known, snapshot })) await tellOver(db, before, known, answer);
  }
  await closeOtherLinks(db, sale.id, now);
  const second = known.kind === "main" ? undefined : { ...known, snapshot, askedAt };
  const facts = await loadAttemptFacts(db, known.attemptId, second);
  return { ...facts, state: stateOf(facts, now), isCurrent };
}

/** Money is approved on an order that its sale does not stand for: the sale says so, once for each change. */
async function raiseAlarm(
  db: Db,
  { sale }: AttemptFacts,
  known: Order,
  { order, now }: Answer,
): Promise<void> {
  const approvedCents = order.authorization?.amount.amountCents ?? 0;
  if (approvedCents === 0 || !isNewlyApproved(known, order)) return;
  await insertHistory(db, {
    at: now,
    kind: "order.second",
    storeId: sale.storeId,
    saleId: sale.id,
    orderUuid: known.uuid,
    data: { amountCents: approvedCents, currency: sale.currency },
  });
}

/** Another order of a sale can no longer be paid, and holds nothing that could be released: screens that showed it are told. */
async function tellOver(
  db: Db,
  { sale }: AttemptFacts,
  { uuid }: Order,
  { now, confirmedBy }: Answer,
): Promise<void> {
  await insertHistory(db, {
    at: now,
    kind: "order.other_over",
    storeId: sale.storeId,
    saleId: sale.id,
    orderUuid: uuid,
    data: { confirmedBy },
  });
}

function isHolding(order: Order): boolean {
  return isCheckoutOpen(order) || releasableCents(order) > 0;
}

/** This answer says that money is approved; the one before did not. */
function isNewlyApproved(known: Order, { authorization }: SezzleOrder): boolean {
  return authorization?.approved === true && !known.snapshot?.authorization?.approved;
}
