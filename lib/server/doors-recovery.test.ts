import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { listDueAsks } from "#db/queries/due-asks.ts";
import { updateOperation } from "#db/queries/operations.ts";
import { countHint } from "#db/queries/orders.ts";
import { attempts, sales } from "#db/schema/sales.ts";
import { read, write } from "./database.ts";
import { leaseEnd } from "./lease.ts";
import { learn } from "./orders/learn.ts";
import { pollDueOrders } from "./orders/poller.ts";
import { askSezzle } from "./payments/ask-sezzle.ts";
import { expireLostLinks, recoverDeadOperations } from "./payments/recover.ts";
import { runOperation } from "./payments/run-operation.ts";
import { move } from "./testing/scripted-order.ts";
import { type Behaviour, refused } from "./testing/scripted-sezzle.ts";
import { eventually, granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

/** The process that has the operation is taken for dead: its lease has passed. */
const letLeasePass = (id: string) =>
  write((db) => updateOperation(db, id, { leaseUntil: new Date(Date.now() - 1) }));

/** A capture as a process leaves it that died while sending: claimed, and nothing more. */
async function leftSending(saleId: string, leaseUntil = new Date(Date.now() - 1)): Promise<string> {
  const { id } = granted(await till.prepare(saleId, "capture", 10_000));
  const claimed = { state: "sending", lease: "another process", leaseUntil, tries: 1 } as const;
  await write((db) => updateOperation(db, id, { ...claimed, firstSentAt: new Date() }));
  return id;
}

describe("an operation that is found prepared after its process died", () => {
  test("is abandoned and never sent", async () => {
    const { saleId, order } = await till.openAuthorized();
    const { id } = granted(await till.prepare(saleId, "capture", 10_000));
    await letLeasePass(id);
    await recoverDeadOperations();
    await runOperation(id);
    const { state, problem } = await till.operation(id);
    expect({ state, problem }).toMatchObject({
      state: "abandoned",
      problem: { money: "Nothing was taken." },
    });
    expect(sezzle.seenOf("capture", order.uuid)).toEqual([]);
    expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
  });

  test("is not sent even when nobody has abandoned it yet", async () => {
    const { saleId, order } = await till.openAuthorized();
    const { id } = granted(await till.prepare(saleId, "capture", 10_000));
    await letLeasePass(id);
    await runOperation(id);
    expect(await till.operation(id)).toMatchObject({ state: "prepared", tries: 0 });
    expect(sezzle.seenOf("capture", order.uuid)).toEqual([]);
  });

  test("fails the sale when it was to open the checkout", async () => {
    const { saleId, operationId } = await till.prepareSale();
    await letLeasePass(operationId);
    await recoverDeadOperations();
    expect(await till.sale(saleId)).toMatchObject({ status: "failed" });
    expect((await till.view(saleId)).refusal).toMatchObject({ problem: { code: "abandoned" } });
  });
});

describe("an operation that is found sending after its process died", () => {
  test("is unconfirmed, and its order is due to be asked for at once", async () => {
    const { saleId, order } = await till.openAuthorized();
    expect((await till.ask(order.uuid)).nextAskAt?.getTime()).toBeGreaterThan(Date.now());
    const id = await leftSending(saleId);
    await recoverDeadOperations();
    expect(await till.operation(id)).toMatchObject({ state: "unconfirmed", lease: null });
    expect((await till.ask(order.uuid)).nextAskAt?.getTime()).toBeLessThanOrEqual(Date.now());
    expect(sezzle.seenOf("capture", order.uuid)).toEqual([]);
    const asked = sezzle.seenOf("get", order.uuid).length;
    await eventually(async () => {
      await pollDueOrders();
      expect(sezzle.seenOf("get", order.uuid).length).toBeGreaterThan(asked);
    });
  });

  test("is told in the history once, whoever looks how often", async () => {
    const { saleId } = await till.openAuthorized();
    await leftSending(saleId);
    await Promise.all([recoverDeadOperations(), recoverDeadOperations()]);
    await recoverDeadOperations();
    expect(await till.lines(saleId, "operation.unconfirmed")).toHaveLength(1);
  });

  test("is left alone while its lease is alive", async () => {
    const { saleId } = await till.openAuthorized();
    const id = await leftSending(saleId, leaseEnd());
    const before = await till.operation(id);
    await recoverDeadOperations();
    expect(await till.operation(id)).toEqual(before);
  });

  test("is never sent again when it was to open the checkout: the link may be out", async () => {
    const before = sezzle.seenOf("session").length;
    const { saleId, operationId } = await till.prepareSale();
    const claimed = { state: "sending", tries: 1, leaseUntil: new Date(Date.now() - 1) } as const;
    await write((db) => updateOperation(db, operationId, claimed));
    await recoverDeadOperations();
    await runOperation(operationId);
    expect(refusalCode(await askSezzle(till.asker, saleId))).toBe("nothing_to_ask");
    expect(refusalCode(await till.prepareAgain(saleId))).toBe("may_still_be_paid");
    expect(await till.sale(saleId)).toMatchObject({ status: "unconfirmed" });
    expect(sezzle.seenOf("session")).toHaveLength(before);
  });
});

describe("a hint that an order changed, whose process dies before Sezzle has answered", () => {
  /** An order that is over and not asked for any more, and whether polling asks for it once the dead process is noticed. */
  async function overOrder() {
    const { order } = await till.open();
    order.checkout_status = "denied";
    await learn(order.uuid, "poll");
    const isOwed = async () => {
      const later = new Date(leaseEnd().getTime() + 1_000);
      return (await read((db) => listDueAsks(db, later, 1_000))).includes(order.uuid);
    };
    return { order, isOwed };
  }

  test("is still answered: the order is asked for once its lease is over", async () => {
    const { order, isOwed } = await overOrder();
    expect(await isOwed()).toBe(false);
    const held = sezzle.hold("get");
    const asking = learn(order.uuid, "person");
    await held.arrived;
    expect(await isOwed()).toBe(true);
    held.letGo();
    await asking;
    expect(await isOwed()).toBe(false);
  });

  test("is still answered when it came while Sezzle was being asked", async () => {
    const { order, isOwed } = await overOrder();
    const held = sezzle.hold("get");
    const asking = learn(order.uuid, "person");
    await held.arrived;
    // Another process takes a hint, and dies.
    await write((db) => countHint(db, order.uuid, "webhook", leaseEnd()));
    held.letGo();
    await asking;
    expect(await isOwed()).toBe(true);
  });
});

describe("an answer that comes late", () => {
  async function answeredLate(letGo: (held: ReturnType<typeof sezzle.hold>) => void) {
    const { saleId, order } = await till.openAuthorized();
    const held = sezzle.hold("capture");
    const { id } = granted(await till.prepare(saleId, "capture", 10_000));
    const running = runOperation(id);
    await held.arrived;
    await letLeasePass(id);
    await recoverDeadOperations();
    expect(await till.operation(id)).toMatchObject({ state: "unconfirmed" });
    letGo(held);
    await running;
    return { saleId, order, operation: await till.operation(id) };
  }

  test("still counts after its process was taken for dead when it is a success", async () => {
    const { saleId, order, operation } = await answeredLate((held) => held.letGo());
    expect(operation).toMatchObject({ state: "succeeded", settledBy: "reply", problem: null });
    expect(await till.sale(saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
    expect(sezzle.seenOf("capture", order.uuid)).toHaveLength(1);
  });

  test("still counts after its process was taken for dead when it is a refusal of the first try", async () => {
    const { saleId, operation } = await answeredLate((held) => held.letGo(refused("invalid", "Not allowed")));
    expect(operation).toMatchObject({ state: "rejected", problem: { code: "refused" } });
    expect(await till.sale(saleId)).toMatchObject({ status: "authorized", capturedCents: 0 });
  });

  /** A capture whose reply is awaited while an order of Sezzle's already shows such a movement. */
  async function shownBeforeReply() {
    const { saleId, order } = await till.openAuthorized();
    const held = sezzle.hold("capture");
    const { id } = granted(await till.prepare(saleId, "capture", 10_000));
    const running = runOperation(id);
    await held.arrived;
    const uuid = move(order, "captures", 10_000);
    await learn(order.uuid, "poll");
    expect(await till.operation(id)).toMatchObject({ state: "succeeded", settledBy: "order" });
    const answer = async (behaviour: Behaviour) => {
      held.letGo(behaviour);
      await running;
      return till.operation(id);
    };
    return { saleId, uuid, answer };
  }

  test("says nothing new when the order has settled the operation before", async () => {
    const { saleId, uuid, answer } = await shownBeforeReply();
    const operation = await answer({ status: 200, body: { uuid } });
    expect(operation).toMatchObject({ state: "succeeded", movementUuid: uuid });
    expect(await till.sale(saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
    const told = await till.lines(saleId, "operation.succeeded", "movement.elsewhere");
    expect(told.map((it) => it.data.operation)).toEqual(["open_checkout", "capture"]);
  });

  test.each(["cut", { status: 503 }] as const)("takes nothing back when it is lost (%j)", async (lost) => {
    const { saleId, uuid, answer } = await shownBeforeReply();
    expect(await answer(lost)).toMatchObject({ state: "succeeded", movementUuid: uuid });
    expect(await till.lines(saleId, "operation.unconfirmed")).toEqual([]);
    expect(await till.sale(saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
  });

  test("is believed when it refuses the first try: the movement was made elsewhere", async () => {
    const { saleId, answer } = await shownBeforeReply();
    expect(await answer(refused("duplicate", "Captured already"))).toMatchObject({ state: "rejected" });
    expect(await till.lines(saleId, "movement.elsewhere")).toHaveLength(1);
    expect(await till.sale(saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
    expect((await till.act(saleId, "refund", 10_000)).state).toBe("succeeded");
  });
});

test("a lost link reads as expired ten minutes after it would have run out, and not before", async () => {
  sezzle.onNext("session", "cut");
  const { saleId, operationId } = await till.prepareSale();
  await runOperation(operationId);
  expect(await till.sale(saleId)).toMatchObject({ status: "unconfirmed" });
  await setExpiry(saleId, new Date(Date.now() - 9 * 60_000));
  await expireLostLinks();
  expect(await till.sale(saleId)).toMatchObject({ status: "unconfirmed" });
  await setExpiry(saleId, new Date(Date.now() - 10 * 60_000 - 1));
  await expireLostLinks();
  expect(await till.sale(saleId)).toMatchObject({ status: "checkout_expired" });
  await till.sendAgain(saleId);
  expect(await till.sale(saleId)).toMatchObject({ status: "link_sent" });
});

async function setExpiry(saleId: string, checkoutExpiresAt: Date): Promise<void> {
  await write(async (db) => {
    await db.update(attempts).set({ checkoutExpiresAt }).where(eq(attempts.saleId, saleId));
    await db.update(sales).set({ checkoutExpiresAt }).where(eq(sales.id, saleId));
  });
}
