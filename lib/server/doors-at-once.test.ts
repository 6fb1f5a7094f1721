import { beforeEach, describe, expect, test } from "vitest";
import { updateOperation } from "#db/queries/operations.ts";
import { updateStore } from "#db/queries/stores.ts";
import type { CapturePolicy } from "#lib/store.ts";
import { write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { recoverDeadOperations } from "./payments/recover.ts";
import { operationsEnd, runOperation } from "./payments/run-operation.ts";
import { startPrepared } from "./payments/start-prepared.ts";
import { authorize, move, newOrder } from "./testing/scripted-order.ts";
import { refused } from "./testing/scripted-sezzle.ts";
import { eventually, granted, type OpenedSale, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

const setPolicy = (policy: CapturePolicy) =>
  write((db) => updateStore(db, till.store.id, { capturePolicy: policy }));

beforeEach(() => setPolicy("at_once"));

/** What the till's job does, until what it started has ended. */
async function startAndEnd(): Promise<void> {
  await startPrepared();
  await operationsEnd(10_000);
}

const captures = (sale: Pick<OpenedSale, "order">) => sezzle.seenOf("capture", sale.order.uuid);

/** The till hears that the shopper has completed the checkout, and does what it does by itself. */
async function approve(sale: OpenedSale, approval: Parameters<typeof authorize>[1] = {}): Promise<void> {
  authorize(sale.order, approval);
  await learn(sale.order.uuid, "webhook");
  await startAndEnd();
}

/** Sezzle was never asked to capture, and the cashier decides about what is approved. */
async function expectLeftToThem({ saleId, order }: OpenedSale): Promise<void> {
  expect(captures({ order })).toEqual([]);
  expect(await till.view(saleId)).toMatchObject({ status: "authorized", openOperation: null });
}

describe("a store that captures at once", () => {
  test("has the whole sale captured when Sezzle approves it, and says that the till did it by itself", async () => {
    const sale = await till.open();
    await approve(sale);
    expect(await till.sale(sale.saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
    const told = await till.lines(sale.saleId, "operation.prepared");
    expect(told.map(({ person, data }) => ({ person, ...data }))).toMatchObject([
      { operation: "open_checkout" },
      {
        person: null,
        operation: "capture",
        amountCents: 10_000,
        reason: "captured at once, as the store is set",
      },
    ]);
  });

  test("keeps a cashier's own capture out from the moment the approval is on disk", async () => {
    const sale = await till.openAuthorized();
    expect((await till.view(sale.saleId)).openOperation).toMatchObject({
      kind: "capture",
      state: "prepared",
    });
    expect(refusalCode(await till.prepare(sale.saleId, "capture", 10_000))).toBe("busy");
    await startAndEnd();
    expect(captures(sale)).toHaveLength(1);
  });

  test("captures once, though two answers show the approval and two processes start what follows", async () => {
    const sale = await till.open();
    authorize(sale.order);
    await Promise.all([learn(sale.order.uuid, "webhook"), learn(sale.order.uuid, "poll")]);
    await learn(sale.order.uuid, "poll");
    await Promise.all([startPrepared(), startPrepared(), startPrepared()]);
    await startAndEnd();
    expect(captures(sale)).toHaveLength(1);
    expect(await till.lines(sale.saleId, "operation.prepared")).toHaveLength(2);
  });

  test("captures once for ever: an approval that goes and comes back is looked at by the cashier", async () => {
    const sale = await till.open();
    sezzle.onNext("capture", refused("invalid", "Not allowed"));
    await approve(sale);
    expect((await till.view(sale.saleId)).refusal).toMatchObject({ kind: "capture" });
    const { authorization } = sale.order;
    sale.order.authorization = undefined;
    await learn(sale.order.uuid, "poll");
    sale.order.authorization = authorization;
    await learn(sale.order.uuid, "poll");
    await startAndEnd();
    expect(captures(sale)).toHaveLength(1);
  });

  test("leaves it to the cashier when the process died before the capture was sent", async () => {
    const sale = await till.openAuthorized();
    const { openOperation } = await till.view(sale.saleId);
    const id = openOperation?.operationId ?? "";
    await write((db) => updateOperation(db, id, { leaseUntil: new Date(Date.now() - 1) }));
    await startAndEnd();
    await recoverDeadOperations();
    await startAndEnd();
    await expectLeftToThem(sale);
    expect(await till.operation(id)).toMatchObject({ state: "abandoned", nextRepeatAt: null });
    expect((await till.act(sale.saleId, "capture", 10_000)).state).toBe("succeeded");
  });

  test("has another process start what the one that wrote it down did not live to start", async () => {
    const sale = await till.openAuthorized();
    const { openOperation } = await till.view(sale.saleId);
    const id = openOperation?.operationId ?? "";
    const soon = { leaseUntil: new Date(Date.now() + 5_000), nextRepeatAt: new Date(Date.now() - 10_000) };
    await write((db) => updateOperation(db, id, soon));
    await startAndEnd();
    expect(await till.sale(sale.saleId)).toMatchObject({ status: "captured" });
  });

  test("settles a capture whose answer was lost like every other", async () => {
    const sale = await till.open();
    sezzle.onNext("capture", "lose");
    await approve(sale);
    expect(await till.sale(sale.saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
    expect(captures(sale)).toHaveLength(1);
  });
});

describe("it is never captured by itself", () => {
  test("after somebody asked to cancel it, even when that was refused", async () => {
    const sale = await till.open();
    authorize(sale.order);
    const { id } = await till.act(sale.saleId, "cancel_checkout");
    await startAndEnd();
    expect(await till.operation(id)).toMatchObject({ state: "rejected" });
    await expectLeftToThem(sale);
  });

  test("while a cancel is under way whose end is not known", async () => {
    const sale = await till.open();
    const held = sezzle.hold("delete_checkout");
    const cancel = granted(await till.prepare(sale.saleId, "cancel_checkout"));
    const running = runOperation(cancel.id);
    await held.arrived;
    authorize(sale.order);
    await learn(sale.order.uuid, "webhook");
    await startPrepared();
    held.letGo();
    await running;
    await startAndEnd();
    await expectLeftToThem(sale);
  });

  test("on a second attempt", async () => {
    const first = await till.open();
    first.order.checkout_status = "denied";
    await learn(first.order.uuid, "poll");
    const second = await till.sendAgain(first.saleId);
    await approve(second);
    await expectLeftToThem(second);
  });

  test("on a second attempt, though the first made no order", async () => {
    sezzle.onNext("session", refused("invalid", "Not now"));
    const first = await till.prepareSale();
    await runOperation(first.operationId);
    const second = await till.sendAgain(first.saleId);
    await approve(second);
    await expectLeftToThem(second);
  });

  test("on an order that was adopted, because the answer to its opening was lost", async () => {
    const known = new Set(sezzle.orders.keys());
    sezzle.onNext("session", "lose");
    const opening = await till.prepareSale();
    await runOperation(opening.operationId);
    const order = sezzle.order([...sezzle.orders.keys()].find((it) => !known.has(it)) ?? null);
    authorize(order);
    await till.deliver("order.authorized", order.uuid);
    await eventually(async () =>
      expect(await till.sale(opening.saleId)).toMatchObject({ status: "authorized" }),
    );
    await startAndEnd();
    await expectLeftToThem({ ...opening, order });
  });

  test.each([9_999, 10_001])(
    "when Sezzle approved another amount (%i cents of 10000)",
    async (amountCents) => {
      const sale = await till.open();
      await approve(sale, { amountCents });
      await expectLeftToThem(sale);
    },
  );

  test("when the order is about another amount than the sale", async () => {
    const sale = await till.open();
    sale.order.order_amount = { ...sale.order.order_amount, amount_in_cents: 12_000 };
    await approve(sale, { amountCents: 10_000 });
    await expectLeftToThem(sale);
  });

  test.each(["captures", "releases"] as const)(
    "when its order shows %s already, made elsewhere",
    async (list) => {
      const sale = await till.open();
      authorize(sale.order);
      move(sale.order, list, 1_000);
      await learn(sale.order.uuid, "poll");
      await startAndEnd();
      expect(captures(sale)).toEqual([]);
      expect((await till.view(sale.saleId)).openOperation).toBeNull();
    },
  );

  test("when Sezzle made a second order for it", async () => {
    const sale = await till.open();
    const { metadata, reference_id } = sale.order;
    const second = sezzle.add(newOrder({ metadata, reference_id }));
    await till.deliver("order.authorized", second.uuid);
    await eventually(async () => expect(await till.lines(sale.saleId, "order.second")).toHaveLength(1));
    await approve(sale);
    await expectLeftToThem(sale);
  });

  test("when its time is already over", async () => {
    const sale = await till.open();
    await approve(sale, { forMs: -1_000 });
    expect(captures(sale)).toEqual([]);
    expect((await till.view(sale.saleId)).openOperation).toBeNull();
  });

  test("when the store began to capture at once after it was approved", async () => {
    await setPolicy("at_hand_over");
    const sale = await till.open();
    await approve(sale);
    await setPolicy("at_once");
    await learn(sale.order.uuid, "webhook");
    await startAndEnd();
    await expectLeftToThem(sale);
  });

  test("when the store captures at hand-over", async () => {
    await setPolicy("at_hand_over");
    const sale = await till.open();
    await approve(sale);
    await expectLeftToThem(sale);
  });
});
