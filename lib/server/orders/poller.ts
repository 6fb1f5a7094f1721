import { bringAllAsksForward } from "#db/queries/due-asks.ts";
import { bringAskForward } from "#db/queries/orders.ts";
import { AskTurns } from "#lib/ask-budget.ts";
import { unwatchedPollMs, watchedPollMs } from "#lib/polling.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { learnIfDue } from "./learn.ts";
import { planPolls } from "./plan-polls.ts";
import { askBudget, findQuietUntil } from "./quiet.ts";

/** How many polls are under way at once, so that a slow gateway is not asked for more and more. */
const mostAtOnce = 16;

const state = () => oncePerProcess("poller", () => ({ underWay: 0, turns: new AskTurns() }));

/** Asks for orders that are due, inside the budget. Called again and again; leaves Sezzle alone while it asked for that. */
export async function pollDueOrders(): Promise<void> {
  const poller = state();
  const { turns } = poller;
  const budget = askBudget();
  const now = new Date();
  if (await findQuietUntil(now)) return;
  const free = mostAtOnce - poller.underWay;
  const plan = { budget, turns, free, now, nowMs: performance.now() };
  for (const orderUuid of await read((db) => planPolls(db, plan))) {
    poller.underWay += 1;
    learnIfDue(orderUuid)
      .then((asked) => {
        if (asked === null) budget.metAnother(performance.now());
      })
      .catch((error) => log().error({ err: error, orderUuid }, "polling an order failed"))
      .finally(() => {
        poller.underWay -= 1;
      });
  }
}

/** How long a screen's word that it shows an order is good for; screens give it three times as often. */
const watchedMs = 20_000;

/** Notes that a screen shows an order: what becomes of it is then found within seconds. */
export async function watchOrder(orderUuid: string): Promise<void> {
  await bringForward(orderUuid, watchedPollMs, watchedMs);
}

/** The shopper says that they are done, or not: a hint to ask now, and worth no more than that. */
export async function askSoon(orderUuid: string): Promise<void> {
  await bringForward(orderUuid, 0);
}

/** Sezzle tries to deliver for five days before it deletes a subscription. */
const missedDays = 7;

/** Events may have been missed for days: every order that can still change, or lately could, is asked for soon. */
export async function askForAllSoon(): Promise<void> {
  const now = new Date();
  await write((db) =>
    bringAllAsksForward(db, {
      now,
      oftenUntil: new Date(now.getTime() + unwatchedPollMs),
      since: new Date(now.getTime() - missedDays * 24 * 60 * 60_000),
    }),
  );
}

async function bringForward(orderUuid: string, delayMs: number, watchMs?: number): Promise<void> {
  const now = Date.now();
  await write((db) =>
    bringAskForward(db, orderUuid, {
      nextAskAt: new Date(now + delayMs),
      oftenUntil: new Date(now + unwatchedPollMs),
      ...(watchMs ? { watchedUntil: new Date(now + watchMs) } : {}),
    }),
  );
}
