import { expect, test } from "vitest";
import { findOpenOperation, updateOperation } from "#db/queries/operations.ts";
import { read, write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { askSezzle } from "./payments/ask-sezzle.ts";
import { authorize, fromNow } from "./testing/scripted-order.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

test("a cancelled sale reads so once Sezzle's order shows it", async () => {
  const { saleId } = await till.open();
  expect((await till.act(saleId, "cancel_checkout")).state).toBe("succeeded");
  expect(await till.sale(saleId)).toMatchObject({ status: "cancelled" });
});

test("a link that Sezzle says it deleted no longer waits for the shopper, though its order was never seen", async () => {
  sezzle.always("get", { status: 503 });
  const { saleId, order } = await till.open();
  expect(await till.sale(saleId)).toMatchObject({ status: "link_sent" });
  expect((await till.act(saleId, "cancel_checkout")).state).toBe("succeeded");
  expect(await till.sale(saleId)).toMatchObject({ status: "checking" });
  sezzle.calm();
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "cancelled" });
});

test("a cancel that Sezzle refused because the shopper finished first says so", async () => {
  const { saleId, order } = await till.open();
  authorize(order);
  const { state, problem } = await till.act(saleId, "cancel_checkout");
  expect({ state, problem }).toMatchObject({
    state: "rejected",
    problem: { code: "shopper_finished_first" },
  });
  expect(problem?.technical).toMatchObject({ code: "already_completed" });
  const { status, refusal } = await till.view(saleId);
  expect({ status, refusal }).toMatchObject({
    status: "authorized",
    refusal: { problem: { code: problem?.code } },
  });
  expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
});

test("a cancel whose answer was lost while the shopper finished first says so too", async () => {
  const { saleId, order } = await till.open();
  sezzle.onNext("delete_checkout", "cut");
  const lost = await till.act(saleId, "cancel_checkout");
  expect(lost.state).toBe("unconfirmed");
  authorize(order);
  await learn(order.uuid, "webhook");
  const { state, problem } = await till.operation(lost.id);
  expect({ state, problem }).toMatchObject({
    state: "rejected",
    problem: { code: "shopper_finished_first" },
  });
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
  expect((await till.act(saleId, "release", 10_000)).state).toBe("succeeded");
  expect(await till.sale(saleId)).toMatchObject({ status: "released" });
});

test("a cancel whose answer was lost is settled when the order shows the checkout deleted", async () => {
  const { saleId } = await till.open();
  sezzle.onNext("delete_checkout", "lose");
  expect(await till.act(saleId, "cancel_checkout")).toMatchObject({ state: "succeeded", settledBy: "order" });
  expect(await till.sale(saleId)).toMatchObject({ status: "cancelled" });
});

test("a cancel that never arrived stays unconfirmed while the link may still work", async () => {
  const { saleId, order } = await till.open();
  sezzle.onNext("delete_checkout", "cut");
  const { id } = await till.act(saleId, "cancel_checkout");
  await learn(order.uuid, "poll");
  expect(await till.operation(id)).toMatchObject({ state: "unconfirmed" });
  expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
  expect(granted(await askSezzle(till.asker, saleId))).toMatchObject({ id, state: "succeeded", tries: 2 });
  expect(await till.sale(saleId)).toMatchObject({ status: "cancelled" });
});

test("a lost cancel of a checkout that Sezzle then denied is over, and the sale can go on", async () => {
  const { saleId, order } = await till.open();
  sezzle.onNext("delete_checkout", "cut");
  const { id } = await till.act(saleId, "cancel_checkout");
  await write((db) => updateOperation(db, id, { firstSentAt: new Date(Date.now() - 11 * 60_000) }));
  order.checkout_status = "denied";
  expect(granted(await askSezzle(till.asker, saleId))).toMatchObject({
    state: "rejected",
    problem: { code: "already_over" },
  });
  expect(await read((db) => findOpenOperation(db, saleId))).toBeNull();
  expect(await till.sale(saleId)).toMatchObject({ status: "denied" });
  const again = await till.sendAgain(saleId);
  authorize(again.order);
  await learn(again.order.uuid, "poll");
  expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
});

test("a link that our clock holds for expired can be cancelled while Sezzle shows it as open", async () => {
  const { saleId, order } = await till.open();
  order.checkout_expiration = fromNow(-1_000);
  await learn(order.uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "checking" });
  expect((await till.act(saleId, "cancel_checkout")).state).toBe("succeeded");
  expect(await till.sale(saleId)).toMatchObject({ status: "cancelled" });
});
