import { describe, expect, test } from "vitest";
import { updateOperation } from "#db/queries/operations.ts";
import { listMovements } from "#db/queries/orders.ts";
import { historySentence } from "#lib/words/history-words.ts";
import { statusWords } from "#lib/words/status-words.ts";
import { read, write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { repeatUnconfirmed } from "./payments/repeat-unconfirmed.ts";
import { runOperation } from "./payments/run-operation.ts";
import { authorize, fromNow, leftCents, move, type ScriptedOrder } from "./testing/scripted-order.ts";
import { refused, type ScriptedCall } from "./testing/scripted-sezzle.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

/** The authorization's time is over at Sezzle: what was not captured is let go, and an order without captures is deleted. */
function expire(order: ScriptedOrder): void {
  const { authorization } = order;
  if (!authorization) throw new Error("nothing is authorized");
  authorization.expiration = fromNow(-1_000);
  if (authorization.captures.length === 0) order.checkout_status = "deleted";
  else move(order, "releases", leftCents(order, "releases"));
}

const expired = refused("invalid_authorization", "Authorization has expired.");

/** What a sale reads in a word, and the refusal beside it in its three lines. */
async function reads(saleId: string) {
  const { status, refusal } = await till.view(saleId);
  const { happened, money, next } = refusal?.problem ?? {};
  return { label: statusWords(status, "en-US").label, refusal: refusal ? [happened, money, next] : null };
}

/** The lines of history about a sale in words, oldest first. */
async function told(saleId: string): Promise<string[]> {
  const lines = await till.lines(saleId, "operation.succeeded", "operation.rejected", "movement.elsewhere");
  return lines.map((line) => historySentence(line, "en-US").title);
}

/** Lets the pause before an operation's repeat pass, and repeats it. */
async function repeatNow(id: string): Promise<void> {
  await write((db) => updateOperation(db, id, { nextRepeatAt: new Date(0) }));
  await repeatUnconfirmed();
}

/** Does something that Sezzle carries out, while its answer is lost and its order cannot be had. */
async function loseUnasked<Value>(act: () => Promise<Value>, call: ScriptedCall): Promise<Value> {
  sezzle.onNext(call, "lose");
  sezzle.always("get", { status: 503 });
  const done = await act();
  sezzle.calm();
  return done;
}

describe("a cancel that meets a shopper who completes", () => {
  test("is told as too late, with what can be done now", async () => {
    const { saleId, order } = await till.open();
    const held = sezzle.hold("delete_checkout");
    const cancel = granted(await till.prepare(saleId, "cancel_checkout"));
    const running = runOperation(cancel.id);
    await held.arrived;
    authorize(order);
    held.letGo();
    await running;
    expect(await reads(saleId)).toEqual({
      label: "Approved",
      refusal: [
        "The shopper finished first, so the sale was not cancelled.",
        "Sezzle has approved the payment. Nothing has been taken yet.",
        "Capture it, or release it so that the shopper is not charged.",
      ],
    });
    expect((await till.act(saleId, "release", 10_000)).state).toBe("succeeded");
    expect(await reads(saleId)).toEqual({ label: "Not charged", refusal: null });
  });

  test("wins when Sezzle deletes first: the sale is cancelled, and nothing can be taken", async () => {
    const { saleId } = await till.open();
    await till.act(saleId, "cancel_checkout");
    expect(await reads(saleId)).toEqual({ label: "Cancelled", refusal: null });
    expect(refusalCode(await till.prepare(saleId, "capture", 10_000))).toBe("not_possible");
  });
});

describe("a capture that meets the end of its authorization", () => {
  test("is told as refused when Sezzle was first: nothing was taken, and the sale reads so", async () => {
    const { saleId, order } = await till.openAuthorized();
    expire(order);
    sezzle.onNext("capture", expired);
    expect((await till.act(saleId, "capture", 10_000)).state).toBe("rejected");
    expect(await reads(saleId)).toEqual({
      label: "Not charged",
      refusal: [
        "Sezzle refused to capture $100.00: “Authorization has expired”.",
        "Nothing was taken.",
        "Look at what the sale shows now, and ask a manager if this does not fit.",
      ],
    });
    const { status, capturedCents } = await till.sale(saleId);
    expect(capturedCents).toBe(0);
    expect(statusWords(status, "en-US").means).toBe(
      "The approval ran out before anything was captured. The shopper is not charged.",
    );
  });

  test("stands when it was first: what was taken is taken, and the rest is not charged", async () => {
    const { saleId, order } = await till.openAuthorized();
    const held = sezzle.hold("get");
    const capture = granted(await till.prepare(saleId, "capture", 4_000));
    const running = runOperation(capture.id);
    await held.arrived;
    expire(order);
    held.letGo();
    await running;
    await learn(order.uuid, "poll");
    expect(await reads(saleId)).toEqual({ label: "Paid", refusal: null });
    expect(await till.sale(saleId)).toMatchObject({ capturedCents: 4_000, releasedCents: 6_000 });
    expect(await told(saleId)).toEqual([
      "Sezzle sent the link",
      "$40.00 captured",
      "$60.00 was let go at Sezzle",
    ]);
  });

  test("is found taken when it was first and its answer was lost", async () => {
    const { saleId, order } = await till.openAuthorized();
    const { id } = await loseUnasked(() => till.act(saleId, "capture", 10_000), "capture");
    expect(await till.operation(id)).toMatchObject({ state: "unconfirmed" });
    if (order.authorization) order.authorization.expiration = fromNow(-1_000);
    await learn(order.uuid, "poll");
    expect(await till.operation(id)).toMatchObject({ state: "succeeded", settledBy: "order" });
    expect(await reads(saleId)).toEqual({ label: "Paid", refusal: null });
  });

  test("is neither called taken nor refused while its answer is lost, however often its repeat is refused", async () => {
    const { saleId, order } = await till.openAuthorized();
    sezzle.onNext("capture", "cut");
    const { id } = await till.act(saleId, "capture", 10_000);
    expire(order);
    await learn(order.uuid, "poll");
    sezzle.onNext("capture", expired);
    await repeatNow(id);
    expect(await till.operation(id)).toMatchObject({ state: "unconfirmed", tries: 2 });
    expect(await till.view(saleId)).toMatchObject({ openOperation: { kind: "capture" }, refusal: null });
    expect(await till.sale(saleId)).toMatchObject({ status: "authorization_expired", capturedCents: 0 });
    expect(refusalCode(await till.prepareAgain(saleId))).toBe("not_over");
  });
});

describe("a release that meets a capture", () => {
  test("of two people here one is first, and the other is told what is under way, and then what changed", async () => {
    const { saleId, order } = await till.openAuthorized();
    const seenVersion = (await till.sale(saleId)).version;
    const held = sezzle.hold("release");
    const release = granted(await till.prepare(saleId, "release", 10_000, { seenVersion }));
    const running = runOperation(release.id);
    await held.arrived;
    expect(await till.prepare(saleId, "capture", 10_000, { seenVersion })).toMatchObject({
      problem: {
        happened: "Something else is already under way on this sale.",
        money: "Nothing more was sent to Sezzle.",
      },
    });
    held.letGo();
    await running;
    expect(await till.prepare(saleId, "capture", 10_000, { seenVersion })).toMatchObject({
      problem: {
        happened:
          "This sale has changed since you looked at it. Morgan asked for the release of $100.00: done. It reads “Not charged” now.",
      },
    });
    expect(sezzle.seenOf("capture", order.uuid)).toEqual([]);
  });

  test("made in Sezzle's dashboard first, the capture is told as refused and the sale as not charged", async () => {
    const { saleId, order } = await till.openAuthorized();
    move(order, "releases", 10_000);
    expect((await till.act(saleId, "capture", 10_000)).state).toBe("rejected");
    const { label, refusal } = await reads(saleId);
    expect(label).toBe("Not charged");
    expect(refusal?.slice(0, 2)).toEqual([
      "Sezzle refused to capture $100.00: “Amount is too large”.",
      "Nothing was taken.",
    ]);
    expect(await told(saleId)).toContain("$100.00 was let go at Sezzle");
  });
});

describe("a refund here that meets a refund in Sezzle's dashboard", () => {
  const makers = async (order: ScriptedOrder) =>
    (await read((db) => listMovements(db, [order.uuid]))).filter((it) => it.kind === "refund");

  test("is told as refused when both would be more than was taken", async () => {
    const { saleId, order } = await till.openCaptured();
    move(order, "refunds", 9_000);
    expect((await till.act(saleId, "refund", 2_000)).state).toBe("rejected");
    const { label, refusal } = await reads(saleId);
    expect(label).toBe("Partly refunded");
    expect(refusal?.slice(0, 2)).toEqual([
      "Sezzle refused to refund $20.00: “Amount is too large”.",
      "Nothing was refunded.",
    ]);
    expect(await told(saleId)).toContain("A refund of $90.00 was made outside this till");
    expect(await till.sale(saleId)).toMatchObject({ capturedCents: 10_000, refundedCents: 9_000 });
  });

  test("is not taken for an equal one that Sezzle showed before ours was asked for", async () => {
    const { saleId, order } = await till.openCaptured();
    const theirs = move(order, "refunds", 2_000);
    await learn(order.uuid, "poll");
    sezzle.onNext("refund", "cut");
    const { id } = await till.act(saleId, "refund", 2_000);
    expect(await till.operation(id)).toMatchObject({ state: "unconfirmed" });
    await repeatNow(id);
    expect(await till.operation(id)).toMatchObject({ state: "succeeded", tries: 2 });
    expect(await makers(order)).toMatchObject([{ uuid: theirs, operationId: null }, { operationId: id }]);
    expect(await till.sale(saleId)).toMatchObject({ refundedCents: 4_000 });
  });

  test("of equal amounts and with its answer lost, is counted once beside the other", async () => {
    const { saleId, order } = await till.openCaptured();
    const { id } = await loseUnasked(() => till.act(saleId, "refund", 2_000), "refund");
    expect(await till.operation(id)).toMatchObject({ state: "unconfirmed" });
    move(order, "refunds", 2_000);
    await learn(order.uuid, "webhook");
    await learn(order.uuid, "poll");
    expect(await till.operation(id)).toMatchObject({ state: "succeeded", settledBy: "order" });
    expect((await makers(order)).map((it) => it.operationId).sort()).toEqual([id, null].sort());
    expect((await told(saleId)).slice(-2)).toEqual([
      "$20.00 refunded",
      "A refund of $20.00 was made outside this till",
    ]);
    expect(await till.sale(saleId)).toMatchObject({ refundedCents: 4_000, status: "partially_refunded" });
    expect(sezzle.seenOf("refund", order.uuid)).toHaveLength(1);
  });
});
