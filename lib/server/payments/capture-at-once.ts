import type { Db } from "#db/engine.ts";
import { findOpenOperation, type Operation } from "#db/queries/operations.ts";
import { listOrdersOfSales } from "#db/queries/orders.ts";
import { findStore } from "#db/queries/stores.ts";
import type { OperationKind } from "#lib/operation.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { ownReason } from "#lib/words/kept-words.ts";
import { type AttemptFacts, loadSaleFacts, stateOf, writeSaleState } from "../orders/write-state.ts";
import { insertPrepared, newOperation } from "./prepare.ts";

/** After any of these the money is a person's to decide, whatever became of it. */
const decidedByPeople: OperationKind[] = ["cancel_checkout", "capture", "release", "refund", "reauthorize"];

/**
 * Writes the capture of a whole sale down, to be started by `startPrepared`, where its store captures at once what Sezzle
 * approves. Called in the transaction that writes the answer in which the sale's order has just become approved. Never after a
 * cancel was asked for, on a further attempt, on an order whose session answer was lost, beside another order, or when any amount
 * differs: then the cashier looks first. One an attempt for ever.
 */
export async function captureAtOnce(db: Db, saleId: string, now: Date): Promise<void> {
  const facts = await loadSaleFacts(db, saleId);
  const { sale, attempt, order, operations } = facts;
  const opening = operations.find((it) => it.kind === "open_checkout");
  const store = await findStore(db, sale.storeId);
  if (store?.capturePolicy !== "at_once" || !order?.snapshot || !opening) return;
  if (!isPlain(facts, opening, now) || !isWhole(order.snapshot, sale)) return;
  if ((await listOrdersOfSales(db, [sale.id])).length > 1) return;
  if (await findOpenOperation(db, sale.id)) return;
  const operation: Operation = {
    ...newOperation("capture", now),
    saleId: sale.id,
    attemptId: attempt.id,
    orderUuid: order.uuid,
    amountCents: sale.amountCents,
    currency: sale.currency,
    reason: ownReason("at_once"),
    wishId: `at-once:${attempt.id}`,
    seenVersion: sale.version,
    personId: opening.personId,
    registerId: opening.registerId,
    nextRepeatAt: now,
  };
  await insertPrepared(db, operation, sale.storeId, now);
  await writeSaleState(db, sale.id, { now, counts: true });
}

/** Sent once, heard of by Sezzle's own reply, approved now, and touched by nobody since. */
function isPlain(facts: AttemptFacts, opening: Operation, now: Date): boolean {
  return (
    facts.attempt.ordinal === 1 &&
    opening.state === "succeeded" &&
    opening.settledBy === "reply" &&
    stateOf(facts, now).status === "authorized" &&
    !facts.operations.some((it) => decidedByPeople.includes(it.kind))
  );
}

/** What is approved, what the order is about and what the cashier asked for are one amount, and none of it has moved. */
function isWhole({ amount, authorization }: SezzleOrder, sale: AttemptFacts["sale"]): boolean {
  if (!authorization?.approved) return false;
  const { captures, releases, refunds } = authorization;
  return (
    [amount, authorization.amount].every(
      (it) => it.amountCents === sale.amountCents && it.currency === sale.currency,
    ) && captures.length + releases.length + refunds.length === 0
  );
}
