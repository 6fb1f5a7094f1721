import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findOrder } from "#db/queries/orders.ts";
import { findAttempt, findSale } from "#db/queries/sales.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { read, write } from "../database.ts";
import { adoptRenewal, findLostRenewal } from "../orders/adopt-order.ts";
import { type Learned, learn } from "../orders/learn.ts";
import type { Asker } from "./prepare.ts";

/**
 * A manager enters the uuid of the order that Sezzle's dashboard shows for a sale whose answer was lost. Sezzle is asked for it, and it
 * becomes the sale's by the same checks as one that an event names: nobody can tie an order to a sale that it does not
 * belong to.
 */
export async function enterOrder(asker: Asker, saleId: string, orderUuid: string): Promise<Result<null>> {
  if (await read((db) => isOf(db, saleId, orderUuid))) return success(null);
  const learned = await learn(orderUuid, "person");
  if (learned !== "answered") return refusal(notFound[learned]);
  const renewed = await write((db) => keepLostRenewal(db, saleId, orderUuid, new Date()));
  if (renewed) await learn(orderUuid, "person");
  return write(async (db) => {
    if (!(await isOf(db, saleId, orderUuid))) return refusal(notOfThisSale);
    const sale = await findSale(db, saleId);
    const { personId, registerId } = asker;
    const line = {
      at: new Date(),
      kind: "order.entered",
      storeId: sale?.storeId,
      saleId,
      orderUuid,
    } as const;
    await insertHistory(db, { ...line, personId, registerId });
    return success(null);
  });
}

async function isOf(db: Db, saleId: string, orderUuid: string): Promise<boolean> {
  const order = await findOrder(db, orderUuid);
  const attempt = order?.attemptId ? await findAttempt(db, order.attemptId) : null;
  return attempt?.saleId === saleId;
}

/** Sezzle may leave the metadata out of the order a reauthorization made: then the person's word and the amount name it. */
async function keepLostRenewal(db: Db, saleId: string, orderUuid: string, now: Date): Promise<boolean> {
  const order = await findOrder(db, orderUuid);
  if (order?.kind !== "other_channel" || !order.snapshot) return false;
  const renewal = await findLostRenewal(db, saleId, order.snapshot);
  if (!renewal) return false;
  await adoptRenewal(db, renewal, orderUuid, now);
  return true;
}

const nothingChanged = "Nothing was changed. What the sale shows is as before.";
const nothingChangedInFrench = "Rien n'a été changé. Ce que la vente indique reste comme avant.";

const notFound: Record<Exclude<Learned, "answered">, Problem> = {
  unknown_order: {
    code: "unknown_order",
    happened: "Sezzle does not know an order of this id for this shop.",
    money: nothingChanged,
    next: "Copy the order's uuid from Sezzle's dashboard once more.",
    fr: {
      happened: "Sezzle ne connaît aucune commande de ce numéro pour ce commerce.",
      money: nothingChangedInFrench,
      next: "Copiez encore une fois l'uuid de la commande depuis le tableau de bord de Sezzle.",
    },
    field: "orderUuid",
  },
  unreadable: {
    code: "unreadable_order",
    happened: "The till does not understand what Sezzle says of this order.",
    money: nothingChanged,
    next: "Check that it is the order of this sale.",
    fr: {
      happened: "La caisse ne comprend pas ce que Sezzle dit de cette commande.",
      money: nothingChangedInFrench,
      next: "Vérifiez que c'est bien la commande de cette vente.",
    },
    field: "orderUuid",
  },
  unreachable: {
    code: "not_reached",
    happened: "Sezzle could not be reached to ask for this order.",
    money: nothingChanged,
    next: "Try again in a moment.",
    fr: {
      happened: "Impossible de joindre Sezzle pour demander cette commande.",
      money: nothingChangedInFrench,
      next: "Réessayez dans un instant.",
    },
  },
  too_many: {
    code: "not_reached",
    happened: "Sezzle wants to be asked less often, and did not answer.",
    money: nothingChanged,
    next: "Try again in a minute.",
    fr: {
      happened: "Sezzle veut être interrogé moins souvent et n'a pas répondu.",
      money: nothingChangedInFrench,
      next: "Réessayez dans une minute.",
    },
  },
  not_kept: {
    code: "not_kept",
    happened: "Sezzle answered, but the till itself failed on the answer.",
    money: nothingChanged,
    next: "Try again. If it fails again, tell the owner: the till's log says why.",
    fr: {
      happened: "Sezzle a répondu, mais la caisse elle-même a échoué sur la réponse.",
      money: nothingChangedInFrench,
      next: "Réessayez. Si cela échoue encore, avisez le propriétaire : le journal de la caisse dit pourquoi.",
    },
  },
};

const notOfThisSale: Problem = {
  code: "not_of_this_sale",
  happened: "This order was not opened for this sale: its mark, amount or currency is another.",
  money: nothingChanged,
  next: "Look in Sezzle's dashboard for the order with this sale's number and amount.",
  fr: {
    happened:
      "Cette commande n'a pas été ouverte pour cette vente : sa marque, son montant ou sa devise diffère.",
    money: nothingChangedInFrench,
    next: "Cherchez dans le tableau de bord de Sezzle la commande qui porte le numéro et le montant de cette vente.",
  },
  field: "orderUuid",
};
