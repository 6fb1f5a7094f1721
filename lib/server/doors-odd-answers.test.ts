import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findOrder } from "#db/queries/orders.ts";
import { read } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { askSezzle } from "./payments/ask-sezzle.ts";
import { runOperation } from "./payments/run-operation.ts";
import { authorize, move, newOrder, type ScriptedOrder } from "./testing/scripted-order.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

/** Sezzle's next answer about an order is this one instead. */
const answerNext = (body: object) => sezzle.onNext("get", { status: 200, body });

const canadian = { amount_in_cents: 10_000, currency: "CAD" };

test("an answer about another order than the one that was asked for changes neither", async () => {
  const [asked, other] = [await till.open(), await till.open()];
  const before = await till.sale(other.saleId);
  answerNext({ ...other.order, checkout_status: "denied" });
  expect(await learn(asked.order.uuid, "poll")).toBe("unreadable");
  answerNext(newOrder({ metadata: asked.order.metadata, uuid: randomUUID() }));
  expect(await learn(asked.order.uuid, "poll")).toBe("unreadable");
  expect(await till.sale(asked.saleId)).toMatchObject({ status: "link_sent" });
  expect(await till.sale(other.saleId)).toEqual(before);
  expect(await till.lines(asked.saleId, "order.second", "order.changed")).toEqual([]);
  expect(await learn(asked.order.uuid, "poll")).toBe("answered");
});

describe("an answer in another currency than the sale's changes nothing, and Sezzle is asked again", () => {
  const inAnother: [string, (order: ScriptedOrder) => void][] = [
    ["its amount", (order) => Object.assign(order, { order_amount: canadian })],
    [
      "what is approved",
      ({ authorization: it }) => it && Object.assign(it, { authorization_amount: canadian }),
    ],
    ["a movement", ({ authorization: it }) => it?.captures.push({ uuid: randomUUID(), amount: canadian })],
  ];
  test.each(inAnother)("%s", async (_what, change) => {
    const { saleId, order } = await till.openAuthorized();
    const before = await till.sale(saleId);
    const odd = structuredClone(order);
    change(odd);
    answerNext(odd);
    expect(await learn(order.uuid, "poll")).toBe("unreadable");
    expect(await till.sale(saleId)).toEqual(before);
    expect(await till.ask(order.uuid)).toMatchObject({
      lease: null,
      failures: 1,
      nextAskAt: expect.any(Date),
    });
    expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
  });
});

test("an order of another sale that Sezzle names for a new link stays with its own sale", async () => {
  const first = await till.openAuthorized();
  const checkout_url = "https://checkout.example/again";
  sezzle.onNext("session", {
    status: 201,
    body: { uuid: "s-1", order: { uuid: first.order.uuid, checkout_url } },
  });
  const second = await till.prepareSale();
  await runOperation(second.operationId);
  expect(await till.operation(second.operationId)).toMatchObject({ state: "unconfirmed" });
  expect(await till.sale(second.saleId)).toMatchObject({ status: "unconfirmed" });
  expect(await till.orderUuid(first.saleId)).toBe(first.order.uuid);
  expect((await till.act(first.saleId, "capture", 10_000)).state).toBe("succeeded");
});

test("a second refund that Sezzle answers with the movement of the first is not called done", async () => {
  const { saleId, order } = await till.openCaptured();
  const first = await till.act(saleId, "refund", 2_000);
  sezzle.onNext("refund", { status: 200, body: { uuid: first.movementUuid } });
  const second = granted(await till.prepare(saleId, "refund", 2_000, { additional: true }));
  await runOperation(second.id);
  expect(await till.operation(second.id)).toMatchObject({ state: "unconfirmed", movementUuid: null });
  expect(await till.operation(first.id)).toEqual(first);
  expect(await till.sale(saleId)).toMatchObject({ refundedCents: 2_000 });
  expect(granted(await askSezzle(till.asker, saleId))).toMatchObject({ id: second.id, state: "succeeded" });
  expect(await till.sale(saleId)).toMatchObject({ refundedCents: 4_000 });
  expect(new Set(sezzle.seenOf("refund", order.uuid).map((it) => it.requestId)).size).toBe(2);
});

test("a movement that Sezzle lists on two orders is kept once, and keeps neither from being understood", async () => {
  const [one, other] = [await till.openCaptured(), await till.openAuthorized()];
  other.order.authorization?.captures.push(...(one.order.authorization?.captures ?? []));
  expect(await learn(other.order.uuid, "poll")).toBe("answered");
  expect(await till.sale(other.saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
  expect(await learn(one.order.uuid, "poll")).toBe("answered");
  expect(await till.sale(one.saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
});

describe("an approval that Sezzle takes back", () => {
  test("after something was taken reads as checking: no other link can be sent, and nothing taken", async () => {
    const { saleId, order } = await till.openAuthorized();
    await till.act(saleId, "capture", 4_000);
    if (order.authorization) order.authorization.approved = false;
    await learn(order.uuid, "poll");
    expect(await till.sale(saleId)).toMatchObject({ status: "checking" });
    expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
    expect(refusalCode(await till.prepare(saleId, "capture", 6_000))).toBe("not_possible");
    if (order.authorization) order.authorization.approved = true;
    await learn(order.uuid, "poll");
    expect(await till.sale(saleId)).toMatchObject({ status: "partially_captured", capturedCents: 4_000 });
  });

  test("reads as not approved when nothing was taken, and nothing can be", async () => {
    const { saleId, order } = await till.openAuthorized();
    if (order.authorization) order.authorization.approved = false;
    await learn(order.uuid, "poll");
    expect(await till.sale(saleId)).toMatchObject({ status: "denied", authorizedCents: 0 });
    expect(refusalCode(await till.prepare(saleId, "capture", 10_000))).toBe("not_possible");
  });

  test("is no end of a capture whose answer was lost", async () => {
    const { saleId, order } = await till.openAuthorized();
    sezzle.onNext("capture", "cut");
    const { id } = await till.act(saleId, "capture", 10_000);
    if (order.authorization) order.authorization.approved = false;
    await learn(order.uuid, "poll");
    expect(await till.operation(id)).toMatchObject({ state: "unconfirmed" });
    expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
  });
});

test("a capture that vanishes from Sezzle's order reads as checking, and is not taken again", async () => {
  const { saleId, order } = await till.openCaptured();
  const taken = order.authorization?.captures.splice(0) ?? [];
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "checking", capturedCents: 0 });
  expect(refusalCode(await till.prepare(saleId, "capture", 10_000))).toBe("not_possible");
  expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
  order.authorization?.captures.push(...taken);
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
});

test("a refund made elsewhere that vanishes again is followed, and told in the history", async () => {
  const { saleId, order } = await till.openCaptured();
  move(order, "refunds", 2_000);
  await learn(order.uuid, "poll");
  order.authorization?.refunds.splice(0);
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "captured", refundedCents: 0 });
  const changes = await till.lines(saleId, "order.changed");
  expect(changes.map((it) => it.data.amounts?.refundedCents)).toEqual([0, 0, 2_000, 0]);
});

test("an approval that shrinks below what was taken shows no more left, and what was taken", async () => {
  const { saleId, order } = await till.openAuthorized();
  await till.act(saleId, "capture", 6_000);
  if (order.authorization) order.authorization.authorization_amount.amount_in_cents = 5_000;
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({
    status: "captured",
    authorizedCents: 6_000,
    capturedCents: 6_000,
  });
  expect(refusalCode(await till.prepare(saleId, "capture", 1))).toBe("not_possible");
});

test("a checkout that reads as open again after it was completed takes nothing and sends nothing, until Sezzle says", async () => {
  const { saleId, order } = await till.open();
  const asItWas = structuredClone(order);
  authorize(order);
  await learn(order.uuid, "webhook");
  answerNext(asItWas);
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "link_sent", authorizedCents: 0 });
  expect(refusalCode(await till.prepare(saleId, "capture", 10_000))).toBe("not_possible");
  expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
  // Sezzle itself refuses to delete what was completed.
  expect(await till.act(saleId, "cancel_checkout")).toMatchObject({
    state: "rejected",
    problem: { code: "shopper_finished_first" },
  });
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized", authorizedCents: 10_000 });
  expect((await read((db) => findOrder(db, order.uuid)))?.kind).toBe("main");
});

test("a lost cancel of a checkout that was completed and not approved is over, and the sale can go on", async () => {
  const { saleId, order } = await till.open();
  sezzle.onNext("delete_checkout", "cut");
  const { id } = await till.act(saleId, "cancel_checkout");
  authorize(order);
  if (order.authorization) order.authorization.approved = false;
  await learn(order.uuid, "poll");
  expect(await till.operation(id)).toMatchObject({ state: "rejected", problem: { code: "already_over" } });
  expect(await till.sale(saleId)).toMatchObject({ status: "denied" });
  expect((await till.sendAgain(saleId)).order.checkout_status).toBe("active");
});
