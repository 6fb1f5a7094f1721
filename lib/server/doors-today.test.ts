import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { insertMovement, insertOrder } from "#db/queries/orders.ts";
import { insertSale } from "#db/queries/sales.ts";
import type { Store } from "#db/queries/stores.ts";
import { inboxFigures } from "#db/queries/webhooks.ts";
import { refundRequests } from "#db/schema/refund-requests.ts";
import { webhookEvents } from "#db/schema/webhooks.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import { sumByCurrency } from "#lib/today.ts";
import { read, write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { authorize, newOrder } from "./testing/scripted-order.ts";
import { eventually, startTill } from "./testing/till.ts";
import { viewerOf } from "./testing/viewer-of.ts";
import { loadToday, type TodayPage, todayStores } from "./today/load-today.ts";

const till = await startTill();
const { sezzle, store: maple, otherStore: harbour } = till;

type Past = { at: string; cents: number; status?: SaleStatus; leftUntil?: string };

/** Writes a sale that was made at a moment, with what was captured and refunded of it then. */
async function past(store: Store, { at, cents, status = "captured", leftUntil }: Past, refundedAt?: string) {
  const [saleId, attemptId, contactId] = [randomUUID(), randomUUID(), randomUUID()];
  const createdAt = new Date(at);
  const isApproved = status === "authorized";
  const isPaid = status === "captured";
  const orderUuid = randomUUID();
  await write(async (db) => {
    const sale = {
      ...{ id: saleId, storeId: store.id, registerId: null, personId: till.asker.personId },
      ...{
        number: `P-${saleId}`,
        amountCents: cents,
        currency: store.currency,
        receiptNumber: null,
        shopperLocale: null,
      },
      ...{ createdAt, currentAttemptId: attemptId, version: 1, status, statusAt: createdAt },
      authorizedCents: isApproved || isPaid ? cents : 0,
      capturedCents: isPaid ? cents : 0,
      ...{ releasedCents: 0, refundedCents: refundedAt ? cents : 0 },
      checkoutExpiresAt: null,
      authorizationExpiresAt: leftUntil ? new Date(leftUntil) : null,
    };
    const attempt = {
      ...{ id: attemptId, saleId, ordinal: 1, channel: "sms" as const, contactId, referenceId: saleId },
      ...{ shopperToken: randomUUID(), renewalOperationId: null, checkoutExpiresAt: createdAt, createdAt },
    };
    const contact = {
      id: contactId,
      phone: "+16125550100",
      email: null,
      name: null,
      createdAt,
      erasedAt: null,
    };
    await insertSale(db, sale, attempt, contact);
    const order = {
      ...{ uuid: orderUuid, kind: "main" as const, attemptId, sessionUuid: null, checkoutUrl: null },
      ...{ snapshot: null, askedAt: null, confirmedAt: null, confirmedBy: null, createdAt },
    };
    await insertOrder(db, order);
    const movement = {
      orderUuid,
      storeId: store.id,
      saleId,
      amountCents: cents,
      operationId: null,
      source: null,
    };
    const keep = (kind: "capture" | "refund", firstSeenAt: Date) =>
      insertMovement(db, { ...movement, uuid: randomUUID(), kind, firstSeenAt });
    if (isPaid) await keep("capture", createdAt);
    if (refundedAt) await keep("refund", new Date(refundedAt));
  });
}

const owner = await viewerOf("olive", "owner");
const dayAt = async (now: string, stores = todayStores(owner)): Promise<TodayPage> =>
  loadToday(owner, stores, true, new Date(now));
const ofStore = (page: TodayPage, { id }: Store) => page.stores.find((it) => it.storeId === id);

test("a day of 23 hours and the one a week before: what falls on them is summed, by store and never across currencies", async () => {
  // In Chicago this day begins at 06:00 UTC and ends at 05:00 UTC.
  await past(maple, { at: "2026-03-08T05:59:59.999Z", cents: 7 });
  await past(maple, { at: "2026-03-08T06:00:00Z", cents: 1_000 });
  await past(maple, { at: "2026-03-08T08:30:00Z", cents: 2_000 }, "2026-03-08T19:00:00Z");
  await past(maple, { at: "2026-03-09T04:59:59Z", cents: 4_000 });
  await past(maple, { at: "2026-03-09T05:00:00Z", cents: 9 });
  // A week before, at 15:00 of the same wall clock (21:00 UTC), and later.
  await past(maple, { at: "2026-03-01T21:00:00Z", cents: 300 });
  await past(maple, { at: "2026-03-01T22:00:00Z", cents: 500 });
  await past(harbour, { at: "2026-03-08T16:00:00Z", cents: 80_000 });

  const page = await dayAt("2026-03-08T20:30:00Z");
  expect(ofStore(page, maple)).toMatchObject({
    ...{ currency: "USD", date: "2026-03-08", beforeDate: "2026-03-01", from: "2026-03-08T06:00:00.000Z" },
    taken: { now: { cents: 7_000, count: 3 }, before: { cents: 300, count: 1 } },
    refunded: { now: { cents: 2_000, count: 1 }, before: { cents: 0, count: 0 } },
    started: { now: { cents: 7_000, count: 3 }, before: { cents: 300, count: 1 } },
  });
  const hours = ofStore(page, maple)?.hours ?? [];
  expect(hours.find((it) => it.key === "03")?.now).toEqual({ cents: 2_000, count: 1 });
  expect(hours.find((it) => it.key === "16")?.before).toEqual({ cents: 500, count: 1 });
  const sums = sumByCurrency(page.stores);
  expect(sums.map((it) => [it.currency, it.taken.now.cents]).sort()).toEqual([
    ["CAD", 80_000],
    ["USD", 7_000],
  ]);
});

test("a day of 25 hours counts each of them once", async () => {
  for (const hour of [5, 6, 7, 8]) await past(maple, { at: `2026-11-01T0${hour}:30:00Z`, cents: 100 * hour });
  await past(maple, { at: "2026-11-02T05:59:59Z", cents: 50 });
  const page = await dayAt("2026-11-02T05:59:59Z");
  const { taken, hours = [] } = ofStore(page, maple) ?? {};
  expect(taken?.now).toEqual({ cents: 500 + 600 + 700 + 800 + 50, count: 5 });
  expect(hours.filter((it) => it.now.count > 0).map((it) => [it.key, it.now.cents])).toEqual([
    ["00", 500],
    ["01", 600],
    ["01+", 700],
    ["02", 800],
    ["23", 50],
  ]);
});

test("what waits and what is approved is all that is open now; an approval whose time has passed can no longer be taken", async () => {
  const now = "2027-01-15T18:00:00Z";
  const before = ofStore(await dayAt(now), harbour);
  await past(harbour, { at: "2027-01-15T17:00:00Z", cents: 1_000, status: "link_sent" });
  await past(harbour, {
    at: "2027-01-13T17:00:00Z",
    cents: 500,
    status: "authorized",
    leftUntil: "2027-01-17T17:00:00Z",
  });
  await past(harbour, {
    at: "2027-01-15T15:00:00Z",
    cents: 250,
    status: "authorized",
    leftUntil: "2027-01-15T17:59:00Z",
  });
  await past(harbour, { at: "2027-01-15T16:00:00Z", cents: 125, status: "denied" });
  const day = ofStore(await dayAt(now), harbour);
  expect(before).toMatchObject({ waiting: { count: 0 }, approved: { count: 0 } });
  expect(day).toMatchObject({
    waiting: { cents: 1_250, count: 2, earlier: 0 },
    approved: { cents: 500, count: 1, earlier: 1 },
    started: { now: { cents: 1_375, count: 3 } },
  });
});

test("a store that did not exist a week ago has nothing to be compared with", async () => {
  const page = await dayAt(
    new Date().toISOString(),
    todayStores(await viewerOf("morgan", "manager", [{ ...maple, id: "new", createdAt: new Date() }])),
  );
  expect(page.stores).toMatchObject([
    { taken: { now: { count: 0 }, before: null }, started: { before: null }, refunded: { before: null } },
  ]);
  expect(page.newest).toEqual([]);
});

test("a cashier has no day, and a manager that of their stores alone", async () => {
  expect(todayStores(await viewerOf("casey", "cashier", [maple]))).toEqual([]);
  const manager = await viewerOf("morgan", "manager", [maple]);
  const page = await loadToday(manager, todayStores(manager), true);
  expect(page.stores.map((it) => it.storeId)).toEqual([maple.id]);
});

test("what needs somebody is named: a second approval, what is not confirmed, a refund that is asked for, and the webhooks for an owner", async () => {
  const manager = await viewerOf("morgan", "manager", [maple]);
  const kinds = async (viewer = manager) =>
    (await loadToday(viewer, todayStores(viewer), true)).matters.map((it) => it.kind);
  expect(await kinds()).toEqual([]);

  const twice = await till.openAuthorized();
  const { currentAttemptId } = await till.sale(twice.saleId);
  const second = sezzle.add(newOrder({ metadata: { till_attempt: currentAttemptId } }));
  authorize(second);
  await learn(second.uuid, "webhook");
  expect(await kinds()).toEqual(["second_approval"]);

  const lost = await till.openAuthorized();
  sezzle.onNext("capture", "lose");
  sezzle.always("get", { status: 503 });
  const { state } = await till.act(lost.saleId, "capture", 10_000);
  expect(state).toBe("unconfirmed");
  await write(async (db) => {
    await db.insert(refundRequests).values({
      ...{ id: randomUUID(), storeId: maple.id, saleId: lost.saleId, personId: till.asker.personId },
      ...{
        amountCents: 700,
        reason: "Mistake",
        additional: false,
        wishId: randomUUID(),
        createdAt: new Date(),
      },
    });
  });
  expect(await kinds()).toEqual(["second_approval", "unconfirmed", "refund_asked"]);
  const other = await viewerOf("robin", "manager", [harbour]);
  expect(await kinds(other)).toEqual([]);

  const eventUuid = await till.deliver("order.authorized", twice.order.uuid);
  await eventually(async () => expect(await read(inboxFigures)).toMatchObject({ failing: 1 }));
  expect(await kinds(owner)).not.toContain("webhooks");
  const longAgo = { receivedAt: new Date(Date.now() - 120_000) };
  await write(async (db) => {
    await db.update(webhookEvents).set(longAgo).where(eq(webhookEvents.eventUuid, eventUuid));
  });
  expect(await kinds(owner)).toContain("webhooks");
  expect(await kinds()).not.toContain("webhooks");
});

test("a sale of which an earlier link is paid, too, needs somebody as well", async () => {
  const manager = await viewerOf("morgan", "manager", [maple]);
  const first = await till.open();
  first.order.checkout_status = "deleted";
  await learn(first.order.uuid, "poll");
  const again = await till.sendAgain(first.saleId);
  authorize(again.order);
  await learn(again.order.uuid, "poll");
  const seconds = async () =>
    (await loadToday(manager, todayStores(manager), true)).matters.filter(
      (it) => it.kind === "second_approval" && it.saleId === first.saleId,
    );
  expect(await seconds()).toEqual([]);
  first.order.checkout_status = "complete";
  authorize(first.order);
  await learn(first.order.uuid, "webhook");
  expect(await seconds()).toMatchObject([{ cents: 10_000, currency: "USD" }]);
});

test("the page is right for a position from before it was read, so that nothing that is written meanwhile is missed", async () => {
  const page = await dayAt(new Date().toISOString());
  for (const sale of page.newest) expect(sale.asOfSeq).toBeGreaterThanOrEqual(page.seq);
});
