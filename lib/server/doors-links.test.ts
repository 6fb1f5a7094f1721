import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findOperationByWish, updateOperation } from "#db/queries/operations.ts";
import { findAttempt, findContactOfAttempt } from "#db/queries/sales.ts";
import { contacts } from "#db/schema/contacts.ts";
import { read, write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { prepareCloseOther } from "./payments/close-other.ts";
import { enterOrder } from "./payments/enter-order.ts";
import { recoverDeadOperations } from "./payments/recover.ts";
import { runOperation } from "./payments/run-operation.ts";
import { startPrepared } from "./payments/start-prepared.ts";
import { authorize, move, newOrder, type ScriptedOrder } from "./testing/scripted-order.ts";
import { eventually, granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

const other = { kind: "email", email: "elsewhere@example.com" } as const;

/** Who has this address, as far as the database knows. */
function contactsOf(email: string) {
  return read((db) => db.select().from(contacts).where(eq(contacts.email, email)));
}

/** A sale whose session answer was lost, and the order that Sezzle made of it, which nobody here knows. */
async function openLost(): Promise<{ saleId: string; order: ScriptedOrder }> {
  const before = new Set(sezzle.orders.keys());
  sezzle.onNext("session", "lose");
  const { saleId, operationId } = await till.prepareSale();
  await runOperation(operationId);
  const [uuid] = [...sezzle.orders.keys()].filter((it) => !before.has(it));
  return { saleId, order: sezzle.order(uuid ?? null) };
}

describe("a link that still works and is to be replaced", () => {
  test("is deleted before the new one is sent", async () => {
    const { saleId, order } = await till.open();
    const sent = sezzle.seen.length;
    await runOperation(granted(await till.prepareLink(saleId)).id);
    const changing = sezzle.seen.slice(sent).map((it) => it.call);
    expect(changing.filter((it) => it !== "get")).toEqual(["delete_checkout", "session"]);
    expect(order.checkout_status).toBe("deleted");
    const now = await till.orderUuid(saleId);
    expect(now).not.toBe(order.uuid);
    expect(await till.view(saleId)).toMatchObject({ status: "link_sent", orderUuid: now, otherOrders: [] });
  });

  test("gives way to one that is sent to another contact", async () => {
    const { saleId } = await till.open();
    await runOperation(granted(await till.prepareLink(saleId, { contact: other })).id);
    const { currentAttemptId } = await till.sale(saleId);
    expect(await read((db) => findContactOfAttempt(db, currentAttemptId))).toMatchObject({
      email: other.email,
    });
    expect((await till.view(saleId)).sentTo).toEqual({ kind: "email", masked: "e•••@example.com" });
  });

  test("stays the only one when the shopper finished it first, and the sale is paid by it, once", async () => {
    const { saleId, order } = await till.open();
    const sessions = sezzle.seenOf("session").length;
    authorize(order);
    const address = { ...other, email: "never-sent@example.com" };
    const { id } = granted(await till.prepareLink(saleId, { contact: address }));
    expect(await contactsOf(address.email)).toHaveLength(1);
    await runOperation(id);
    expect(await till.operation(id)).toMatchObject({ problem: { code: "shopper_finished_first" } });
    expect(sezzle.seenOf("session")).toHaveLength(sessions);
    expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
    expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
    // Whom no link was sent to is not kept.
    expect(await contactsOf(address.email)).toEqual([]);
  });

  test("is not joined by a second one while it is not known whether it was deleted", async () => {
    const { saleId, order } = await till.open();
    const sessions = sezzle.seenOf("session").length;
    sezzle.onNext("delete_checkout", "cut");
    await runOperation(granted(await till.prepareLink(saleId)).id);
    await startPrepared();
    expect(await till.view(saleId)).toMatchObject({
      openOperation: { state: "unconfirmed", purpose: "new_link" },
    });
    expect(sezzle.seenOf("session")).toHaveLength(sessions);
    order.checkout_status = "deleted";
    await learn(order.uuid, "poll");
    await startPrepared();
    await eventually(async () => expect((await till.sale(saleId)).status).toBe("link_sent"));
    expect(sezzle.seenOf("session")).toHaveLength(sessions + 1);
  });

  test("is replaced though the process died right after it was deleted", async () => {
    const { saleId, order } = await till.open();
    const { id } = granted(await till.prepareLink(saleId));
    // Deleted by a process that dies before it has the answer.
    const dead = { state: "sending", tries: 1, firstSentAt: new Date(), leaseUntil: new Date(0) } as const;
    await write((db) => updateOperation(db, id, dead));
    order.checkout_status = "deleted";
    await recoverDeadOperations();
    await learn(order.uuid, "poll");
    await startPrepared();
    await eventually(async () => expect((await till.sale(saleId)).status).toBe("link_sent"));
    expect(await till.orderUuid(saleId)).not.toBe(order.uuid);
  });

  test("is replaced once by one wish, pressed twice and started by two processes", async () => {
    const { saleId } = await till.open();
    const sessions = sezzle.seenOf("session").length;
    const wishId = crypto.randomUUID();
    const { version } = await till.sale(saleId);
    const [first, second] = await Promise.all([
      till.prepareLink(saleId, { wishId }),
      till.prepareLink(saleId, { wishId }),
    ]);
    expect(granted(first).id).toBe(granted(second).id);
    await Promise.all([runOperation(granted(first).id), runOperation(granted(second).id), startPrepared()]);
    await startPrepared();
    expect(sezzle.seenOf("session")).toHaveLength(sessions + 1);
    // And who still sees the version before is told that the sale has changed.
    expect(refusalCode(await till.prepareLink(saleId, { seenVersion: version }))).toBe("stale");
  });
});

describe("a sale whose session answer was lost", () => {
  test("gets another link only from a person who says that the first may still be paid", async () => {
    const { saleId } = await openLost();
    const sessions = sezzle.seenOf("session").length;
    expect(refusalCode(await till.prepareLink(saleId))).toBe("may_still_be_paid");
    expect((await till.view(saleId)).lostLinkUntil).not.toBeNull();
    await runOperation(granted(await till.prepareLink(saleId, { confirmed: true })).id);
    expect(sezzle.seenOf("session")).toHaveLength(sessions + 1);
    expect(await till.sale(saleId)).toMatchObject({ status: "link_sent" });
    const [line] = (await till.lines(saleId, "operation.prepared")).slice(-1);
    expect(line?.data.reason).toBe("although the link before may still be paid");
  });

  test("stands for the first link when that is paid after all, and the second is closed, once", async () => {
    const { saleId, order } = await openLost();
    const second = await till.sendAgain(saleId, { confirmed: true });
    authorize(order);
    await till.deliver("order.authorized", order.uuid);
    await eventually(async () => expect((await till.sale(saleId)).status).toBe("authorized"));
    expect(await till.orderUuid(saleId)).toBe(order.uuid);
    expect(await till.lines(saleId, "sale.switched")).toMatchObject([{ data: { amountCents: 10_000 } }]);
    await startPrepared();
    await eventually(() => expect(second.order.checkout_status).toBe("deleted"));
    await eventually(async () =>
      expect(await till.view(saleId)).toMatchObject({ openOperation: null, otherOrders: [] }),
    );
    await learn(order.uuid, "poll");
    await learn(second.order.uuid, "poll");
    expect(sezzle.seenOf("delete_checkout", second.order.uuid)).toHaveLength(1);
    expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
    expect(await till.sale(saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
  });

  test("that is paid by both links says so, takes the amount once, and lets the other go", async () => {
    const { saleId, order } = await openLost();
    const second = await till.sendAgain(saleId, { confirmed: true });
    authorize(second.order);
    await learn(second.order.uuid, "webhook");
    authorize(order);
    await till.deliver("order.authorized", order.uuid);
    await eventually(async () =>
      expect(await till.view(saleId)).toMatchObject({
        status: "authorized",
        orderUuid: second.order.uuid,
        otherOrders: [{ orderUuid: order.uuid, isCheckoutOpen: false, releasableCents: 10_000 }],
      }),
    );
    expect(await till.lines(saleId, "order.second")).toHaveLength(1);
    expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
    await closeOther(saleId, order.uuid);
    expect(order.authorization?.releases).toMatchObject([{ amount: { amount_in_cents: 10_000 } }]);
    expect(order.authorization?.captures).toEqual([]);
    expect(await till.view(saleId)).toMatchObject({ status: "captured", otherOrders: [] });
    // A line of its own: screens that showed the other link are told by the stream.
    expect(await till.lines(saleId, "order.other_over")).toHaveLength(1);
    // What was let go of there is the till's own doing, and no movement from elsewhere.
    expect(await till.lines(saleId, "movement.elsewhere")).toEqual([]);
  });

  test("is found by the uuid that a manager enters, whose name stands in the history", async () => {
    const { saleId, order } = await openLost();
    granted(await enterOrder(till.asker, saleId, order.uuid));
    expect(await till.view(saleId)).toMatchObject({ status: "link_sent", orderUuid: order.uuid });
    expect(await till.lines(saleId, "order.entered")).toMatchObject([{ person: "Morgan" }]);
    granted(await enterOrder(till.asker, saleId, order.uuid));
    expect(await till.lines(saleId, "order.entered")).toHaveLength(1);
  });

  test("has another version once its first link turns up beside the paid one and is being closed", async () => {
    const { saleId, order } = await openLost();
    const second = await till.sendAgain(saleId, { confirmed: true });
    authorize(second.order);
    await learn(second.order.uuid, "poll");
    const { version } = await till.sale(saleId);
    granted(await enterOrder(till.asker, saleId, order.uuid));
    expect((await till.view(saleId)).openOperation).toMatchObject({ kind: "cancel_checkout" });
    expect((await till.sale(saleId)).version).toBeGreaterThan(version);
    await startPrepared();
    await eventually(async () => expect((await till.view(saleId)).openOperation).toBeNull());
  });

  test("cannot be given an order of another sale, of another shop, or one that Sezzle does not know", async () => {
    const { saleId } = await openLost();
    const another = await till.open();
    expect(refusalCode(await enterOrder(till.asker, saleId, another.order.uuid))).toBe("not_of_this_sale");
    const webShop = sezzle.add(newOrder());
    expect(refusalCode(await enterOrder(till.asker, saleId, webShop.uuid))).toBe("not_of_this_sale");
    expect(refusalCode(await enterOrder(till.asker, saleId, crypto.randomUUID()))).toBe("unknown_order");
    expect(await till.sale(saleId)).toMatchObject({ status: "unconfirmed" });
    expect(await till.orderUuid(another.saleId)).toBe(another.order.uuid);
  });
});

/** Presses "Close the other link". */
async function closeOther(saleId: string, orderUuid: string) {
  const { version } = await till.sale(saleId);
  const wish = { saleId, orderUuid, wishId: crypto.randomUUID(), seenVersion: version };
  const operation = granted(await write((db) => prepareCloseOther(db, till.asker, wish, new Date())));
  const again = granted(await write((db) => prepareCloseOther(db, till.asker, wish, new Date())));
  expect(again.id).toBe(operation.id);
  await runOperation(operation.id);
  return till.operation(operation.id);
}

test("a second order of one attempt can be let go of, and an equal movement on it is never taken for the sale's own", async () => {
  const sale = await till.openAuthorized();
  const { metadata, reference_id } = sale.order;
  const second = sezzle.add(newOrder({ metadata, reference_id }));
  authorize(second);
  await till.deliver("order.authorized", second.uuid);
  await eventually(async () =>
    expect((await till.view(sale.saleId)).otherOrders).toMatchObject([{ releasableCents: 10_000 }]),
  );
  sezzle.onNext("release", "lose");
  const closing = await closeOther(sale.saleId, second.uuid);
  expect(closing).toMatchObject({ state: "succeeded", settledBy: "order", orderUuid: second.uuid });
  expect(await till.sale(sale.saleId)).toMatchObject({ status: "authorized", releasedCents: 0 });
  expect(await till.view(sale.saleId)).toMatchObject({ otherOrders: [], openOperation: null });
});

test("a lost release of a sale's own order is not settled by an equal one on its second order", async () => {
  const sale = await till.openAuthorized();
  const { metadata, reference_id } = sale.order;
  const second = sezzle.add(newOrder({ metadata, reference_id }));
  authorize(second);
  await till.deliver("order.authorized", second.uuid);
  await eventually(async () => expect((await till.view(sale.saleId)).otherOrders).toHaveLength(1));
  sezzle.onNext("release", "cut");
  const { id } = await till.act(sale.saleId, "release", 10_000);
  move(second, "releases", 10_000);
  await learn(second.uuid, "poll");
  expect((await till.operation(id)).state).toBe("unconfirmed");
});

test("a link that cannot be closed by itself is closed by a press", async () => {
  const { saleId, order } = await openLost();
  const second = await till.sendAgain(saleId, { confirmed: true });
  authorize(order);
  await till.deliver("order.authorized", order.uuid);
  await eventually(async () => expect((await till.sale(saleId)).status).toBe("authorized"));
  sezzle.onNext("delete_checkout", { status: 422, body: [] });
  await startPrepared();
  await eventually(async () =>
    expect(await read((db) => findOperationByWish(db, `close:${second.order.uuid}`))).toMatchObject({
      state: "rejected",
    }),
  );
  // Refused for the other link: nothing is said of the sale's own.
  expect(await till.view(saleId)).toMatchObject({ refusal: null, otherOrders: [{ isCheckoutOpen: true }] });
  await closeOther(saleId, second.order.uuid);
  expect(second.order.checkout_status).toBe("deleted");
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
});

test("each attempt of a sale has an ordinal and a reference of its own, whichever it stands for", async () => {
  const { saleId, order } = await openLost();
  await till.sendAgain(saleId, { confirmed: true });
  authorize(order);
  await till.deliver("order.authorized", order.uuid);
  await eventually(async () => expect((await till.sale(saleId)).status).toBe("authorized"));
  await startPrepared();
  await eventually(async () => expect((await till.view(saleId)).openOperation).toBeNull());
  await till.act(saleId, "release", 10_000);
  const third = await till.sendAgain(saleId);
  const { currentAttemptId } = await till.sale(saleId);
  expect(await read((db) => findAttempt(db, currentAttemptId))).toMatchObject({ ordinal: 3 });
  expect(third.order.reference_id).toMatch(/-3$/);
});
