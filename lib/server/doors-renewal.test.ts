import { expect, test } from "vitest";
import type { Operation } from "#db/queries/operations.ts";
import { updateOperation } from "#db/queries/operations.ts";
import { findOrder } from "#db/queries/orders.ts";
import { findAttempt } from "#db/queries/sales.ts";
import { checkBooks, checkSale, emptyReport } from "./books.ts";
import { read, write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { enterOrder } from "./payments/enter-order.ts";
import { prepareReauthorization } from "./payments/reauthorize.ts";
import { repeatUnconfirmed } from "./payments/repeat-unconfirmed.ts";
import { runOperation } from "./payments/run-operation.ts";
import { fromNow, move, type ScriptedOrder } from "./testing/scripted-order.ts";
import { eventually, granted, type OpenedSale, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

/** A sale that Sezzle approved, and whose approval ran out. */
async function openExpired(): Promise<OpenedSale> {
  const sale = await till.openAuthorized();
  const { authorization } = sale.order;
  if (!authorization) throw new Error("nothing was authorized");
  authorization.expiration = fromNow(-1_000);
  move(sale.order, "releases", 10_000);
  sale.order.checkout_status = "deleted";
  await learn(sale.order.uuid, "poll");
  expect(await till.sale(sale.saleId)).toMatchObject({ status: "authorization_expired" });
  return sale;
}

async function prepareAgain(saleId: string, wishId: string = crypto.randomUUID()) {
  const { version } = await till.sale(saleId);
  const wish = { saleId, wishId, seenVersion: version };
  return write((db) => prepareReauthorization(db, till.asker, wish, new Date()));
}

async function reauthorize(saleId: string): Promise<Operation> {
  const { id } = granted(await prepareAgain(saleId));
  await runOperation(id);
  return till.operation(id);
}

/** What does not add up in a sale's books. */
async function differencesOf(saleId: string): Promise<string[]> {
  const report = emptyReport();
  await read((db) => checkSale(db, saleId, report));
  return report.differences;
}

/** The order that Sezzle made last. */
function newestOrder(): ScriptedOrder {
  return sezzle.order([...sezzle.orders.keys()].at(-1) ?? null);
}

test("an approval that ran out is given again as a new order tied to the old one, and can be captured once", async () => {
  const { saleId, order } = await openExpired();
  const operation = await reauthorize(saleId);
  expect(operation.state).toBe("succeeded");
  const renewed = newestOrder();
  expect(renewed.uuid).not.toBe(order.uuid);
  const { currentAttemptId } = await till.sale(saleId);
  expect(await read((db) => findAttempt(db, currentAttemptId))).toMatchObject({
    renewalOperationId: operation.id,
    ordinal: 2,
  });
  expect(await till.view(saleId)).toMatchObject({
    status: "authorized",
    orderUuid: renewed.uuid,
    authorizedCents: 10_000,
    otherOrders: [],
  });
  expect(await till.lines(saleId, "order.renewed")).toHaveLength(1);
  expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
  expect(await till.sale(saleId)).toMatchObject({ status: "captured" });
  expect(order.authorization?.captures).toEqual([]);
});

test("the books of a sale that was approved again add up", async () => {
  const { saleId } = await openExpired();
  await reauthorize(saleId);
  await till.act(saleId, "capture", 4_000);
  const { number } = await till.sale(saleId);
  const { differences } = await read(checkBooks);
  expect(differences.filter((it) => it.startsWith(number))).toEqual([]);
});

test("a reauthorization that Sezzle answers with approved: false is a refusal, though its status is 200", async () => {
  const { saleId, order } = await openExpired();
  sezzle.approvesAgain = false;
  const operation = await reauthorize(saleId);
  sezzle.approvesAgain = true;
  expect(operation).toMatchObject({ state: "rejected", problem: { code: "not_approved" } });
  expect(await till.view(saleId)).toMatchObject({
    status: "authorization_expired",
    orderUuid: order.uuid,
    refusal: { kind: "reauthorize", problem: { code: "not_approved" } },
  });
});

test("a lost answer to a reauthorization is repeated under its own key, and ends as one order", async () => {
  const { saleId, order } = await openExpired();
  sezzle.onNext("reauthorize", "lose");
  const lost = await reauthorize(saleId);
  expect(lost.state).toBe("unconfirmed");
  expect(refusalCode(await till.prepareLink(saleId))).toBe("not_over");
  await learn(order.uuid, "poll");
  await write((db) => updateOperation(db, lost.id, { nextRepeatAt: new Date() }));
  await repeatUnconfirmed();
  const tries = sezzle.seenOf("reauthorize", order.uuid);
  expect(tries.map((it) => it.requestId)).toEqual([lost.id, lost.id]);
  expect(await till.operation(lost.id)).toMatchObject({ state: "succeeded", settledBy: "reply" });
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
});

test("a refusal is told as one on a later try, too: under its key Sezzle gives one answer for ever", async () => {
  const { saleId, order } = await openExpired();
  sezzle.approvesAgain = false;
  sezzle.onNext("reauthorize", "lose");
  const lost = await reauthorize(saleId);
  sezzle.approvesAgain = true;
  await learn(order.uuid, "poll");
  await write((db) => updateOperation(db, lost.id, { nextRepeatAt: new Date() }));
  await repeatUnconfirmed();
  expect(await till.operation(lost.id)).toMatchObject({
    state: "rejected",
    problem: { code: "not_approved" },
  });
});

test("a lost answer to a reauthorization is settled by the event of the new order, exactly once", async () => {
  const { saleId } = await openExpired();
  sezzle.onNext("reauthorize", "lose");
  const lost = await reauthorize(saleId);
  const renewed = newestOrder();
  await till.deliver("order.authorized", renewed.uuid);
  await till.deliver("order.authorized", renewed.uuid);
  await eventually(async () => expect((await till.sale(saleId)).status).toBe("authorized"));
  expect(await till.operation(lost.id)).toMatchObject({ state: "succeeded", settledBy: "order" });
  expect(await till.orderUuid(saleId)).toBe(renewed.uuid);
  expect(await till.lines(saleId, "order.renewed")).toHaveLength(1);
  expect(await till.lines(saleId, "order.second")).toEqual([]);
});

test("a reply that comes after the event of its order keeps one order", async () => {
  const { saleId } = await openExpired();
  const held = sezzle.hold("reauthorize");
  const { id } = granted(await prepareAgain(saleId));
  const running = runOperation(id);
  await held.arrived;
  const sent = sezzle.seenOf("reauthorize").length;
  // Sezzle acts, tells of it by an event, and answers last.
  const { uuid, metadata, reference_id } = newestOrder();
  const renewed = sezzle.add({ ...sezzle.order(uuid), uuid: crypto.randomUUID(), metadata, reference_id });
  renewed.checkout_status = "complete";
  renewed.authorization = {
    authorization_amount: renewed.order_amount,
    approved: true,
    expiration: fromNow(30 * 60_000),
    captures: [],
    refunds: [],
    releases: [],
  };
  await till.deliver("order.authorized", renewed.uuid);
  await eventually(async () => expect((await till.sale(saleId)).status).toBe("authorized"));
  held.letGo({ status: 200, body: { uuid: renewed.uuid, authorization: { approved: true } } });
  await running;
  expect(sezzle.seenOf("reauthorize")).toHaveLength(sent);
  expect(await till.operation(id)).toMatchObject({ state: "succeeded" });
  expect(await till.lines(saleId, "order.renewed")).toHaveLength(1);
  expect(await till.orderUuid(saleId)).toBe(renewed.uuid);
});

test("a manager names the new order by hand where its metadata does not", async () => {
  const { saleId } = await openExpired();
  sezzle.onNext("reauthorize", "lose");
  const lost = await reauthorize(saleId);
  const renewed = newestOrder();
  renewed.metadata = {};
  renewed.reference_id = null;
  granted(await enterOrder(till.asker, saleId, renewed.uuid));
  expect(await till.operation(lost.id)).toMatchObject({ state: "succeeded" });
  expect(await read((db) => findOrder(db, renewed.uuid))).toMatchObject({ kind: "main" });
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
});

test("approval is asked for again only once it ran out, with nothing taken, and once for one wish", async () => {
  const approved = await till.openAuthorized();
  expect(refusalCode(await prepareAgain(approved.saleId))).toBe("not_possible");
  await till.act(approved.saleId, "capture", 4_000);
  expect(refusalCode(await prepareAgain(approved.saleId))).toBe("not_possible");
  const { saleId, order } = await openExpired();
  const wishId = crypto.randomUUID();
  const [first, second] = await Promise.all([prepareAgain(saleId, wishId), prepareAgain(saleId, wishId)]);
  expect(granted(first).id).toBe(granted(second).id);
  expect(refusalCode(await prepareAgain(saleId))).toBe("busy");
  await Promise.all([runOperation(granted(first).id), runOperation(granted(second).id)]);
  expect(sezzle.seenOf("reauthorize", order.uuid)).toHaveLength(1);
});

test("the books of a sale that was approved again add up, before Sezzle shows the new order and after", async () => {
  const { saleId, order } = await openExpired();
  const { id } = granted(await prepareAgain(saleId));
  await learn(order.uuid, "poll");
  sezzle.always("get", { status: 503 });
  await runOperation(id);
  expect(await till.sale(saleId)).toMatchObject({ status: "checking", authorizedCents: 0 });
  expect(await differencesOf(saleId)).toEqual([]);
  sezzle.calm();
  await learn(newestOrder().uuid, "poll");
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized", authorizedCents: 10_000 });
  expect(await differencesOf(saleId)).toEqual([]);
});
