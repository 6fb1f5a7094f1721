import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listOperationsOfSales } from "#db/queries/operations.ts";
import { listMovements } from "#db/queries/orders.ts";
import { findPersonBySignInName } from "#db/queries/people.ts";
import { success } from "#lib/problem.ts";
import { read, write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { askSezzle } from "./payments/ask-sezzle.ts";
import { prepareOperation } from "./payments/prepare.ts";
import { runOperation } from "./payments/run-operation.ts";
import { prepareReference } from "./payments/set-reference.ts";
import { prepareSale } from "./payments/start-sale.ts";
import { addPerson } from "./testing/refund-desk.ts";
import { authorize, move } from "./testing/scripted-order.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

test("an operation's id is the key of every try, and a repeat has the same", async () => {
  const { saleId, order } = await till.openAuthorized();
  sezzle.onNext("capture", "cut");
  const { id } = await till.act(saleId, "capture", 10_000);
  await askSezzle(till.asker, saleId);
  const tries = sezzle.seenOf("capture", order.uuid);
  expect(tries.map((it) => it.requestId)).toEqual([id, id]);
  expect(await till.operation(id)).toMatchObject({ state: "succeeded", tries: 2 });
});

test("a call that was turned away as too busy comes again under the same key", async () => {
  const { saleId, order } = await till.openAuthorized();
  sezzle.onNext("capture", { status: 429 });
  const { id, state } = await till.act(saleId, "capture", 10_000);
  expect(state).toBe("succeeded");
  expect(sezzle.seenOf("capture", order.uuid).map((it) => it.requestId)).toEqual([id, id]);
});

test("a wish used twice makes one request", async () => {
  const { saleId, order } = await till.openCaptured();
  const wish = { wishId: randomUUID(), seenVersion: (await till.sale(saleId)).version };
  const [first, again] = await Promise.all([
    till.prepare(saleId, "refund", 2_500, wish),
    till.prepare(saleId, "refund", 2_500, wish),
  ]);
  expect(granted(again).id).toBe(granted(first).id);
  await Promise.all([runOperation(granted(first).id), runOperation(granted(again).id)]);
  await runOperation(granted(await till.prepare(saleId, "refund", 2_500, wish)).id);
  expect(sezzle.seenOf("refund", order.uuid)).toHaveLength(1);
  expect(await till.sale(saleId)).toMatchObject({ refundedCents: 2_500 });
});

test("a wish to start a sale used twice sends one link", async () => {
  const before = sezzle.seenOf("session").length;
  const wishId = randomUUID();
  const [first, again] = await Promise.all([till.prepareSale({ wishId }), till.prepareSale({ wishId })]);
  expect(again).toEqual(first);
  await Promise.all([runOperation(first.operationId), runOperation(again.operationId)]);
  expect(sezzle.seenOf("session")).toHaveLength(before + 1);
});

test("a wish is refused for another sale and for another kind, and nothing is sent", async () => {
  const [one, other] = [await till.openAuthorized(), await till.openAuthorized()];
  const wishId = randomUUID();
  granted(await till.prepare(one.saleId, "capture", 1_000, { wishId }));
  const before = sezzle.seen.length;
  expect(refusalCode(await till.prepare(other.saleId, "capture", 1_000, { wishId }))).toBe("reused_wish");
  expect(refusalCode(await till.prepare(one.saleId, "release", 1_000, { wishId }))).toBe("reused_wish");
  await expect(till.prepareSale({ wishId })).rejects.toThrow("reused_wish");
  expect(await operationsOf(other.saleId)).toEqual(["open_checkout"]);
  expect(sezzle.seen).toHaveLength(before);
});

test("a wish that comes again with another amount, reason or person is refused, and nothing is sent", async () => {
  const { saleId, order } = await till.openCaptured();
  const wish = { wishId: randomUUID(), seenVersion: (await till.sale(saleId)).version };
  const first = await till.prepare(saleId, "refund", 2_000, wish);
  await runOperation(granted(first).id);
  const before = sezzle.seen.length;
  const other = await till.prepare(saleId, "refund", 3_000, wish);
  expect(other).toMatchObject({ ok: false, problem: { code: "reused_wish" } });
  expect(other).toMatchObject({ problem: { money: "Nothing was sent to Sezzle." } });
  const worded = await till.prepare(saleId, "refund", 2_000, { ...wish, reason: "Mistake" });
  expect(refusalCode(worded)).toBe("reused_wish");
  expect(granted(await till.prepare(saleId, "refund", 2_000, wish)).id).toBe(granted(first).id);
  const casey = { ...till.asker, personId: (await personNamed("casey")).id };
  const money = {
    saleId,
    kind: "refund",
    amountCents: 2_000,
    reason: "Returned",
    additional: false,
  } as const;
  const theirs = await write((db) => prepareOperation(db, casey, { ...wish, ...money }, new Date()));
  expect(refusalCode(theirs)).toBe("reused_wish");
  expect(sezzle.seen).toHaveLength(before);
  expect(sezzle.seenOf("refund", order.uuid)).toHaveLength(1);
});

test("a wish to send a link that comes again with another amount or another number is refused, and nothing is sent", async () => {
  const wish = { wishId: randomUUID(), contact: { kind: "sms", phone: "+16125550147" } } as const;
  const { saleId, operationId } = await till.prepareSale(wish);
  await runOperation(operationId);
  const before = sezzle.seen.length;
  await expect(till.prepareSale({ ...wish, amountCents: 10_001 })).rejects.toThrow("reused_wish");
  const contact = { kind: "sms", phone: "+16125550148" } as const;
  await expect(till.prepareSale({ ...wish, contact })).rejects.toThrow("reused_wish");
  expect(await till.prepareSale(wish)).toEqual({ saleId, operationId });
  expect(sezzle.seen).toHaveLength(before);
});

test("a sale that one person sent in vain is the same sale when the next at the tablet sends it again, and no second link goes out", async () => {
  const wishId = randomUUID();
  const first = await till.prepareSale({ wishId });
  const contact = { kind: "email", email: "shopper@example.com" } as const;
  const more = { shopperName: null, shopperLocale: null, receiptNumber: null };
  const wish = { wishId, amountCents: 10_000, contact, ...more };
  const sam = await addPerson("Sam", [{ storeId: till.store.id, role: "cashier" }]);
  const next = { personId: sam.id, registerId: null, role: "cashier" } as const;
  expect(await write((db) => prepareSale(db, next, till.store, wish, new Date()))).toEqual(success(first));
  const elsewhere = await write((db) => prepareSale(db, next, till.otherStore, wish, new Date()));
  expect(refusalCode(elsewhere)).toBe("reused_wish");
});

test("a wish to set a receipt number that comes again with another one is refused, and nothing is sent", async () => {
  const { saleId } = await till.open();
  const wish = { saleId, wishId: randomUUID(), referenceId: "R-1" };
  const prepare = (referenceId: string) =>
    write((db) => prepareReference(db, till.asker, { ...wish, referenceId }, new Date()));
  const { id } = granted(await prepare("R-1"));
  await runOperation(id);
  const before = sezzle.seen.length;
  expect(refusalCode(await prepare("R-2"))).toBe("reused_wish");
  expect(granted(await prepare("R-1")).id).toBe(id);
  expect(sezzle.seen).toHaveLength(before);
  expect(await till.sale(saleId)).toMatchObject({ receiptNumber: "R-1" });
});

test("a wish that saw an older version of the sale is refused, and nothing is sent", async () => {
  const { saleId, order } = await till.open();
  const { version } = await till.sale(saleId);
  authorize(order);
  await learn(order.uuid, "poll");
  const before = sezzle.seen.length;
  const stale = await till.prepare(saleId, "capture", 10_000, { seenVersion: version });
  expect(refusalCode(stale)).toBe("stale");
  expect(await operationsOf(saleId)).toEqual(["open_checkout"]);
  expect(sezzle.seen).toHaveLength(before);
});

test("who saw an older version of the sale is told what changed since, and by whom", async () => {
  const { saleId } = await till.openAuthorized();
  const { version } = await till.sale(saleId);
  await till.act(saleId, "capture", 4_000);
  const stale = await till.prepare(saleId, "capture", 6_000, { seenVersion: version });
  expect(stale).toMatchObject({
    problem: {
      happened:
        "This sale has changed since you looked at it. Morgan asked for the capture of $40.00: done. It reads “Part taken” now.",
      money: "Nothing was sent to Sezzle.",
      next: "Look at what it shows now, then decide again.",
    },
  });
  const waiting = await till.open();
  const seen = (await till.sale(waiting.saleId)).version;
  authorize(waiting.order);
  await learn(waiting.order.uuid, "webhook");
  expect(await till.prepare(waiting.saleId, "cancel_checkout", null, { seenVersion: seen })).toMatchObject({
    problem: { happened: "This sale has changed since you looked at it. It reads “Approved” now." },
  });
});

test("of two wishes at the same time on one sale, one wins", async () => {
  const { saleId, order } = await till.openAuthorized();
  const seenVersion = (await till.sale(saleId)).version;
  const both = await Promise.all([
    till.prepare(saleId, "capture", 10_000, { seenVersion }),
    till.prepare(saleId, "release", 10_000, { seenVersion }),
  ]);
  expect(both.filter((it) => it.ok)).toHaveLength(1);
  expect(both.flatMap((it) => (it.ok ? [] : it.problem.code))).toEqual(["busy"]);
  for (const it of both) if (it.ok) await runOperation(it.value.id);
  const sent = [...sezzle.seenOf("capture", order.uuid), ...sezzle.seenOf("release", order.uuid)];
  expect(sent).toHaveLength(1);
});

test("a genuine second refund of the same amount is possible when it is asked for as such, and only then", async () => {
  const { saleId, order } = await till.openCaptured();
  await till.act(saleId, "refund", 2_000);
  expect(refusalCode(await till.prepare(saleId, "refund", 2_000))).toBe("equal_refund");
  const second = granted(await till.prepare(saleId, "refund", 2_000, { additional: true }));
  await runOperation(second.id);
  expect(await till.sale(saleId)).toMatchObject({ refundedCents: 4_000, status: "partially_refunded" });
  expect(sezzle.seenOf("refund", order.uuid)).toHaveLength(2);
});

test("no more is captured than the sale asks for, though more was approved", async () => {
  const { saleId } = await till.openAuthorized({ amountCents: 15_000 });
  expect(refusalCode(await till.prepare(saleId, "capture", 15_000))).toBe("wrong_amount");
  expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
  expect(refusalCode(await till.prepare(saleId, "capture", 1))).toBe("wrong_amount");
  expect((await till.act(saleId, "release", 5_000)).state).toBe("succeeded");
  expect(await till.sale(saleId)).toMatchObject({
    status: "captured",
    authorizedCents: 15_000,
    capturedCents: 10_000,
  });
});

test("captures over all attempts never exceed the sale", async () => {
  const { saleId, order } = await till.open();
  order.checkout_status = "denied";
  await learn(order.uuid, "poll");
  const again = await till.sendAgain(saleId);
  authorize(again.order);
  await learn(again.order.uuid, "poll");
  authorize(order);
  move(order, "captures", 4_000);
  await learn(order.uuid, "webhook");
  expect(refusalCode(await till.prepare(saleId, "capture", 6_001))).toBe("wrong_amount");
  expect((await till.act(saleId, "capture", 6_000)).state).toBe("succeeded");
});

test("the movement that Sezzle's reply named is its operation's own, and later answers change nothing of that", async () => {
  const { saleId, order } = await till.openAuthorized();
  const { id, movementUuid } = await till.act(saleId, "capture", 10_000);
  expect(await makersOf(order.uuid)).toEqual({ [movementUuid ?? ""]: id });
  const ended = await till.operation(id);
  await learn(order.uuid, "poll");
  expect(await till.operation(id)).toEqual(ended);
});

test("a movement that Sezzle's reply and its order name differently is counted once and ends the capture", async () => {
  const { saleId, order } = await till.openAuthorized();
  const held = sezzle.hold("capture");
  const capture = granted(await till.prepare(saleId, "capture", 10_000));
  const running = runOperation(capture.id);
  await held.arrived;
  const listed = move(order, "captures", 10_000);
  held.letGo({ status: 200, body: { uuid: "as-replied" } });
  await running;
  expect(await till.operation(capture.id)).toMatchObject({ state: "succeeded", movementUuid: listed });
  expect(await till.sale(saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
  expect(await till.lines(saleId, "movement.elsewhere")).toEqual([]);
});

test("a refund in Sezzle's dashboard is not taken for an equal one of ours that is still under way", async () => {
  const { saleId, order } = await till.openCaptured();
  const held = sezzle.hold("refund");
  const refund = granted(await till.prepare(saleId, "refund", 2_000));
  const running = runOperation(refund.id);
  await held.arrived;
  const elsewhere = move(order, "refunds", 2_000);
  expect(await learn(order.uuid, "webhook")).toBe("answered");
  held.letGo();
  await running;
  const ours = order.authorization?.refunds[1]?.uuid;
  expect(await till.operation(refund.id)).toMatchObject({ state: "succeeded", movementUuid: ours });
  expect(await makersOf(order.uuid)).toMatchObject({ [elsewhere]: null, [ours ?? ""]: refund.id });
  expect(await till.sale(saleId)).toMatchObject({ status: "partially_refunded", refundedCents: 4_000 });
  expect(await till.lines(saleId, "movement.elsewhere")).toHaveLength(1);
  expect(await learn(order.uuid, "poll")).toBe("answered");
  expect(await till.ask(order.uuid)).toMatchObject({ failures: 0 });
});

test("a receipt number given at the start is set while Sezzle is still asked for the order", async () => {
  const asking = sezzle.hold("get");
  const opening = await till.prepareSale({ receiptNumber: "R-100" });
  const running = runOperation(opening.operationId);
  await asking.arrived;
  await expect
    .poll(() => operationsOf(opening.saleId, "succeeded"))
    .toEqual(["open_checkout", "set_reference"]);
  asking.letGo();
  await running;
  const uuid = await till.orderUuid(opening.saleId);
  expect(sezzle.order(uuid).reference_id).toBe("R-100");
  expect(await till.view(opening.saleId)).toMatchObject({ referenceId: "R-100", status: "link_sent" });
});

async function personNamed(signInName: string) {
  const person = await read((db) => findPersonBySignInName(db, signInName));
  if (!person) throw new Error(`there is no ${signInName}`);
  return person;
}

/** Which operation made each movement of an order; null for one that was made elsewhere. */
async function makersOf(orderUuid: string): Promise<Record<string, string | null>> {
  const rows = await read((db) => listMovements(db, [orderUuid]));
  return Object.fromEntries(rows.map((it) => [it.uuid, it.operationId]));
}

async function operationsOf(saleId: string, state?: string): Promise<string[]> {
  const rows = await read((db) => listOperationsOfSales(db, [saleId]));
  return rows.flatMap(({ operation: it }) => (state && it.state !== state ? [] : it.kind)).sort();
}
