import { bringAskForward, listDueAsks } from "#db/queries/orders.ts";
import { unwatchedPollMs, watchedPollMs } from "#lib/polling.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { learnIfDue } from "./learn.ts";

/** How many orders are asked for at once, and how many in a second, so that polling never crowds out the counter. */
const mostAtOnce = 4;
const mostASecond = 8;

const state = () =>
  oncePerProcess("poller", () => ({ underWay: 0, allowance: mostASecond, countedAt: Date.now() }));

/** Asks for the orders that are due, inside the budget. Called again and again; what finds no place now comes later. */
export async function pollDueOrders(): Promise<void> {
  const poller = state();
  const now = Date.now();
  poller.allowance = Math.min(
    mostASecond,
    poller.allowance + ((now - poller.countedAt) * mostASecond) / 1000,
  );
  poller.countedAt = now;
  const places = Math.min(mostAtOnce - poller.underWay, Math.floor(poller.allowance));
  if (places <= 0) return;
  for (const ask of await read((db) => listDueAsks(db, new Date(now), places))) {
    poller.underWay += 1;
    poller.allowance -= 1;
    learnIfDue(ask.orderUuid)
      .catch((error) => log().error({ err: error, orderUuid: ask.orderUuid }, "polling an order failed"))
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
