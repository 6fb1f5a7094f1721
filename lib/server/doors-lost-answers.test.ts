import { describe, expect, test } from "vitest";
import { updateOperation } from "#db/queries/operations.ts";
import type { MovingKind } from "#lib/operation.ts";
import { write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { askSezzle } from "./payments/ask-sezzle.ts";
import { runOperation } from "./payments/run-operation.ts";
import { prepareReference } from "./payments/set-reference.ts";
import { fromNow } from "./testing/scripted-order.ts";
import { refused } from "./testing/scripted-sezzle.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

const minute = 60_000;
const sums = { capture: "capturedCents", release: "releasedCents", refund: "refundedCents" } as const;
const ends = ["operation.succeeded", "operation.rejected", "operation.unconfirmed"] as const;

describe.each(["capture", "release", "refund"] as const)("a %s", (kind: MovingKind) => {
  const openSale = () => (kind === "refund" ? till.openCaptured() : till.openAuthorized());

  /** The lines that tell of an operation's ends, without those of the operations before it. */
  const endsOf = async (saleId: string) =>
    (await till.lines(saleId, ...ends)).filter((it) => it.data.operation === kind);

  test("whose answer was lost after Sezzle acted is unconfirmed, and settled by the order once", async () => {
    const { saleId, order } = await openSale();
    const asking = sezzle.hold("get");
    sezzle.onNext(kind, "lose");
    const operation = granted(await till.prepare(saleId, kind, 3_000));
    const running = runOperation(operation.id);
    await asking.arrived;
    expect(await till.operation(operation.id)).toMatchObject({ state: "unconfirmed", endedAt: null });
    expect(await till.sale(saleId)).toMatchObject({ [sums[kind]]: 0 });
    expect((await till.view(saleId)).openOperation).toMatchObject({ kind, state: "unconfirmed" });
    asking.letGo();
    await running;
    expect(await till.operation(operation.id)).toMatchObject({ state: "succeeded", settledBy: "order" });
    await learn(order.uuid, "poll");
    await askSezzle(till.asker, saleId);
    expect(await till.sale(saleId)).toMatchObject({ [sums[kind]]: 3_000 });
    expect(sezzle.seenOf(kind, order.uuid)).toHaveLength(1);
    const told = (await endsOf(saleId)).map((it) => it.kind);
    expect(told).toEqual(["operation.unconfirmed", "operation.succeeded"]);
  });

  test("that was cut off before Sezzle acted stays unconfirmed, however often Sezzle is asked", async () => {
    const { saleId, order } = await openSale();
    sezzle.onNext(kind, "cut");
    const { id } = await till.act(saleId, kind, 3_000);
    for (const hint of ["poll", "webhook", "poll"] as const) await learn(order.uuid, hint);
    expect(await till.operation(id)).toMatchObject({ state: "unconfirmed" });
    expect(refusalCode(await till.prepare(saleId, kind, 1_000))).toBe("busy");
    expect(sezzle.seenOf(kind, order.uuid)).toHaveLength(1);
  });

  test("that was cut off is repeated under its key when a person asks, and history says who", async () => {
    const { saleId, order } = await openSale();
    sezzle.onNext(kind, "cut");
    const { id } = await till.act(saleId, kind, 3_000);
    expect(granted(await askSezzle(till.asker, saleId))).toMatchObject({ id, state: "succeeded", tries: 2 });
    expect(sezzle.seenOf(kind, order.uuid).map((it) => it.requestId)).toEqual([id, id]);
    const [repeated, ...more] = await till.lines(saleId, "operation.repeated");
    expect(more).toEqual([]);
    expect(repeated).toMatchObject({ person: "Morgan", data: { operation: kind, amountCents: 3_000 } });
    expect(await till.sale(saleId)).toMatchObject({ [sums[kind]]: 3_000 });
  });

  test("is not repeated when its first try is older than ten minutes", async () => {
    const { saleId, order } = await openSale();
    sezzle.onNext(kind, "cut");
    const { id } = await till.act(saleId, kind, 3_000);
    const firstSentAt = new Date(Date.now() - 10 * minute - 1);
    await write((db) => updateOperation(db, id, { firstSentAt }));
    expect(granted(await askSezzle(till.asker, saleId))).toMatchObject({ id, state: "unconfirmed" });
    expect(sezzle.seenOf(kind, order.uuid)).toHaveLength(1);
    expect(await till.lines(saleId, "operation.repeated")).toEqual([]);
  });

  test("is not disproved by a refusal of its repeat", async () => {
    const { saleId } = await openSale();
    sezzle.onNext(kind, "cut");
    const { id } = await till.act(saleId, kind, 3_000);
    sezzle.onNext(kind, refused("duplicate", "Already processed"));
    expect(granted(await askSezzle(till.asker, saleId))).toMatchObject({
      id,
      state: "unconfirmed",
      tries: 2,
    });
    expect((await endsOf(saleId)).map((it) => it.kind)).not.toContain("operation.rejected");
  });

  test("that Sezzle refuses at its first try is rejected, with Sezzle's own words", async () => {
    const { saleId, order } = await openSale();
    sezzle.onNext(kind, refused("invalid", "Amount is not allowed"));
    const { state, problem } = await till.act(saleId, kind, 3_000);
    expect(state).toBe("rejected");
    expect(problem).toMatchObject({
      code: "refused",
      technical: { code: "invalid", message: "Amount is not allowed" },
    });
    expect((await till.view(saleId)).refusal).toMatchObject({ kind, problem: { code: "refused" } });
    expect((await till.act(saleId, kind, 3_000)).state).toBe("succeeded");
    expect(sezzle.seenOf(kind, order.uuid)).toHaveLength(2);
  });
});

test.each([500, 502, 503, 408])(
  "a status of %i leaves it open whether a capture went through",
  async (status) => {
    const { saleId } = await till.openAuthorized();
    sezzle.onNext("capture", { status });
    expect(await till.act(saleId, "capture", 10_000)).toMatchObject({ state: "unconfirmed" });
  },
);

test("a success that cannot be understood is unconfirmed until the order shows it", async () => {
  const { saleId } = await till.openAuthorized();
  sezzle.onNext("capture", { status: 200, body: { surprise: true } });
  const { id, state } = await till.act(saleId, "capture", 10_000);
  expect(state).toBe("unconfirmed");
  expect(granted(await askSezzle(till.asker, saleId))).toMatchObject({ id, state: "succeeded" });
});

test("once the answer to a refund is lost, the order is due to be asked for, though asking has not ended", async () => {
  const { saleId, order } = await till.openCaptured();
  const asking = sezzle.hold("get");
  sezzle.onNext("refund", "cut");
  const { id } = granted(await till.prepare(saleId, "refund", 1_000));
  const running = runOperation(id);
  await asking.arrived;
  expect(await till.operation(id)).toMatchObject({ state: "unconfirmed" });
  const ask = await till.ask(order.uuid);
  expect(ask.nextAskAt?.getTime()).toBeLessThanOrEqual(Date.now());
  expect(ask.wanted).toBeGreaterThan(ask.done);
  asking.letGo();
  await running;
});

test("a lost receipt number is settled by the order's reference, and holds no money up meanwhile", async () => {
  const { saleId, order } = await till.openAuthorized();
  const wish = { saleId, wishId: "receipt-wish", referenceId: "R-7" };
  sezzle.onNext("set_reference", "lose");
  const { id } = granted(await write((db) => prepareReference(db, till.asker, wish, new Date())));
  await runOperation(id);
  expect(await till.operation(id)).toMatchObject({ state: "succeeded", settledBy: "order" });
  expect(sezzle.seenOf("set_reference", order.uuid)).toHaveLength(1);
});

test("a capture whose authorization ended unused while its answer was lost never reads as taken", async () => {
  const { saleId, order } = await till.openAuthorized();
  sezzle.onNext("capture", "cut");
  const { id } = await till.act(saleId, "capture", 10_000);
  await write((db) => updateOperation(db, id, { firstSentAt: new Date(Date.now() - 11 * minute) }));
  order.checkout_status = "deleted";
  if (order.authorization) order.authorization.expiration = fromNow(-1_000);
  await askSezzle(till.asker, saleId);
  expect(await till.sale(saleId)).toMatchObject({ status: "authorization_expired", capturedCents: 0 });
  expect(sezzle.seenOf("capture", order.uuid)).toHaveLength(1);
});
