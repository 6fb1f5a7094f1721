import { createHmac, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findDispute } from "#db/queries/disputes.ts";
import { webhookEvents } from "#db/schema/webhooks.ts";
import { read } from "./database.ts";
import { loadDisputes, loadDisputesOf } from "./disputes/load-disputes.ts";
import { env } from "./env.ts";
import { learn } from "./orders/learn.ts";
import { newOrder } from "./testing/scripted-order.ts";
import { eventually, startTill } from "./testing/till.ts";
import { viewerOf } from "./testing/viewer-of.ts";
import { receiveWebhook } from "./webhooks/receive.ts";
import { workOff } from "./webhooks/work-off.ts";

const till = await startTill();
const { sezzle } = till;

const asked = "dispute.merchant_input_requested";
const near = "dispute.deadline_approaching";
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 12, minutes));

type Told = { event?: string; at?: Date | null; eventUuid?: string; data?: Record<string, unknown> };

/** Sezzle delivers an event about a dispute. Returns once it is worked off, or has been tried. */
async function tell(id: string | number, orderUuid: string | null, told: Told = {}): Promise<void> {
  const { event = asked, at: arose = at(0), eventUuid = randomUUID(), data = {} } = told;
  const body = {
    uuid: eventUuid,
    event,
    ...(arose ? { created_at: arose.toISOString() } : {}),
    data: {
      dispute_id: id,
      ...(orderUuid ? { order_uuid: orderUuid } : {}),
      order_reference_id: "R-1",
      dispute_type: "product_not_received",
      dispute_status: "open",
      dispute_amount_in_cents: 4_000,
      dispute_currency: "USD",
      dispute_due_date: "2026-12-01T20:00:00Z",
      ...data,
    },
  };
  const raw = Buffer.from(JSON.stringify(body));
  await receiveWebhook(raw, createHmac("sha256", env().privateKey).update(raw).digest("hex"));
  await eventually(async () => {
    const [row] = await read((db) =>
      db.select().from(webhookEvents).where(eq(webhookEvents.eventUuid, eventUuid)),
    );
    expect(row?.processedAt ?? row?.failures).toBeTruthy();
  });
}

const kept = (id: string | number) => read((db) => findDispute(db, String(id)));
const lines = (saleId: string) => till.lines(saleId, "dispute.reported");

test("a dispute is kept as reported, tied to its sale and told in its history, and moves no status and no amount", async () => {
  const { saleId, order } = await till.openCaptured();
  const before = await till.sale(saleId);
  await tell("d-1", order.uuid);
  expect(await kept("d-1")).toMatchObject({
    ...{ orderUuid: order.uuid, saleId, storeId: till.store.id, stage: "input_requested", outcome: null },
    ...{ reference: "R-1", type: "product_not_received", status: "open", closedAt: null },
    ...{ amountCents: 4_000, currency: "USD", dueAt: new Date("2026-12-01T20:00:00Z"), openedAt: at(0) },
  });
  expect(await lines(saleId)).toMatchObject([
    { data: { stage: "input_requested", amountCents: 4_000, currency: "USD", date: "2026-12-01" } },
  ]);
  expect(await till.sale(saleId)).toEqual(before);
  expect(await loadDisputesOf(saleId)).toMatchObject([{ disputeId: "d-1", about: "sale" }]);
});

test("a dispute goes on to its deadline and its end, one line each, and keeps what later events leave out", async () => {
  const { saleId, order } = await till.openCaptured();
  await tell("d-2", order.uuid);
  await tell("d-2", order.uuid, { event: near, at: at(5) });
  const bare = { dispute_due_date: null, dispute_amount_in_cents: null, dispute_status: "closed" };
  await tell("d-2", order.uuid, { event: "dispute.closed.merchant_win", at: at(9), data: bare });
  expect(await kept("d-2")).toMatchObject({
    ...{ stage: "closed", outcome: "merchant_win", openedAt: at(0), closedAt: at(9), reportedAt: at(9) },
    ...{ amountCents: 4_000, dueAt: new Date("2026-12-01T20:00:00Z"), status: "closed" },
  });
  expect((await lines(saleId)).map((it) => it.data.stage)).toEqual([
    "input_requested",
    "deadline_approaching",
    "closed",
  ]);
});

describe("an older event", () => {
  test("that comes late does not overwrite a newer one, and only moves the day the dispute was opened", async () => {
    const { saleId, order } = await till.openCaptured();
    await tell("d-3", order.uuid, { event: "dispute.closed.customer_win", at: at(30) });
    await tell("d-3", order.uuid, { event: near, at: at(20), data: { dispute_amount_in_cents: 1 } });
    await tell("d-3", order.uuid, { at: at(10), data: { dispute_amount_in_cents: 2 } });
    expect(await kept("d-3")).toMatchObject({
      ...{ stage: "closed", outcome: "customer_win", amountCents: 4_000 },
      ...{ openedAt: at(10), reportedAt: at(30), closedAt: at(30) },
    });
    expect(await lines(saleId)).toHaveLength(1);
  });

  test("of the same moment does not take a dispute back", async () => {
    const { order } = await till.openCaptured();
    await tell("d-4", order.uuid, { event: "dispute.closed.neutral" });
    await tell("d-4", order.uuid);
    expect(await kept("d-4")).toMatchObject({ stage: "closed", outcome: "neutral" });
  });
});

test("a repeat, under its own uuid or another, and one that is worked off twice, change and tell nothing", async () => {
  const { saleId, order } = await till.openCaptured();
  const eventUuid = randomUUID();
  await tell("d-5", order.uuid, { eventUuid });
  await tell("d-5", order.uuid, { eventUuid });
  await tell("d-5", order.uuid, {});
  const before = await kept("d-5");
  const [row] = await read((db) =>
    db.select().from(webhookEvents).where(eq(webhookEvents.eventUuid, eventUuid)),
  );
  const waiting = { id: row?.id ?? 0, orderUuid: order.uuid };
  await Promise.all([workOff(waiting), workOff(waiting)]);
  expect(await kept("d-5")).toEqual(before);
  expect(await lines(saleId)).toHaveLength(1);
});

test("an id is the same one as a number and as a text, and long numbers stay apart", async () => {
  const { saleId, order } = await till.openCaptured();
  await tell(8_801, order.uuid);
  await tell("8801", order.uuid, { event: near, at: at(1) });
  expect(await kept("8801")).toMatchObject({ stage: "deadline_approaching" });
  expect(await loadDisputesOf(saleId)).toHaveLength(1);
});

test("what cannot be read is left out, and an event that names no dispute is done and kept nowhere", async () => {
  const { order } = await till.openCaptured();
  const odd = {
    ...{ dispute_amount_in_cents: "4.5", dispute_currency: "EUR", dispute_due_date: "soon" },
    ...{ dispute_type: null, dispute_status: { a: 1 } },
  };
  await tell("d-6", order.uuid, { data: odd, at: null });
  expect(await kept("d-6")).toMatchObject({
    ...{ amountCents: null, currency: null, dueAt: null, type: null, status: null },
    stage: "input_requested",
  });
  const before = (await kept("d-6")) as object;
  await tell("", order.uuid);
  expect(await kept("d-6")).toEqual(before);
});

describe("a dispute about an order that is not known", () => {
  test("is kept at once though Sezzle cannot be asked, and tied to its sale when the order is adopted", async () => {
    const { saleId } = await till.prepareSale();
    const { currentAttemptId } = await till.sale(saleId);
    const order = sezzle.add(newOrder({ metadata: { till_attempt: currentAttemptId } }));
    sezzle.always("get", { status: 503 });
    await tell("d-7", order.uuid);
    expect(await kept("d-7")).toMatchObject({ saleId: null, storeId: null });
    expect(await lines(saleId)).toEqual([]);
    sezzle.calm();
    await learn(order.uuid, "person");
    expect(await kept("d-7")).toMatchObject({ saleId, storeId: till.store.id });
    expect(await lines(saleId)).toHaveLength(1);
    await learn(order.uuid, "person");
    expect(await lines(saleId)).toHaveLength(1);
  });

  test("and names no order is tied by the reference its link was opened with, and by nothing else", async () => {
    const { saleId } = await till.openCaptured();
    const { number } = await till.sale(saleId);
    await tell("d-8", null, { data: { order_reference_id: number } });
    await tell("d-9", null, { data: { order_reference_id: "unheard-of" } });
    expect(await kept("d-8")).toMatchObject({ saleId });
    expect(await kept("d-9")).toMatchObject({ saleId: null });
  });
});

test("what is disputed is shown to the managers of its store, and what is of other channels to owners alone", async () => {
  const { order } = await till.openCaptured();
  await tell("d-10", order.uuid, { data: { dispute_due_date: "2026-11-25T00:00:00Z" } });
  const foreign = sezzle.add(newOrder({ intent: "CAPTURE" }));
  await tell("d-11", foreign.uuid);
  const shownTo = async (...who: Parameters<typeof viewerOf>) =>
    (await loadDisputes(await viewerOf(...who))).open;
  const ids = async (...who: Parameters<typeof viewerOf>) =>
    (await shownTo(...who)).map((it) => it.disputeId);
  const manager = await ids("morgan", "manager", [till.store]);
  expect(manager[0]).toBe("d-10");
  expect(manager).not.toContain("d-11");
  expect(await ids("robin", "manager", [till.otherStore])).toEqual([]);
  expect(await ids("casey", "cashier", [till.store])).toEqual([]);
  expect(await ids("olive", "owner")).toEqual(expect.arrayContaining(["d-10", "d-11"]));
  const other = (await shownTo("olive", "owner")).find((it) => it.disputeId === "d-11");
  expect(other).toMatchObject({ about: "other_channel", saleId: null, orderUuid: foreign.uuid });
});
