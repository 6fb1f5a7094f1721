import type { Db } from "#db/engine.ts";
import { findOpenOperation, findOperation, type Operation } from "#db/queries/operations.ts";
import { findOrder } from "#db/queries/orders.ts";
import { findSale } from "#db/queries/sales.ts";
import { repeatableUntil } from "#lib/operation.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { writeSaleState } from "../orders/write-state.ts";
import { endOperation } from "./end-operation.ts";
import type { Asker } from "./prepare.ts";
import { stale } from "./prepare-problems.ts";

/** What a person has looked at who lets an operation go. */
export type Decision = { saleId: string; operationId: string; seenVersion: number };

/**
 * Lets an operation go whose end nobody can tell: after the time for repeating it, and after Sezzle has answered, since then and
 * since its last try ended, with an order that does not show it. Nothing is sent, and nothing is claimed: should Sezzle's
 * order show it later, it has succeeded. The same decision again changes nothing.
 */
export async function giveUp(
  db: Db,
  asker: Asker,
  { saleId, operationId, seenVersion }: Decision,
  now: Date,
): Promise<Result<Operation>> {
  const operation = await findOperation(db, operationId);
  if (operation?.saleId === saleId && operation.state === "given_up") return success(operation);
  const sale = await findSale(db, saleId);
  const open = await findOpenOperation(db, saleId);
  if (open?.id !== operationId || sale?.version !== seenVersion) return refusal(stale);
  const until = open.firstSentAt && repeatableUntil(open.firstSentAt);
  if (open.state !== "unconfirmed" || !until || now < until) return refusal(tooEarly);
  const order = open.orderUuid ? await findOrder(db, open.orderUuid) : null;
  const lastTryEnded = open.unconfirmedAt ?? until;
  if (!order?.askedAt || order.askedAt < until || order.askedAt < lastTryEnded) return refusal(notAnswered);
  const { personId, registerId } = asker;
  await endOperation(db, open, { state: "given_up", by: { personId, registerId }, problem: letGo }, now);
  await writeSaleState(db, saleId, { now, counts: true });
  return success({ ...open, state: "given_up" });
}

const letGo: Problem = {
  code: "given_up",
  happened: "Its answer was lost, and a person let it go who looked at what Sezzle shows.",
  money: "Sezzle did not show it.",
  next: "Should Sezzle show it later, the sale says so.",
  fr: {
    happened:
      "La réponse a été perdue, et une personne qui a regardé ce que Sezzle montre a fermé la demande.",
    money: "Sezzle ne l'a pas montré.",
    next: "Si Sezzle le montre plus tard, la vente le dira.",
  },
};

const tooEarly: Problem = {
  code: "too_early",
  happened: "The till still asks Sezzle about this by itself.",
  money: "It is not known whether Sezzle did it.",
  next: "Wait until ten minutes have passed since it was first sent.",
  fr: {
    happened: "La caisse interroge encore Sezzle à ce sujet toute seule.",
    money: "On ne sait pas si Sezzle l'a fait.",
    next: "Attendez que dix minutes se soient écoulées depuis le premier envoi.",
  },
};

const notAnswered: Problem = {
  code: "not_answered",
  happened: "Sezzle has not answered since.",
  money: "It is not known whether Sezzle did it.",
  next: "Ask Sezzle now, and decide once it has answered.",
  fr: {
    happened: "Sezzle n'a pas répondu depuis.",
    money: "On ne sait pas si Sezzle l'a fait.",
    next: "Demandez à Sezzle maintenant, et décidez une fois qu'il a répondu.",
  },
};
