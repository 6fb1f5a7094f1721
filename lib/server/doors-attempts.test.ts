import { expect, test } from "vitest";
import { findOrder } from "#db/queries/orders.ts";
import { read } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { runOperation } from "./payments/run-operation.ts";
import { authorize, move, newOrder } from "./testing/scripted-order.ts";
import { eventually, type OpenedSale, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

/** A sale whose first link was denied and that was sent again. */
async function openTwice(): Promise<{ first: OpenedSale; second: OpenedSale; saleId: string }> {
  const first = await till.open();
  first.order.checkout_status = "denied";
  await learn(first.order.uuid, "poll");
  return { first, second: await till.sendAgain(first.saleId), saleId: first.saleId };
}

/** A second order that Sezzle made for an attempt that has one. */
async function openSecondOrder(sale: OpenedSale) {
  const { metadata, reference_id } = sale.order;
  const order = sezzle.add(newOrder({ metadata, reference_id }));
  await till.deliver("order.authorized", order.uuid);
  await eventually(async () =>
    expect((await read((db) => findOrder(db, order.uuid)))?.snapshot).toBeTruthy(),
  );
  return order;
}

test("a link is sent again only when the attempt before is over for certain", async () => {
  const { saleId, order } = await till.open();
  expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
  authorize(order);
  await learn(order.uuid, "poll");
  expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
  await till.act(saleId, "release", 10_000);
  const again = await till.sendAgain(saleId);
  expect(again.order.uuid).not.toBe(order.uuid);
  expect(again.order.metadata.till_attempt).not.toBe(order.metadata.till_attempt);
  expect(await till.sale(saleId)).toMatchObject({ status: "link_sent", authorizedCents: 0 });
});

test("no link is sent again for a sale of which something was taken", async () => {
  const { saleId } = await till.openCaptured();
  await till.act(saleId, "refund", 10_000);
  expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
});

test("money approved on an earlier attempt's order beside the sale's own raises the alarm once, and blocks a new attempt", async () => {
  const { first, second, saleId } = await openTwice();
  authorize(second.order);
  await learn(second.order.uuid, "webhook");
  authorize(first.order);
  await learn(first.order.uuid, "webhook");
  await learn(first.order.uuid, "poll");
  expect(await till.lines(saleId, "order.second")).toMatchObject([
    { data: { amountCents: 10_000, currency: "USD" } },
  ]);
  const view = await till.view(saleId);
  expect(view).toMatchObject({ status: "authorized", otherApprovedCents: 10_000, authorizedCents: 10_000 });
  await till.act(saleId, "release", 10_000);
  expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
});

test("an earlier attempt's order on which something was approved is asked for again until that is over", async () => {
  const { first, saleId } = await openTwice();
  expect((await till.ask(first.order.uuid)).nextAskAt).toBeNull();
  authorize(first.order);
  await learn(first.order.uuid, "webhook");
  expect((await till.ask(first.order.uuid)).nextAskAt).not.toBeNull();
  move(first.order, "releases", 10_000);
  await learn(first.order.uuid, "poll");
  expect((await till.ask(first.order.uuid)).nextAskAt).toBeNull();
  expect(await till.view(saleId)).toMatchObject({ otherApprovedCents: 0 });
});

test("what was captured on an earlier attempt's order leaves nothing to capture on the new one", async () => {
  const { first, second, saleId } = await openTwice();
  authorize(second.order);
  await learn(second.order.uuid, "poll");
  authorize(first.order);
  move(first.order, "captures", 10_000);
  await learn(first.order.uuid, "webhook");
  expect(await till.lines(saleId, "movement.elsewhere")).toHaveLength(1);
  expect(refusalCode(await till.prepare(saleId, "capture", 10_000))).toBe("wrong_amount");
  expect(refusalCode(await till.prepare(saleId, "capture", 1))).toBe("wrong_amount");
  expect((await till.act(saleId, "release", 10_000)).state).toBe("succeeded");
  expect(sezzle.seenOf("capture", second.order.uuid)).toEqual([]);
});

test("a second order of one attempt is kept as such, told, and asked for", async () => {
  const sale = await till.open();
  const second = await openSecondOrder(sale);
  expect(await read((db) => findOrder(db, second.uuid))).toMatchObject({ kind: "second" });
  expect(await till.orderUuid(sale.saleId)).toBe(sale.order.uuid);
  expect(await till.lines(sale.saleId, "order.second")).toHaveLength(1);
  expect((await till.ask(second.uuid)).nextAskAt).not.toBeNull();
  expect(await till.sale(sale.saleId)).toMatchObject({ status: "link_sent" });
});

test("money approved on a second order raises the alarm, and never counts as the sale's own", async () => {
  const sale = await till.open();
  const second = await openSecondOrder(sale);
  authorize(second);
  await learn(second.uuid, "poll");
  await learn(second.uuid, "poll");
  const told = (await till.lines(sale.saleId, "order.second")).map((it) => it.data.amountCents);
  expect(told).toEqual([undefined, 10_000]);
  expect(await till.view(sale.saleId)).toMatchObject({ otherApprovedCents: 10_000, authorizedCents: 0 });
  expect(refusalCode(await till.prepare(sale.saleId, "capture", 10_000))).toBe("not_possible");
  sale.order.checkout_status = "denied";
  await learn(sale.order.uuid, "poll");
  expect(refusalCode(await till.prepareAgain(sale.saleId))).toBe("not_over");
});

test("an answer that names the order after an event already did keeps one order, with its link", async () => {
  const held = sezzle.hold("session");
  const { saleId, operationId } = await till.prepareSale();
  const running = runOperation(operationId);
  await held.arrived;
  const { currentAttemptId } = await till.sale(saleId);
  const order = sezzle.add(newOrder({ metadata: { till_attempt: currentAttemptId } }));
  await till.deliver("order.authorized", order.uuid);
  await eventually(async () => expect(await till.orderUuid(saleId)).toBe(order.uuid));
  const checkout_url = "https://checkout.example/late";
  held.letGo({ status: 201, body: { uuid: "session-1", order: { uuid: order.uuid, checkout_url } } });
  await running;
  expect(await read((db) => findOrder(db, order.uuid))).toMatchObject({
    kind: "main",
    checkoutUrl: checkout_url,
  });
  expect(await till.lines(saleId, "order.second")).toEqual([]);
  expect(await till.lines(saleId, "operation.succeeded")).toHaveLength(1);
  expect(await till.sale(saleId)).toMatchObject({ status: "link_sent" });
});
