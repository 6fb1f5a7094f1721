import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { findGatewayHealth } from "#db/queries/gateway-health.ts";
import { setNextAsk } from "#db/queries/orders.ts";
import { gatewayHealth } from "#db/schema/gateway-health.ts";
import { webhookEvents } from "#db/schema/webhooks.ts";
import { read, write } from "./database.ts";
import { pollDueOrders } from "./orders/poller.ts";
import { askSezzle } from "./payments/ask-sezzle.ts";
import { authorize } from "./testing/scripted-order.ts";
import { eventually, type OpenedSale, startTill } from "./testing/till.ts";
import { workOffWaiting } from "./webhooks/work-off.ts";

const till = await startTill();
const { sezzle } = till;
const second = 1000;

const quietUntil = async () => (await read(findGatewayHealth)).quietUntil?.getTime() ?? 0;

/** Ends the quiet, as time would. */
async function endQuiet(): Promise<void> {
  await write(async (db) => {
    await db.update(gatewayHealth).set({ quietUntil: null });
  });
}

const makeDue = ({ order }: OpenedSale) => write((db) => setNextAsk(db, order.uuid, new Date(0)));

const eventOf = async (eventUuid: string) =>
  (await read((db) => db.select().from(webhookEvents).where(eq(webhookEvents.eventUuid, eventUuid))))[0];

beforeEach(async () => {
  await endQuiet();
  await write(async (db) => void (await db.run(sql`UPDATE order_asks SET next_ask_at = NULL`)));
});

test("another process's 429 quiets this one", async () => {
  const sale = await till.open();
  await makeDue(sale);
  await write(async (db) => {
    await db.update(gatewayHealth).set({ quietUntil: new Date(Date.now() + 60 * second) });
  });
  const before = sezzle.seenOf("get").length;
  await pollDueOrders();
  expect(sezzle.seenOf("get").length).toBe(before);
  await endQuiet();
  await pollDueOrders();
  await eventually(() => expect(sezzle.seenOf("get").length).toBe(before + 1));
});

test.each([
  ["without a Retry-After", {}, 2 * second],
  ["with one", { "retry-after": "40" }, 40 * second],
])(
  "a 429 %s is one request, and nothing is asked for by itself until then",
  async (_, headers, atLeastMs) => {
    const sale = await till.open();
    authorize(sale.order);
    await makeDue(sale);
    const before = sezzle.seenOf("get").length;
    const at = Date.now();
    sezzle.onNext("get", { status: 429, body: [], headers: headers as Record<string, string> });
    // This process may still keep the pause of an earlier test.
    await eventually(async () => {
      await pollDueOrders();
      expect(sezzle.seenOf("get").length).toBe(before + 1);
    });
    await eventually(async () => expect(await quietUntil()).toBeGreaterThanOrEqual(at + atLeastMs));
    expect(sezzle.seenOf("get").length).toBe(before + 1);
    await makeDue(sale);
    await pollDueOrders();
    const eventUuid = await till.deliver("order.authorized", sale.order.uuid);
    const kept = await eventually(async () => {
      const row = await eventOf(eventUuid);
      expect(row).toMatchObject({
        problem: "Sezzle wants to be asked less often. The till waits.",
        failures: 0,
      });
      return row;
    });
    expect(kept?.nextTryAt?.getTime()).toBe(await quietUntil());
    expect(sezzle.seenOf("get").length).toBe(before + 1);
    // A person's own asking goes on.
    expect(await askSezzle(till.asker, sale.saleId)).toMatchObject({ ok: true });
    expect((await till.sale(sale.saleId)).status).toBe("authorized");
    await endQuiet();
    await write(async (db) => {
      await db
        .update(webhookEvents)
        .set({ nextTryAt: new Date(0) })
        .where(eq(webhookEvents.eventUuid, eventUuid));
    });
    await workOffWaiting();
    await eventually(async () =>
      expect(await eventOf(eventUuid)).toMatchObject({ problem: null, raw: null }),
    );
  },
);

test("a 429 while others are under way is told once, and the longer wish of Sezzle's stays", async () => {
  const sales = await Promise.all([till.open(), till.open()]);
  const at = Date.now();
  const held = sales.map(() => sezzle.hold("get"));
  const events = sales.map(({ order }) => till.deliver("order.authorized", order.uuid));
  await Promise.all(events);
  await Promise.all(held.map((it) => it.arrived));
  held[0]?.letGo({ status: 429, body: [], headers: { "retry-after": "90" } });
  held[1]?.letGo({ status: 429, body: [] });
  for (const event of events) {
    const uuid = await event;
    await eventually(async () => expect(await eventOf(uuid)).toMatchObject({ failures: 1 }));
  }
  expect(await quietUntil()).toBeGreaterThanOrEqual(at + 90 * second);
  expect(await quietUntil()).toBeLessThan(at + 120 * second);
});

test("an event that had failed before keeps its reason while Sezzle is left alone", async () => {
  const eventUuid = await till.deliver("order.authorized", "an-order-nobody-knows");
  const unknown = "Sezzle says that it does not know this order.";
  await eventually(async () =>
    expect(await eventOf(eventUuid)).toMatchObject({ failures: 1, problem: unknown }),
  );
  const until = new Date(Date.now() + 60 * second);
  await write(async (db) => {
    await db.update(gatewayHealth).set({ quietUntil: until });
    await db
      .update(webhookEvents)
      .set({ nextTryAt: new Date(0) })
      .where(eq(webhookEvents.eventUuid, eventUuid));
  });
  await workOffWaiting();
  const kept = { failures: 1, problem: unknown, nextTryAt: until };
  await eventually(async () => expect(await eventOf(eventUuid)).toMatchObject(kept));
});
