import { setTimeout as sleep } from "node:timers/promises";
import { listOrderOwners } from "#db/queries/payout-books.ts";
import { listPayoutLines } from "#db/queries/payouts.ts";
import { read } from "../database.ts";
import { learn } from "../orders/learn.ts";
import { askBudget, findQuietUntil } from "../orders/quiet.ts";

/** How many orders are asked for because of one payout at a time; the others come with the next reading. */
const mostAtOnce = 200;

/**
 * Asks Sezzle, through the door for state and inside the polling budget, for orders of a payout that the till does not know:
 * those of other channels are kept apart from then on, and a lost one of ours is found.
 */
export async function lookUpUnknown(orderUuids: string[]): Promise<void> {
  const known = new Set<string>();
  for (let at = 0; at < orderUuids.length; at += 500) {
    const part = orderUuids.slice(at, at + 500);
    for (const { uuid } of await read((db) => listOrderOwners(db, part))) known.add(uuid);
  }
  await askFor(orderUuids.filter((it) => !known.has(it)));
}

/** Asks for the orders of lines that pay out or take back a movement nobody has told the till of. */
export async function lookUpUnmatched(payoutUuid: string): Promise<boolean> {
  const lines = await read((db) => listPayoutLines(db, payoutUuid));
  const unmatched = lines.filter(
    (it) => it.owner === "store" && ["001", "002"].includes(it.typeCode) && it.movementUuid === null,
  );
  const orderUuids = [...new Set(unmatched.flatMap((it) => it.orderUuid ?? []))];
  await askFor(orderUuids);
  return orderUuids.length > 0;
}

async function askFor(orderUuids: string[]): Promise<void> {
  for (const orderUuid of orderUuids.slice(0, mostAtOnce)) {
    if (!(await takeTurn())) return;
    if ((await learn(orderUuid, "poll")) === "unreachable") return;
  }
}

const lookAgainMs = 100;

/** Waits until the budget has room for one more ask, and takes it. False: Sezzle asked to be left alone. */
async function takeTurn(): Promise<boolean> {
  const budget = askBudget();
  for (;;) {
    if (await findQuietUntil()) return false;
    if (budget.places(performance.now()) > 0) {
      budget.spend(performance.now());
      return true;
    }
    await sleep(lookAgainMs);
  }
}
