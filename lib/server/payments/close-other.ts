import type { Db } from "#db/engine.ts";
import { findOpenOperation, type Operation } from "#db/queries/operations.ts";
import { listOrdersOfSales, type Order } from "#db/queries/orders.ts";
import type { OperationKind } from "#lib/operation.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { isCheckoutOpen, releasableCents } from "../orders/facts.ts";
import { loadSaleFacts, stateOf, writeSaleState } from "../orders/write-state.ts";
import { type Asker, findEarlier, insertPrepared, newOperation } from "./prepare.ts";
import { busy, notPossible, reusedWish } from "./prepare-problems.ts";
import { staleProblem } from "./stale.ts";

/**
 * Writes down that another order of a sale is closed, which the sale does not stand for: its link is deleted, or what is approved on it and
 * not taken is released. The same wish again finds the first operation.
 */
export async function prepareCloseOther(
  db: Db,
  asker: Asker,
  wish: { saleId: string; wishId: string; seenVersion: number; orderUuid: string },
  now: Date,
): Promise<Result<Operation>> {
  const { wishId, saleId } = wish;
  const kind: OperationKind[] = ["cancel_checkout", "release"];
  const earlier = await findEarlier(db, { wishId, saleId, personId: asker.personId, kind });
  if (!earlier.ok) return earlier;
  if (earlier.value && earlier.value.orderUuid !== wish.orderUuid) return refusal(reusedWish);
  if (earlier.value) return success(earlier.value);
  const facts = await loadSaleFacts(db, wish.saleId);
  const { sale, order: current } = facts;
  if (await findOpenOperation(db, sale.id)) return refusal(busy);
  if (sale.version !== wish.seenVersion) {
    return refusal(await staleProblem(db, sale, stateOf(facts, now).status, wish.seenVersion));
  }
  const orders = (await listOrdersOfSales(db, [sale.id])).map((it) => it.order);
  const other = orders.find((it) => it.uuid === wish.orderUuid && it.uuid !== current?.uuid);
  const closing = other && closingOf(other);
  if (!other?.attemptId || !closing) return refusal(notPossible("close_other"));
  const operation: Operation = {
    ...newOperation(closing.kind, now),
    saleId: sale.id,
    attemptId: other.attemptId,
    orderUuid: other.uuid,
    amountCents: closing.amountCents,
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

function closingOf(
  order: Order,
): { kind: "cancel_checkout"; amountCents: null } | { kind: "release"; amountCents: number } | null {
  if (isCheckoutOpen(order)) return { kind: "cancel_checkout", amountCents: null };
  const amountCents = releasableCents(order);
  return amountCents > 0 ? { kind: "release", amountCents } : null;
}
