import { expect, test } from "vitest";
import { learn } from "./orders/learn.ts";
import { askSoon, pollDueOrders, watchOrder } from "./orders/poller.ts";
import { authorize, fromNow, move } from "./testing/scripted-order.ts";
import { eventually, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

/** How long from now the order is to be asked for, in milliseconds. */
async function nextAskInMs(orderUuid: string): Promise<number> {
  const { nextAskAt } = await till.ask(orderUuid);
  if (!nextAskAt) throw new Error("the order is not asked for any more");
  return nextAskAt.getTime() - Date.now();
}

test("one 404 does not end asking for an order of ours, nor change what the sale shows", async () => {
  const { saleId, order } = await till.openAuthorized();
  sezzle.onNext("get", { status: 404, body: [] });
  expect(await learn(order.uuid, "poll")).toBe("unknown_order");
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized", authorizedCents: 10_000 });
  expect(await nextAskInMs(order.uuid)).toBeLessThan(5_000);
  await watchOrder(order.uuid);
  expect(await nextAskInMs(order.uuid)).toBeLessThan(5_000);
  expect(await learn(order.uuid, "poll")).toBe("answered");
  expect(await till.ask(order.uuid)).toMatchObject({ failures: 0 });
});

test("an answer that cannot be understood changes nothing, and the order is asked for again", async () => {
  const { saleId, order } = await till.openAuthorized();
  const before = await till.view(saleId);
  sezzle.onNext("get", { status: 200, body: { ...order, checkout_status: "dancing" } });
  expect(await learn(order.uuid, "poll")).toBe("unreadable");
  expect(await till.view(saleId)).toEqual({ ...before, unansweredAt: expect.any(String) });
  expect(await nextAskInMs(order.uuid)).toBeLessThan(5_000);
});

test("what Sezzle announces to nobody is found by asking: the shopper was denied, the checkout expired", async () => {
  const [denied, expired] = [await till.open(), await till.open()];
  denied.order.checkout_status = "denied";
  expired.order.checkout_status = "deleted";
  await askSoon(denied.order.uuid);
  await askSoon(expired.order.uuid);
  await eventually(async () => {
    await pollDueOrders();
    expect(await till.sale(denied.saleId)).toMatchObject({ status: "denied" });
    expect(await till.sale(expired.saleId)).toMatchObject({ status: "checkout_expired" });
  });
  expect((await till.ask(denied.order.uuid)).nextAskAt).toBeNull();
});

test("a sale that a screen shows is asked for within five seconds, one that none shows within sixty", async () => {
  const { order } = await till.openAuthorized();
  const unwatchedMs = await nextAskInMs(order.uuid);
  expect(unwatchedMs).toBeGreaterThan(5_000);
  expect(unwatchedMs).toBeLessThanOrEqual(60_000);
  await watchOrder(order.uuid);
  expect(await nextAskInMs(order.uuid)).toBeLessThanOrEqual(5_000);
  await learn(order.uuid, "poll");
  expect(await nextAskInMs(order.uuid)).toBeLessThanOrEqual(5_000);
});

test("what has run out by our clock alone reads as checking, and Sezzle is asked until it shows the end", async () => {
  const { saleId, order } = await till.open();
  authorize(order, { forMs: -1_000 });
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "checking", authorizedCents: 10_000 });
  expect(await nextAskInMs(order.uuid)).toBeLessThanOrEqual(60_000);
  expect(refusalCode(await till.prepare(saleId, "capture", 10_000))).toBe("not_possible");
  order.checkout_status = "deleted";
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "authorization_expired", capturedCents: 0 });
});

test("a link that has run out by our clock alone reads as checking until Sezzle says", async () => {
  const { saleId, order } = await till.open();
  order.checkout_expiration = fromNow(-1_000);
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "checking" });
  authorize(order);
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
});

test("a capture that Sezzle confirmed and its order does not show yet reads as checking, then as paid", async () => {
  const { saleId, order } = await till.openAuthorized();
  sezzle.onNext("capture", { status: 200, body: { uuid: "shown-later" } });
  expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
  expect(await till.sale(saleId)).toMatchObject({ status: "checking", capturedCents: 0 });
  expect(refusalCode(await till.prepare(saleId, "capture", 10_000))).toBe("not_possible");
  const amount = { amount_in_cents: 10_000, currency: "USD" };
  order.authorization?.captures.push({ uuid: "shown-later", amount });
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
});

test("a refund in Sezzle's dashboard is found, told once, and counts against what can be refunded", async () => {
  const { saleId, order } = await till.openCaptured();
  move(order, "refunds", 6_000);
  await learn(order.uuid, "poll");
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "partially_refunded", refundedCents: 6_000 });
  expect(await till.lines(saleId, "movement.elsewhere")).toMatchObject([
    { person: null, data: { movement: "refund", amountCents: 6_000 } },
  ]);
  expect(refusalCode(await till.prepare(saleId, "refund", 4_001))).toBe("wrong_amount");
  expect((await till.act(saleId, "refund", 4_000)).state).toBe("succeeded");
  expect(await till.sale(saleId)).toMatchObject({ status: "refunded", refundedCents: 10_000 });
});

test("what Sezzle shows is kept inside what must always hold: no more refunded than was captured", async () => {
  const { saleId, order } = await till.openCaptured();
  move(order, "refunds", 10_000);
  move(order, "refunds", 10_000);
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({
    status: "refunded",
    capturedCents: 10_000,
    refundedCents: 10_000,
  });
});

test("an answer that says the same as before writes no line of history and leaves the version as it is", async () => {
  const { saleId, order } = await till.openAuthorized();
  const { version, asOfSeq } = await till.view(saleId);
  await learn(order.uuid, "poll");
  await learn(order.uuid, "webhook");
  expect(await till.view(saleId)).toMatchObject({ version, asOfSeq, confirmedBy: "webhook" });
});
