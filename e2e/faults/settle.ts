import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { changeRows } from "../support/database.ts";
import { deliver, signatureOf } from "../support/webhook.ts";
import { isLeftOpen, type OperationRow } from "./app-books.ts";
import { compareOrders, type OrderDifference } from "./compare-orders.ts";
import type { HistoryWatch } from "./watch-history.ts";
import { clear } from "./weather.ts";
import type { World } from "./world.ts";

/** How long everything may take to come to its end once the weather is fine. */
const settleWithinMs = 150_000;
/** A process that died is noticed after fifteen seconds; what it sent is then repeated, and by now in fine weather. */
const repeatedWithinMs = 25_000;
const fineForMs = 7_000;
const lookEveryMs = 500;
const askEveryMs = 4_000;

/**
 * Waits, in fine weather and with the app up, until every operation has its end and the app's books are Sezzle's. People press "Ask
 * Sezzle now" meanwhile, and a day passes for what is asked for once a day. Returns what still differs when the time is over.
 */
export async function settle(world: World, history: HistoryWatch): Promise<OrderDifference[]> {
  await clear(world, world.random.fork("end"));
  const deadline = Date.now() + settleWithinMs;
  const fineSince = Date.now();
  let askAt = Date.now() + askEveryMs;
  for (;;) {
    // Any call has the sandbox end what has run out.
    await world.sandbox.control("/orders?limit=1");
    history.look();
    const differences = compareOrders(world);
    const waitingFor = stillToCome(world, history, differences);
    if (!waitingFor || world.tally.isEnough) return differences;
    if (Date.now() > deadline) {
      world.tally.differ(`after ${settleWithinMs / 1000} s of fine weather there are still ${waitingFor}.`);
      return differences;
    }
    if (Date.now() > askAt) {
      await goOn(world, differences, fineSince);
      askAt = Date.now() + askEveryMs;
    }
    await sleep(lookEveryMs);
  }
}

/** What is still to come, in words; null when all is over. */
function stillToCome(world: World, history: HistoryWatch, differences: OrderDifference[]): string | null {
  const { app, sezzle } = world;
  const counts = [
    ["differences", differences.length],
    ["webhooks", sezzle.waitingDeliveries()],
    ["lines on the streams", history.owedLines],
    ["operations", app.openOperations().filter((it) => !isLeftOpen(it)).length],
    ["answers about orders", app.owedAnswers().length],
  ] as const;
  const open = counts.filter(([, count]) => count > 0);
  return open.length === 0 ? null : open.map(([what, count]) => `${what}: ${count}`).join(", ");
}

/** What people and time do about what is still open or differs. */
async function goOn(world: World, differences: OrderDifference[], fineSince: number): Promise<void> {
  for (const { order, ours } of differences) {
    if (!ours) await sayAgain(world, order.uuid);
    else if (ours.nextAskAt !== null && ours.nextAskAt > Date.now()) letADayPass(world, order.uuid);
  }
  const open = world.app.openOperations().filter((it) => !isLeftOpen(it));
  for (const operation of open.slice(0, 20)) {
    if (operation.kind === "set_reference") await typeAgain(world, operation);
    else if (isForAPerson(operation, fineSince)) await letGo(world, operation);
    else await world.owner.send(`${saleActions}#ask`, { saleId: operation.saleId });
  }
}

function isForAPerson({ state, firstSentAt }: OperationRow, fineSince: number): boolean {
  const now = Date.now();
  return (
    state === "unconfirmed" && now > (firstSentAt ?? now) + repeatedWithinMs && now > fineSince + fineForMs
  );
}

const saleActions = "app/till/sales/[saleId]/actions.ts";

/** What is asked for once a day is asked for now. */
function letADayPass({ database }: World, orderUuid: string): void {
  const now = Date.now();
  const query = "update order_asks set next_ask_at = ? where order_uuid = ? and next_ask_at > ?";
  changeRows(database, query, now, orderUuid, now);
}

/** A receipt number is not set again by itself: a person who sees that it is not confirmed types it again. */
async function typeAgain({ owner }: World, { saleId }: OperationRow): Promise<void> {
  await owner.send(`${saleActions}#setReference`, { saleId, wishId: randomUUID(), receiptNumber: "R-AGAIN" });
}

/**
 * The ten minutes pass in which an operation is repeated by itself. Sezzle is asked once more, and when it still does not show the operation
 * the owner lets it go.
 */
async function letGo({ owner, app, database, tally }: World, { id, saleId }: OperationRow): Promise<void> {
  const change = "first_sent_at = first_sent_at - 600000, next_repeat_at = null";
  changeRows(database, `update operations set ${change} where id = ? and state = 'unconfirmed'`, id);
  await owner.send(`${saleActions}#ask`, { saleId });
  const decision = { saleId, operationId: id, seenVersion: app.sale(saleId)?.version };
  const given = await owner.send(`${saleActions}#giveUp`, decision);
  if (given?.ok) tally.count("wishes", "let go");
}

/** Sezzle's later tries of a webhook that never arrived. */
async function sayAgain({ sezzle, sandbox, fleet }: World, orderUuid: string): Promise<void> {
  for (const { body } of sezzle.droppedAbout(orderUuid)) {
    await deliver(fleet.publicUrl, body, { signature: signatureOf(body, sandbox.privateKey) }).catch(
      () => {},
    );
  }
}
