import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { updateOperation } from "#db/queries/operations.ts";
import { write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { giveUp } from "./payments/give-up.ts";
import { repeatUnconfirmed } from "./payments/repeat-unconfirmed.ts";
import { repeatOperation, runOperation } from "./payments/run-operation.ts";
import { prepareReference } from "./payments/set-reference.ts";
import { move } from "./testing/scripted-order.ts";
import { refused } from "./testing/scripted-sezzle.ts";
import { eventually, granted, type OpenedSale, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;
const minute = 60_000;
const longAgo = new Date(0);

/** Lets the pause before an operation's repeat pass. */
const due = (id: string) => write((db) => updateOperation(db, id, { nextRepeatAt: longAgo }));

/** Lets so many minutes pass since an operation's first try. */
const sentAgo = (id: string, minutes: number) =>
  write((db) => updateOperation(db, id, { firstSentAt: new Date(Date.now() - minutes * minute) }));

const keys = (sale: OpenedSale) => sezzle.seenOf("capture", sale.order.uuid).map((it) => it.requestId);

/** A sale with a capture of $30.00 that never reached Sezzle, though the till cannot know. */
async function lostCapture(): Promise<OpenedSale & { id: string }> {
  const sale = await till.openAuthorized();
  sezzle.onNext("capture", "cut");
  const { id } = await till.act(sale.saleId, "capture", 3_000);
  return { ...sale, id };
}

describe("an operation whose answer was lost is repeated by itself", () => {
  test("under its own key, once Sezzle's order has not shown it, and the history says so", async () => {
    const sale = await lostCapture();
    const { nextRepeatAt } = await till.operation(sale.id);
    expect((nextRepeatAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(1_000);
    await repeatUnconfirmed();
    expect(keys(sale)).toEqual([sale.id]);
    await due(sale.id);
    await repeatUnconfirmed();
    expect(keys(sale)).toEqual([sale.id, sale.id]);
    expect(await till.operation(sale.id)).toMatchObject({ state: "succeeded", tries: 2, nextRepeatAt: null });
    expect(await till.sale(sale.saleId)).toMatchObject({ capturedCents: 3_000 });
    const repeated = await till.lines(sale.saleId, "operation.repeated");
    expect(repeated).toMatchObject([{ person: null, data: { operation: "capture", amountCents: 3_000 } }]);
  });

  test("and taken once, when Sezzle had acted the first time and its order shows it late", async () => {
    const sale = await till.openAuthorized();
    // Sezzle acts, loses its answer, and answers once with the order as it was before.
    const before = sezzle.hold("get");
    sezzle.onNext("capture", "lose");
    const operation = granted(await till.prepare(sale.saleId, "capture", 3_000));
    const running = runOperation(operation.id);
    await before.arrived;
    before.letGo({ status: 503 });
    await running;
    await due(operation.id);
    await learn(sale.order.uuid, "poll");
    await repeatUnconfirmed();
    expect(await till.operation(operation.id)).toMatchObject({ state: "succeeded", settledBy: "order" });
    expect(sale.order.authorization?.captures).toHaveLength(1);
  });

  test("by one of two processes that would do it at once", async () => {
    const sale = await lostCapture();
    await due(sale.id);
    await Promise.all([repeatUnconfirmed(), repeatUnconfirmed(), repeatUnconfirmed()]);
    expect(keys(sale)).toEqual([sale.id, sale.id]);
    expect(await till.lines(sale.saleId, "operation.repeated")).toHaveLength(1);
  });

  test("not before Sezzle has answered since its end became unknown", async () => {
    const sale = await till.openAuthorized();
    sezzle.always("get", { status: 503 });
    sezzle.onNext("capture", "cut");
    const { id } = await till.act(sale.saleId, "capture", 3_000);
    await due(id);
    await repeatUnconfirmed();
    expect(keys({ ...sale })).toEqual([id]);
    sezzle.calm();
    await learn(sale.order.uuid, "poll");
    await repeatUnconfirmed();
    expect(await till.operation(id)).toMatchObject({ state: "succeeded" });
  });

  test("though many others wait for Sezzle to answer about their orders", async () => {
    const sale = await lostCapture();
    await learn(sale.order.uuid, "poll");
    const others = await Promise.all(Array.from({ length: 12 }, () => till.openAuthorized()));
    sezzle.always("get", { status: 404, body: [] });
    for (const { saleId } of others) {
      sezzle.onNext("capture", "cut");
      await due((await till.act(saleId, "capture", 3_000)).id);
    }
    await write((db) => updateOperation(db, sale.id, { nextRepeatAt: new Date(1) }));
    await repeatUnconfirmed();
    expect(keys(sale)).toEqual([sale.id, sale.id]);
    expect(await till.operation(sale.id)).toMatchObject({ state: "succeeded" });
  });

  test("once, though a second process saw it due before the first had repeated it in vain", async () => {
    const sale = await lostCapture();
    await due(sale.id);
    await learn(sale.order.uuid, "poll");
    sezzle.onNext("capture", "cut");
    await repeatUnconfirmed();
    expect(keys(sale)).toHaveLength(2);
    await repeatOperation(sale.id, null);
    expect(keys(sale)).toHaveLength(2);
    expect(await till.operation(sale.id)).toMatchObject({ state: "unconfirmed", tries: 2 });
  });

  test("not before the pause that Sezzle asked for", async () => {
    const sale = await till.openAuthorized();
    sezzle.onNext("capture", { status: 503, headers: { "retry-after": "90" } });
    const { id, nextRepeatAt } = await till.act(sale.saleId, "capture", 3_000);
    expect((nextRepeatAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(80_000);
    expect((await till.operation(id)).state).toBe("unconfirmed");
  });

  test("again and again with longer pauses, and a refusal on the way proves nothing", async () => {
    const sale = await lostCapture();
    const pauses: number[] = [];
    for (const behaviour of ["cut", refused("duplicate", "Already processed"), "cut"] as const) {
      sezzle.onNext("capture", behaviour);
      await due(sale.id);
      await repeatUnconfirmed();
      const { state, nextRepeatAt } = await till.operation(sale.id);
      expect(state).toBe("unconfirmed");
      pauses.push((nextRepeatAt?.getTime() ?? 0) - Date.now());
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    await due(sale.id);
    await repeatUnconfirmed();
    expect(await till.operation(sale.id)).toMatchObject({ state: "succeeded", tries: 5 });
    expect(new Set(keys(sale))).toEqual(new Set([sale.id]));
  });

  test("for ten minutes after its first try, and not a moment longer", async () => {
    const sale = await lostCapture();
    await sentAgo(sale.id, 10);
    await due(sale.id);
    await repeatUnconfirmed();
    expect(keys(sale)).toEqual([sale.id]);
    expect(await till.operation(sale.id)).toMatchObject({ state: "unconfirmed", nextRepeatAt: null });
  });

  test("also a cancel, which is the same once and twice", async () => {
    const sale = await till.open();
    sezzle.onNext("delete_checkout", "cut");
    const { id } = await till.act(sale.saleId, "cancel_checkout");
    await due(id);
    await repeatUnconfirmed();
    expect(await till.operation(id)).toMatchObject({ state: "succeeded" });
    expect(await till.sale(sale.saleId)).toMatchObject({ status: "cancelled" });
  });

  test("never the opening of a checkout, which Sezzle does not key, nor a receipt number", async () => {
    sezzle.onNext("session", "cut");
    const opening = await till.prepareSale();
    await runOperation(opening.operationId);
    const sale = await till.openAuthorized();
    sezzle.onNext("set_reference", "cut");
    const wish = { saleId: sale.saleId, wishId: randomUUID(), referenceId: "R-1" };
    const { id } = granted(await write((db) => prepareReference(db, till.asker, wish, new Date())));
    await runOperation(id);
    for (const it of [opening.operationId, id]) {
      expect(await till.operation(it)).toMatchObject({ state: "unconfirmed", nextRepeatAt: null });
    }
  });
});

describe("what nobody can tell after ten minutes is a person's to let go", () => {
  const decide = async (sale: OpenedSale & { id: string }, change: { seenVersion?: number } = {}) => {
    const { version } = await till.sale(sale.saleId);
    const decision = { saleId: sale.saleId, operationId: sale.id, seenVersion: version, ...change };
    return write((db) => giveUp(db, till.asker, decision, new Date()));
  };

  test("once Sezzle has answered after them; the amount is free again, and the history says who", async () => {
    const sale = await lostCapture();
    expect(refusalCode(await decide(sale))).toBe("too_early");
    await sentAgo(sale.id, 11);
    expect(refusalCode(await till.prepare(sale.saleId, "capture", 1_000))).toBe("busy");
    granted(await decide(sale));
    expect(await till.operation(sale.id)).toMatchObject({ state: "given_up", nextRepeatAt: null });
    expect((await till.view(sale.saleId)).openOperation).toBeNull();
    expect(await till.lines(sale.saleId, "operation.given_up")).toMatchObject([{ person: "Morgan" }]);
    granted(await decide(sale));
    expect(await till.lines(sale.saleId, "operation.given_up")).toHaveLength(1);
    expect(await till.act(sale.saleId, "capture", 10_000)).toMatchObject({ state: "succeeded" });
  });

  test("not while Sezzle has not answered since, nor by who saw an older version", async () => {
    const sale = await lostCapture();
    const { version } = await till.sale(sale.saleId);
    expect(refusalCode(await decide(sale, { seenVersion: version - 1 }))).toBe("stale");
    // The ten minutes end at this moment: what Sezzle answered was asked for before.
    await sentAgo(sale.id, 10);
    expect(refusalCode(await decide(sale))).toBe("not_answered");
    await learn(sale.order.uuid, "person");
    granted(await decide(sale));
  });

  test("not on an answer that is older than the end of its last try, which may have been made since", async () => {
    const sale = await lostCapture();
    await sentAgo(sale.id, 11);
    await learn(sale.order.uuid, "person");
    await write((db) => updateOperation(db, sale.id, { unconfirmedAt: new Date(Date.now() + 1) }));
    expect(refusalCode(await decide(sale))).toBe("not_answered");
    await eventually(async () => {
      await learn(sale.order.uuid, "person");
      granted(await decide(sale));
    });
  });

  test("and an equal refund after it has to be meant: both may be made", async () => {
    const sale = await till.openCaptured();
    sezzle.onNext("refund", "cut");
    const { id } = await till.act(sale.saleId, "refund", 2_000);
    await sentAgo(id, 11);
    await learn(sale.order.uuid, "person");
    granted(await decide({ ...sale, id }));
    expect((await till.view(sale.saleId)).letGoRefunds).toMatchObject([{ amountCents: 2_000 }]);
    expect(refusalCode(await till.prepare(sale.saleId, "refund", 2_000))).toBe("equal_refund");
    granted(await till.prepare(sale.saleId, "refund", 2_000, { additional: true }));
  });

  test("and is done all the same when Sezzle's order shows it later", async () => {
    const sale = await lostCapture();
    await sentAgo(sale.id, 11);
    granted(await decide(sale));
    move(sale.order, "captures", 3_000);
    await learn(sale.order.uuid, "poll");
    expect(await till.operation(sale.id)).toMatchObject({ state: "succeeded", settledBy: "order" });
    expect(await till.sale(sale.saleId)).toMatchObject({
      status: "partially_captured",
      capturedCents: 3_000,
    });
    expect(await till.lines(sale.saleId, "movement.elsewhere")).toEqual([]);
  });
});
