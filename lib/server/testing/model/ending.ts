import { inArray, isNull } from "drizzle-orm";
import { expect } from "vitest";
import { operations } from "#db/schema/operations.ts";
import { orderAsks } from "#db/schema/orders.ts";
import { webhookEvents } from "#db/schema/webhooks.ts";
import { read, write } from "../../database.ts";
import { expectAgreement } from "./agreement.ts";
import { clockMs, letPass } from "./clock.ts";
import { deliver, eventsOf } from "./commands/events.ts";
import { askNow, letGo } from "./commands/time.ts";
import { isUnended, movesMoney } from "./facts.ts";
import type { House } from "./house.ts";
import { runJobs } from "./jobs.ts";
import { mayRepeat } from "./rules.ts";
import type { SaleModel } from "./sale-model.ts";
import { clear } from "./weather.ts";

/** No more than a night of quiet work may be needed. */
const mostRounds = 100;

/**
 * The storm is over: Sezzle delivers what it owes, and the till is left to itself, each job when it is due. Then the sale is what the
 * sandbox's books say, and every operation has an end, but for what waits for a person: they let it go.
 */
export async function expectGoodEnd(model: SaleModel, house: House): Promise<void> {
  house.inFlight = [];
  for (const event of await eventsOf(model, house)) await deliver(model, house, event, clear.asking);
  await settle(model, house);
  if (model.open) {
    expect(mayRepeat(model.open, clockMs()), "left to a person only after its time").toBe(false);
    await askNow(model, house, clear);
    if (model.open) await letGo(model, house);
    expect(model.open, "an operation without an end").toBeUndefined();
    await settle(model, house);
  }
  await expectAgreement(model, house);
  const mayWait = ["open_checkout", "set_reference"];
  expect(model.operations.filter((it) => isUnended(it) && !mayWait.includes(it.kind))).toEqual([]);
  expect(model.operations.filter((it) => it.state === "prepared" || it.state === "sending")).toEqual([]);
  for (const { orderUuid, isLinked, order, known } of model.attempts) {
    // A link that nobody was told of and nobody used is all that may be unknown.
    if (!order || !orderUuid || (!isLinked && order.approvedCents === 0)) continue;
    const books = await house.sandbox.books(orderUuid);
    expect([
      known?.approvedCents,
      known?.total("capture"),
      known?.total("release"),
      known?.total("refund"),
    ]).toEqual([
      books.authorized_in_cents,
      books.captured_in_cents,
      books.released_in_cents,
      books.refunded_in_cents,
    ]);
  }
}

/** Lets the jobs run, each time something is due, until nothing is left to be found out but what a person has to decide. */
async function settle(model: SaleModel, house: House): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    await runJobs(model, house, clear);
    if (isSettled(model) && (await countWaitingEvents()) === 0) return;
    const next = await nextDue(model, house);
    expect(next, "when something is due for a sale that is not settled").not.toBeNull();
    letPass(Math.max(1_000, (next ?? 0) - clockMs()));
  }
  throw new Error("the sale does not come to rest");
}

/** Nobody is at work on the sale, and the till knows what Sezzle knows. */
function isSettled(model: SaleModel): boolean {
  const { operations, open, attempts } = model;
  if (operations.some(({ state }) => state === "prepared" || state === "sending")) return false;
  if (open && mayRepeat(open, clockMs())) return false;
  return attempts.every(({ isLinked, order, known }) => {
    if (!order || !isLinked) return true;
    order.settle(clockMs());
    return (
      known?.checkout === order.checkout &&
      known.approvedCents === order.approvedCents &&
      known.moves.length === order.moves.length
    );
  });
}

function countWaitingEvents(): Promise<number> {
  return read(async (db) => db.$count(webhookEvents, isNull(webhookEvents.processedAt)));
}

/** When some job has something to do for this sale; null when none ever will. */
async function nextDue(model: SaleModel, house: House): Promise<number | null> {
  const rows = await Promise.all(
    model.operations.filter((it) => isUnended(it) && movesMoney(it)).map((it) => house.operation(it.id)),
  );
  const asks = await Promise.all(model.attempts.map((it) => (it.orderUuid ? house.ask(it.orderUuid) : null)));
  const events = await read((db) => db.select().from(webhookEvents).where(isNull(webhookEvents.processedAt)));
  const moments = [
    ...events.flatMap((it) => it.nextTryAt?.getTime() ?? []),
    ...model.operations
      .filter((it) => it.state === "prepared" || it.state === "sending")
      .map((it) => it.leaseEndsAt),
    ...rows.flatMap(({ nextRepeatAt }) => nextRepeatAt?.getTime() ?? []),
    ...asks.flatMap((it) => it?.nextAskAt?.getTime() ?? []),
  ];
  return moments.length > 0 ? Math.max(clockMs(), Math.min(...moments)) : null;
}

/** Ends whatever earlier sales left behind, so that the jobs find nothing but the sale at hand. */
export async function buryEarlierSales(): Promise<void> {
  await write(async (db) => {
    const isOpen = inArray(operations.state, ["prepared", "sending", "unconfirmed"]);
    const end = { state: "given_up", nextRepeatAt: null, lease: null, leaseUntil: null } as const;
    await db.update(operations).set(end).where(isOpen);
    await db.update(orderAsks).set({ nextAskAt: null });
    await db.update(webhookEvents).set({ processedAt: new Date() }).where(isNull(webhookEvents.processedAt));
  });
}
