import { findOpenOperation, findOperation, type Operation } from "#db/queries/operations.ts";
import { findMainOrder } from "#db/queries/orders.ts";
import { findSale } from "#db/queries/sales.ts";
import { mayRepeatAt } from "#lib/operation.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { read } from "../database.ts";
import { learn } from "../orders/learn.ts";
import type { Asker } from "./prepare.ts";
import { repeatOperation } from "./run-operation.ts";

/**
 * A person presses "Ask Sezzle now": the order is fetched, and what it shows settles what it can. An operation it does not
 * settle is repeated under its own key, within ten minutes of its first try; later than that only what Sezzle shows
 * counts. Returns how the operation stands after that, or null when none is open.
 */
export async function askSezzle(asker: Asker, saleId: string): Promise<Result<Operation | null>> {
  const { order, open } = await read(async (db) => {
    const sale = await findSale(db, saleId);
    return {
      order: sale && (await findMainOrder(db, sale.currentAttemptId)),
      open: await findOpenOperation(db, saleId),
    };
  });
  if (!order) return refusal(nothingToAsk);
  const learned = await learn(order.uuid, "person");
  if (learned === "unknown_order") return refusal(unknownOrder);
  if (!open) return success(null);
  // That Sezzle did not answer is told by the sale itself, on every screen that shows it.
  if (learned !== "answered") return success(open);
  const after = await read((db) => findOperation(db, open.id));
  if (after?.state !== "unconfirmed" || !mayRepeat(after)) return success(after);
  await repeatOperation(after.id, asker);
  return success(await read((db) => findOperation(db, open.id)));
}

function mayRepeat({ firstSentAt }: Operation): boolean {
  return firstSentAt !== null && mayRepeatAt(firstSentAt, new Date());
}

const nothingToAsk: Problem = {
  code: "nothing_to_ask",
  happened: "Sezzle has not told the till of an order for this sale, so there is none to ask for.",
  money: "Nothing has been taken.",
  next: "If the shopper got the message, they can go on; this screen will show it.",
  fr: {
    happened: "Sezzle n'a indiqué à la caisse aucune commande pour cette vente : il n'y a rien à demander.",
    money: "Rien n'a été pris.",
    next: "Si le client a reçu le message, il peut continuer; cet écran le montrera.",
  },
};

const unknownOrder: Problem = {
  code: "unknown_order",
  happened: "Sezzle says it does not know this order.",
  money: "What the sale shows is as of the time beside it. Nothing was changed.",
  next: "The till goes on asking by itself. Tell a manager if this stays.",
  fr: {
    happened: "Sezzle dit ne pas connaître cette commande.",
    money: "Ce que la vente indique date de l'heure affichée à côté. Rien n'a été changé.",
    next: "La caisse continue de demander toute seule. Avisez un gérant si cela persiste.",
  },
};
