import { setTimeout as sleep } from "node:timers/promises";
import { changeRows } from "../support/database-file.ts";
import { deliver, signatureOf } from "../support/webhook.ts";
import { compareOrders, type OrderDifference } from "./compare-orders.ts";
import type { HistoryWatch } from "./watch-history.ts";
import { clear } from "./weather.ts";
import type { World } from "./world.ts";

/** How long everything may take to come to its end once the weather is fine. */
const settleWithinMs = 150_000;
const lookEveryMs = 500;
const askEveryMs = 4_000;

/**
 * Waits, in fine weather and with the app up, until every operation has its end and the app's books are Sezzle's. People press "Ask
 * Sezzle now" meanwhile, and a day passes for what is asked for once a day. Returns what still differs when the time is over.
 */
export async function settle(world: World, history: HistoryWatch): Promise<OrderDifference[]> {
  await clear(world, world.random.fork("end"));
  const deadline = Date.now() + settleWithinMs;
  let askAt = Date.now() + askEveryMs;
  for (;;) {
    // Any call has the sandbox end what has run out.
    await world.sandbox.control("/orders?limit=1");
    history.look();
    const differences = compareOrders(world);
    if (isSettled(world, history, differences)) return [];
    if (Date.now() > deadline || world.tally.isEnough) return differences;
    if (Date.now() > askAt) {
      await askAgain(world, differences);
      askAt = Date.now() + askEveryMs;
    }
    await sleep(lookEveryMs);
  }
}

function isSettled(world: World, history: HistoryWatch, differences: OrderDifference[]): boolean {
  const { app, sezzle } = world;
  if (differences.length > 0 || sezzle.waitingDeliveries() > 0 || history.owedLines > 0) return false;
  const isLostLink = (it: { kind: string; state: string }) =>
    it.kind === "open_checkout" && it.state === "unconfirmed";
  if (app.openOperations().some((it) => !isLostLink(it))) return false;
  return (
    app.one<{ n: number }>("select count(*) as n from order_asks where wanted > done and failures = 0")?.n ===
    0
  );
}

async function askAgain(world: World, differences: OrderDifference[]): Promise<void> {
  for (const { order, ours } of differences) {
    if (!ours) await sayAgain(world, order.uuid);
    else if (ours.nextAskAt !== null && ours.nextAskAt > Date.now()) {
      const query = "update order_asks set next_ask_at = ? where order_uuid = ? and next_ask_at > ?";
      changeRows(world.databaseFile, query, Date.now(), order.uuid, Date.now());
    }
  }
  const sales = new Set(world.app.openOperations().map(({ saleId }) => saleId));
  for (const saleId of [...sales].slice(0, 20)) {
    await world.owner.send("app/till/sales/[saleId]/actions.ts#ask", { saleId });
  }
}

/** Sezzle's later tries of a webhook that never arrived. */
async function sayAgain({ sezzle, sandbox, fleet }: World, orderUuid: string): Promise<void> {
  for (const { body } of sezzle.droppedAbout(orderUuid)) {
    await deliver(fleet.publicUrl, body, { signature: signatureOf(body, sandbox.privateKey) }).catch(
      () => {},
    );
  }
}
