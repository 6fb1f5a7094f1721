import type { Db } from "#db/engine.ts";
import { findOpenOperation, type Operation } from "#db/queries/operations.ts";
import { listOrdersOfSales } from "#db/queries/orders.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { approvedCents, isCheckoutOpen } from "../orders/facts.ts";
import { loadSaleFacts, stateOf, writeSaleState } from "../orders/write-state.ts";
import { type Asker, findEarlier, insertPrepared, newOperation } from "./prepare.ts";
import { busy, notPossible } from "./prepare-problems.ts";
import { staleProblem } from "./stale.ts";

/**
 * Writes down that Sezzle is asked to approve a sale again, for all of it, whose approval ran out with nothing taken: a new order
 * and a new plan for the shopper, who is there. The same wish again finds the first operation.
 */
export async function prepareReauthorization(
  db: Db,
  asker: Asker,
  wish: { saleId: string; wishId: string; seenVersion: number },
  now: Date,
): Promise<Result<Operation>> {
  const earlier = await findEarlier(db, { ...wish, personId: asker.personId, kind: "reauthorize" });
  if (!earlier.ok) return earlier;
  if (earlier.value) return success(earlier.value);
  const facts = await loadSaleFacts(db, wish.saleId);
  const { sale, attempt, order } = facts;
  if (await findOpenOperation(db, sale.id)) return refusal(busy);
  const state = stateOf(facts, now);
  if (sale.version !== wish.seenVersion) {
    return refusal(await staleProblem(db, sale, state.status, wish.seenVersion));
  }
  const others = (await listOrdersOfSales(db, [sale.id])).filter((it) => it.order.uuid !== order?.uuid);
  const isFree = others.every((it) => approvedCents(it.order) === 0 && !isCheckoutOpen(it.order));
  if (!order || state.status !== "authorization_expired" || state.capturedCents > 0 || !isFree) {
    return refusal(notPossible("reauthorize"));
  }
  const operation: Operation = {
    ...newOperation("reauthorize", now),
    saleId: sale.id,
    attemptId: attempt.id,
    orderUuid: order.uuid,
    amountCents: sale.amountCents,
    currency: sale.currency,
    wishId: wish.wishId,
    seenVersion: wish.seenVersion,
    personId: asker.personId,
    registerId: asker.registerId,
  };
  await insertPrepared(db, operation, sale.storeId, now);
  await writeSaleState(db, sale.id, { now, counts: true });
  return success(operation);
}
