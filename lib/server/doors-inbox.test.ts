import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { listFailingWebhookEvents, type WebhookEventRow } from "#db/queries/webhooks.ts";
import { webhookEvents } from "#db/schema/webhooks.ts";
import { refuseChanges } from "#db/testing-engine.ts";
import { read, write } from "./database.ts";
import { authorize, move, newOrder } from "./testing/scripted-order.ts";
import { eventually, startTill } from "./testing/till.ts";
import { workOffWaiting } from "./webhooks/work-off.ts";

const till = await startTill();
const { sezzle } = till;

const waiting = () => read((db) => db.$count(webhookEvents, sql`processed_at is null`));

const kept = async (eventUuid: string): Promise<WebhookEventRow> => {
  const rows = await read((db) =>
    db.select().from(webhookEvents).where(eq(webhookEvents.eventUuid, eventUuid)),
  );
  expect(rows).toHaveLength(1);
  return rows[0] as WebhookEventRow;
};

const untilFailed = (eventUuid: string, failures = 1) =>
  eventually(async () => {
    const row = await kept(eventUuid);
    expect(row).toMatchObject({ failures, processedAt: null });
    return row;
  });

const untilDone = (eventUuid: string) =>
  eventually(async () =>
    expect(await kept(eventUuid)).toMatchObject({ raw: null, problem: null, nextTryAt: null }),
  );

/** Makes whatever waits due, as time would. */
async function makeAllDue(): Promise<void> {
  await write(async (db) => {
    await db
      .update(webhookEvents)
      .set({ nextTryAt: new Date(0) })
      .where(sql`processed_at is null`);
  });
  await workOffWaiting();
}

afterEach(async () => {
  sezzle.calm();
  await makeAllDue();
  await eventually(async () => expect(await waiting()).toBe(0));
});

test("hundreds of events on a few orders are each kept once and worked off, by a few requests an order", async () => {
  const sales = await Promise.all(Array.from({ length: 5 }, () => till.open()));
  for (const { order } of sales) authorize(order);
  const before = sezzle.seenOf("get").length;
  const uuids = Array.from({ length: 400 }, () => randomUUID());
  // A quarter of them comes twice.
  const deliveries = [...uuids, ...uuids.slice(0, 100)];
  await Promise.all(
    deliveries.map((eventUuid, index) =>
      till.deliver("order.authorized", sales[index % 5]?.order.uuid ?? "", { eventUuid }),
    ),
  );
  await eventually(async () => expect(await waiting()).toBe(0));
  const rows = await read((db) => db.select().from(webhookEvents));
  expect(rows.map((it) => it.eventUuid).sort()).toEqual(uuids.toSorted());
  expect(rows.reduce((sum, it) => sum + it.deliveries, 0)).toBe(500);
  for (const { saleId } of sales) expect((await till.sale(saleId)).status).toBe("authorized");
  expect(sezzle.seenOf("get").length - before).toBeLessThan(50);
});

test("one answer is good for all events that came before it was asked for, and one that comes later asks again", async () => {
  const { order } = await till.open();
  const first = sezzle.hold("get");
  const early = await till.deliver("order.authorized", order.uuid);
  await first.arrived;
  const later = await Promise.all(
    Array.from({ length: 20 }, () => till.deliver("order.captured", order.uuid)),
  );
  const before = sezzle.seenOf("get", order.uuid).length;
  const second = sezzle.hold("get");
  first.letGo();
  await untilDone(early);
  await second.arrived;
  for (const uuid of later) expect(await kept(uuid)).toMatchObject({ processedAt: null });
  second.letGo();
  for (const uuid of later) await untilDone(uuid);
  expect(sezzle.seenOf("get", order.uuid).length).toBe(before + 1);
});

test("no more than a few orders are asked for at once, whatever comes in", async () => {
  const orders = Array.from({ length: 40 }, () => sezzle.add(newOrder()));
  const held = orders.map(() => sezzle.hold("get"));
  const before = sezzle.seenOf("get").length;
  const uuids = await Promise.all(orders.map((it) => till.deliver("order.authorized", it.uuid)));
  await held[7]?.arrived;
  expect(sezzle.seenOf("get").length - before).toBe(8);
  for (const it of held) it.letGo();
  for (const uuid of uuids) await untilDone(uuid);
  expect(sezzle.seenOf("get").length - before).toBe(40);
});

describe("a poisoned event", () => {
  const payload = { email: "jo.secret@example.com" };

  test("whose order Sezzle does not know holds up no other, and says why in words without its payload", async () => {
    const ghost = newOrder();
    const poisoned = await till.deliver("order.authorized", ghost.uuid, { data: payload });
    const { order } = await till.open();
    await untilDone(await till.deliver("order.authorized", order.uuid));
    const row = await untilFailed(poisoned);
    expect(row.problem).toBe("Sezzle says that it does not know this order.");
    expect(row.nextTryAt?.getTime()).toBeGreaterThan(Date.now() - 10_000);
    sezzle.add(ghost);
  });

  test("whose order cannot be understood waits with its reason", async () => {
    const foreign = sezzle.add(newOrder({ order_amount: { amount_in_cents: 500, currency: "EUR" } }));
    const row = await untilFailed(await till.deliver("order.captured", foreign.uuid));
    expect(row.problem).toBe("Sezzle's answer about this order cannot be understood.");
    foreign.order_amount.currency = "USD";
  });

  test("on whose answer the till itself fails waits, is not let go after a day, and is done once the cause is gone", async () => {
    const { order, saleId } = await till.open();
    authorize(order);
    const mend = await write((db) => refuseChanges(db, "orders", { uuid: order.uuid }));
    const uuid = await till.deliver("order.authorized", order.uuid, { data: payload });
    const row = await untilFailed(uuid);
    expect(row.problem).toBe("The till itself failed on Sezzle's answer about this order. Its log says how.");
    await write(async (db) => {
      const old = new Date(Date.now() - 3 * 24 * 60 * 60_000);
      await db.update(webhookEvents).set({ receivedAt: old }).where(eq(webhookEvents.eventUuid, uuid));
    });
    await makeAllDue();
    await untilFailed(uuid, 2);
    await write(mend);
    await makeAllDue();
    await untilDone(uuid);
    expect((await till.sale(saleId)).status).toBe("authorized");
  });

  test("whose refund's source cannot be kept is tried again, and others of its order are done", async () => {
    const { order, saleId } = await till.openCaptured();
    const refund = move(order, "refunds", 2_000);
    const mend = await write((db) => refuseChanges(db, "movements", { column: "source" }));
    const held = sezzle.hold("get");
    const first = await till.deliver("order.captured", order.uuid);
    await held.arrived;
    const poisoned = await till.deliver("order.refunded", order.uuid, {
      data: { refund: { uuid: refund }, source: "dashboard" },
    });
    const beside = await till.deliver("order.captured", order.uuid);
    held.letGo();
    await untilDone(first);
    await untilDone(beside);
    expect((await untilFailed(poisoned)).problem).toBe(
      "The till itself failed on this event. Its log says how.",
    );
    await write(mend);
    await makeAllDue();
    await untilDone(poisoned);
    expect((await till.view(saleId)).refunds).toMatchObject([{ amountCents: 2_000, source: "dashboard" }]);
  });

  test("that is due is tried once, though it is taken up again while it is being tried", async () => {
    const ghost = newOrder();
    const uuid = await till.deliver("order.authorized", ghost.uuid);
    await untilFailed(uuid);
    const held = sezzle.hold("get");
    await write(async (db) => {
      await db
        .update(webhookEvents)
        .set({ nextTryAt: new Date(0) })
        .where(eq(webhookEvents.eventUuid, uuid));
    });
    const before = sezzle.seenOf("get", ghost.uuid).length;
    const tries = [workOffWaiting(), held.arrived.then(() => workOffWaiting())];
    await held.arrived;
    held.letGo();
    await Promise.all(tries);
    expect(await kept(uuid)).toMatchObject({ failures: 2, processedAt: null });
    expect(sezzle.seenOf("get", ghost.uuid).length).toBe(before + 1);
    sezzle.add(ghost);
  });

  test("that keeps failing is tried less and less often", async () => {
    const ghost = newOrder();
    const uuid = await till.deliver("order.authorized", ghost.uuid);
    const pauses: number[] = [];
    for (const failures of [1, 2, 3, 4]) {
      const { nextTryAt } = await untilFailed(uuid, failures);
      pauses.push(Math.round(((nextTryAt?.getTime() ?? 0) - Date.now()) / 1000));
      if (failures < 4) await makeAllDue();
    }
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeLessThanOrEqual(2 ** (index + 1));
      expect(pause).toBeGreaterThan(2 ** (index + 1) - 2);
    }
    const failing = await read((db) => listFailingWebhookEvents(db, 9));
    expect(failing).toMatchObject([{ orderUuid: ghost.uuid, failures: 4, event: "order.authorized" }]);
    expect(Object.keys(failing[0] ?? {})).not.toContain("raw");
    expect(failing[0]?.saleId).toBeNull();
    sezzle.add(ghost);
  });
});

test("events that are not known, or name no order, are kept and done", async () => {
  const { order } = await till.open();
  const before = sezzle.seenOf("get").length;
  await untilDone(await till.deliver("customer.tokenized", "", { data: { uuid: undefined } }));
  await untilDone(await till.deliver("something.new", order.uuid));
  expect(sezzle.seenOf("get").length).toBe(before);
});
