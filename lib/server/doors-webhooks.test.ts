import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findOrder } from "#db/queries/orders.ts";
import type { WebhookEventRow } from "#db/queries/webhooks.ts";
import { webhookEvents } from "#db/schema/webhooks.ts";
import { read, write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { runOperation } from "./payments/run-operation.ts";
import { startPrepared } from "./payments/start-prepared.ts";
import { authorize, move, newOrder, type ScriptedOrder } from "./testing/scripted-order.ts";
import { eventually, startTill } from "./testing/till.ts";
import { receiveWebhook } from "./webhooks/receive.ts";
import { workOffWaiting } from "./webhooks/work-off.ts";

const till = await startTill();
const { sezzle } = till;
const day = 24 * 60 * 60_000;

/** The kept event; waits until it looks as expected. */
async function keptAs(eventUuid: string, expected: Partial<WebhookEventRow>): Promise<WebhookEventRow> {
  return eventually(async () => {
    const rows = await read((db) =>
      db.select().from(webhookEvents).where(eq(webhookEvents.eventUuid, eventUuid)),
    );
    expect(rows).toMatchObject([expected]);
    return rows[0] as WebhookEventRow;
  });
}

const done = { processedAt: expect.any(Date) as Date, raw: null, nextTryAt: null };

/** Makes a waiting event due, as time would. */
const makeDue = (eventUuid: string, change: Partial<WebhookEventRow> = {}) =>
  write(async (db) => {
    const due = { nextTryAt: new Date(Date.now() - 1), ...change };
    await db.update(webhookEvents).set(due).where(eq(webhookEvents.eventUuid, eventUuid));
  });

/** A sale whose session answer was lost after Sezzle had made the order. */
async function openLost(): Promise<{ saleId: string; operationId: string; order: ScriptedOrder }> {
  const known = new Set(sezzle.orders.keys());
  sezzle.onNext("session", "lose");
  const { saleId, operationId } = await till.prepareSale();
  await runOperation(operationId);
  expect(await till.sale(saleId)).toMatchObject({ status: "unconfirmed" });
  const uuid = [...sezzle.orders.keys()].find((it) => !known.has(it)) ?? null;
  return { saleId, operationId, order: sezzle.order(uuid) };
}

describe("an event about an order of ours whose session answer was lost", () => {
  test("has it adopted, and settles the opening", async () => {
    const { saleId, operationId, order } = await openLost();
    authorize(order);
    await keptAs(await till.deliver("order.authorized", order.uuid), done);
    expect(await till.sale(saleId)).toMatchObject({ status: "authorized", authorizedCents: 10_000 });
    expect(await till.operation(operationId)).toMatchObject({ state: "succeeded", settledBy: "order" });
    expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
  });

  test("has it adopted once, though two events come at once", async () => {
    const { saleId, order } = await openLost();
    authorize(order);
    const events = ["order.authorized", "order.captured"].map((it) => till.deliver(it, order.uuid));
    for (const uuid of await Promise.all(events)) await keptAs(uuid, done);
    expect(await till.lines(saleId, "order.adopted", "order.second")).toHaveLength(1);
    expect(await read((db) => findOrder(db, order.uuid))).toMatchObject({ kind: "main" });
    expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
  });

  test("has the receipt number that was given at the start set once, though the answer comes after all", async () => {
    const held = sezzle.hold("session");
    const { saleId, operationId } = await till.prepareSale({ receiptNumber: "R-21" });
    const running = runOperation(operationId);
    await held.arrived;
    const { currentAttemptId } = await till.sale(saleId);
    const order = sezzle.add(newOrder({ metadata: { till_attempt: currentAttemptId } }));
    authorize(order);
    await learn(order.uuid, "webhook");
    await startPrepared();
    await eventually(() => expect(order.reference_id).toBe("R-21"));
    const checkout_url = `https://checkout.example/${order.uuid}`;
    held.letGo({ status: 201, body: { uuid: "s-21", order: { uuid: order.uuid, checkout_url } } });
    await running;
    expect(sezzle.seenOf("set_reference", order.uuid)).toHaveLength(1);
    expect(await till.view(saleId)).toMatchObject({ status: "authorized", receiptNumber: "R-21" });
  });

  test("has it adopted by its reference when it carries no metadata", async () => {
    const { saleId, order } = await openLost();
    order.metadata = {};
    await keptAs(await till.deliver("order.authorized", order.uuid), done);
    expect(await till.orderUuid(saleId)).toBe(order.uuid);
  });

  test("has it not adopted when amount, currency or intent are not the sale's", async () => {
    const { saleId, order } = await openLost();
    order.order_amount = { ...order.order_amount, amount_in_cents: 9_999 };
    await keptAs(await till.deliver("order.authorized", order.uuid), done);
    expect(await read((db) => findOrder(db, order.uuid))).toMatchObject({ kind: "other_channel" });
    expect(await till.sale(saleId)).toMatchObject({ status: "unconfirmed" });
  });

  test("is kept through a 404, and worked off when Sezzle knows the order", async () => {
    const { saleId, order } = await openLost();
    sezzle.onNext("get", { status: 404, body: [] });
    const uuid = await till.deliver("order.authorized", order.uuid);
    const kept = await keptAs(uuid, { failures: 1, processedAt: null });
    expect(kept.nextTryAt?.getTime()).toBeLessThan(Date.now() + 60_000);
    await makeDue(uuid);
    await workOffWaiting();
    await keptAs(uuid, done);
    expect(await till.sale(saleId)).toMatchObject({ status: "link_sent" });
  });
});

describe("an event about an order of another channel", () => {
  const foreign = () => sezzle.add(newOrder({ intent: "CAPTURE", metadata: { customer: "Jo Secret" } }));

  test("has it fetched once and kept apart, without what the channel notes in it", async () => {
    const order = foreign();
    authorize(order);
    await keptAs(await till.deliver("order.authorized", order.uuid), done);
    move(order, "captures", 10_000);
    await keptAs(await till.deliver("order.captured", order.uuid), done);
    expect(sezzle.seenOf("get", order.uuid)).toHaveLength(1);
    const kept = await read((db) => findOrder(db, order.uuid));
    expect(kept).toMatchObject({ kind: "other_channel", attemptId: null });
    expect(JSON.stringify(kept)).not.toContain("Secret");
    expect((await till.ask(order.uuid)).nextAskAt).toBeNull();
  });

  test("that the till cannot read is tried again, and given up after a day", async () => {
    const order = foreign();
    order.order_amount = { amount_in_cents: 500, currency: "EUR" };
    const uuid = await till.deliver("order.captured", order.uuid);
    await keptAs(uuid, { failures: 1, processedAt: null });
    await makeDue(uuid, { receivedAt: new Date(Date.now() - day + 60_000) });
    await workOffWaiting();
    await keptAs(uuid, { failures: 2, processedAt: null });
    await makeDue(uuid, { receivedAt: new Date(Date.now() - day - 1) });
    await workOffWaiting();
    await keptAs(uuid, done);
    expect(await read((db) => findOrder(db, order.uuid))).toBeNull();
    expect((await till.ask(order.uuid)).nextAskAt).toBeNull();
  });

  test("is not given up, however old, while Sezzle cannot be asked", async () => {
    sezzle.always("get", { status: 503 });
    const uuid = await till.deliver("order.authorized", foreign().uuid);
    await keptAs(uuid, { failures: 1, processedAt: null });
    await makeDue(uuid, { receivedAt: new Date(Date.now() - 3 * day) });
    await workOffWaiting();
    expect(await keptAs(uuid, { failures: 2, processedAt: null })).toMatchObject({ raw: expect.any(Buffer) });
    sezzle.calm();
    await makeDue(uuid);
    await workOffWaiting();
    await keptAs(uuid, done);
  });
});

test("a webhook is on disk, raw bytes and all, before it is taken for received, and they go once it is worked off", async () => {
  const { order } = await till.open();
  const held = sezzle.hold("get");
  const uuid = await till.deliver("order.authorized", order.uuid, {
    data: { email: "jo.secret@example.com" },
  });
  const kept = await keptAs(uuid, { processedAt: null, orderUuid: order.uuid });
  expect(kept.raw?.toString()).toContain("jo.secret@example.com");
  await held.arrived;
  held.letGo();
  await keptAs(uuid, done);
});

test("a repeated webhook is counted and does nothing more, not even while the first is worked off", async () => {
  const { saleId, order } = await till.open();
  authorize(order);
  const before = sezzle.seenOf("get", order.uuid).length;
  const held = sezzle.hold("get");
  const eventUuid = randomUUID();
  await till.deliver("order.authorized", order.uuid, { eventUuid });
  await held.arrived;
  await till.deliver("order.authorized", order.uuid, { eventUuid });
  expect(await till.ask(order.uuid)).toMatchObject({ hint: "webhook", wanted: 3 });
  held.letGo();
  await keptAs(eventUuid, { ...done, deliveries: 2 });
  const sale = await till.sale(saleId);
  await till.deliver("order.authorized", order.uuid, { eventUuid });
  await keptAs(eventUuid, { ...done, deliveries: 3 });
  expect(await till.sale(saleId)).toEqual(sale);
  expect(sezzle.seenOf("get", order.uuid)).toHaveLength(before + 1);
});

test("what a webhook claims is not believed: Sezzle is asked", async () => {
  const { saleId, order } = await till.open();
  await keptAs(
    await till.deliver("order.captured", order.uuid, { data: { capture: { uuid: "made-up" } } }),
    done,
  );
  expect(await till.sale(saleId)).toMatchObject({ status: "link_sent", capturedCents: 0 });
});

test("a webhook whose signature does not hold is refused, and nothing of it is kept", async () => {
  const before = await read((db) => db.$count(webhookEvents));
  const raw = Buffer.from(JSON.stringify({ uuid: randomUUID(), event: "order.authorized", data: {} }));
  expect(await receiveWebhook(raw, "0".repeat(64))).toBe(false);
  expect(await receiveWebhook(raw, null)).toBe(false);
  expect(await read((db) => db.$count(webhookEvents))).toBe(before);
});

test("an event shows where a refund was made, and changes no amount", async () => {
  const { saleId, order } = await till.openCaptured();
  const refund = move(order, "refunds", 2_000);
  const data = {
    refund: { uuid: refund, amount: { amount_in_cents: 9_000, currency: "USD" } },
    source: "dashboard",
  };
  await keptAs(await till.deliver("order.refunded", order.uuid, { data }), done);
  const { refunds, refundedCents } = await till.view(saleId);
  expect(refunds).toMatchObject([{ amountCents: 2_000, source: "dashboard" }]);
  expect(refundedCents).toBe(2_000);
});
