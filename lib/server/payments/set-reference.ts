import type { Db } from "#db/engine.ts";
import type { Operation } from "#db/queries/operations.ts";
import { setReceiptNumber } from "#db/queries/sales.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { loadSaleFacts } from "../orders/write-state.ts";
import { type Asker, findEarlier, insertPrepared, newOperation } from "./prepare.ts";

/** Writes down the wish to set a receipt number as the order's reference. The same wish again finds the first operation. */
export async function prepareReference(
  db: Db,
  asker: Asker,
  wish: { saleId: string; wishId: string; referenceId: string },
  now: Date,
): Promise<Result<Operation>> {
  const { personId } = asker;
  const earlier = await findEarlier(db, { ...wish, personId, kind: "set_reference" });
  if (!earlier.ok) return earlier;
  if (earlier.value) return success(earlier.value);
  if (wish.referenceId === "") return refusal(empty);
  const { sale, attempt, order } = await loadSaleFacts(db, wish.saleId);
  if (!order) return refusal(noOrder);
  const operation: Operation = {
    ...newOperation("set_reference", now),
    saleId: sale.id,
    attemptId: attempt.id,
    orderUuid: order.uuid,
    amountCents: null,
    currency: sale.currency,
    input: { referenceId: wish.referenceId },
    wishId: wish.wishId,
    seenVersion: sale.version,
    personId: asker.personId,
    registerId: asker.registerId,
  };
  await setReceiptNumber(db, sale, wish.referenceId);
  await insertPrepared(db, operation, sale.storeId, now);
  return success(operation);
}

const empty: Problem = {
  code: "wrong_receipt",
  happened: "The receipt number is empty.",
  money: "Nothing was sent to Sezzle.",
  next: "Type the receipt number.",
  field: "receiptNumber",
  fr: {
    happened: "Le numéro de reçu est vide.",
    money: "Rien n'a été envoyé à Sezzle.",
    next: "Entrez le numéro de reçu.",
  },
};

const noOrder: Problem = {
  code: "no_order",
  happened: "Sezzle has not told the till of an order for this sale yet.",
  money: "Nothing was sent to Sezzle.",
  next: "Set the receipt number once the link is sent.",
  fr: {
    happened: "Sezzle n'a encore indiqué à la caisse aucune commande pour cette vente.",
    money: "Rien n'a été envoyé à Sezzle.",
    next: "Entrez le numéro de reçu une fois le lien envoyé.",
  },
};
