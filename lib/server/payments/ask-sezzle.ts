import { findOpenOperation, findOperation, type Operation } from "#db/queries/operations.ts";
import { findMainOrder } from "#db/queries/orders.ts";
import { findSale } from "#db/queries/sales.ts";
import { repeatWindowMs } from "#lib/operation.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { read } from "../database.ts";
import { type Learned, learn } from "../orders/learn.ts";
import { runOperation } from "./run-operation.ts";

/**
 * A person presses "Ask Sezzle now": the order is fetched, and what it shows settles what it can. An operation it does not
 * settle is repeated under its own key, within ten minutes of its first try; later than that only what Sezzle shows
 * counts. Returns how the operation stands after that, or null when none is open.
 */
export async function askSezzle(saleId: string): Promise<Result<Operation | null>> {
  const { order, open } = await read(async (db) => {
    const sale = await findSale(db, saleId);
    return {
      order: sale && (await findMainOrder(db, sale.currentAttemptId)),
      open: await findOpenOperation(db, saleId),
    };
  });
  if (!order) return refusal(nothingToAsk);
  const learned = await learn(order.uuid, "person");
  if (learned !== "answered") return refusal(noAnswer(learned));
  if (!open) return success(null);
  const after = await read((db) => findOperation(db, open.id));
  if (after?.state !== "unconfirmed" || !mayRepeat(after)) return success(after);
  await runOperation(after.id, "unconfirmed");
  return success(await read((db) => findOperation(db, open.id)));
}

function mayRepeat(operation: Operation): boolean {
  const first = operation.firstSentAt?.getTime() ?? 0;
  return Date.now() - first < repeatWindowMs;
}

const nothingToAsk: Problem = {
  code: "nothing_to_ask",
  happened: "Sezzle has not told the till of an order for this sale, so there is none to ask for.",
  money: "Nothing has been taken.",
  next: "If the shopper got the message, they can go on; this screen will show it.",
};

function noAnswer(learned: Exclude<Learned, "answered">): Problem {
  return {
    code: learned,
    happened:
      learned === "unreachable" ? "Sezzle could not be reached." : "Sezzle says it does not know this order.",
    money: "What the sale shows is as of the time beside it. Nothing was changed.",
    next: "The till goes on asking by itself. Try again in a moment.",
  };
}
