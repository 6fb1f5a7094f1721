import { beforeEach, describe, expect, test } from "vitest";
import { updateOperation } from "#db/queries/operations.ts";
import { findPersonBySignInName, updatePerson } from "#db/queries/people.ts";
import { findRefundRequest, type RefundRequest } from "#db/queries/refund-requests.ts";
import { read, write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { prepareOperation } from "./payments/prepare.ts";
import { refundLeftCents } from "./payments/refund-limit.ts";
import { addPerson, RefundDesk, setStore } from "./testing/refund-desk.ts";
import { move } from "./testing/scripted-order.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;
const idOf = async (signInName: string) =>
  (await read((db) => findPersonBySignInName(db, signInName)))?.id ?? "";
const olive = await idOf("olive");
const desk = new RefundDesk(till, await idOf("casey"));
const { casey } = desk;

beforeEach(() => setStore(till.store.id, { cashierRefundLimitCents: 5_000, cutOffHour: 0 }));

const stored = async ({ id }: RefundRequest) => read((db) => findRefundRequest(db, id));
const refunds = ({ order }: { order: { uuid: string } }) => sezzle.seenOf("refund", order.uuid);

describe("declining and withdrawing", () => {
  test("a declined refund is never made, and says by whom and why", async () => {
    const asked = await desk.asked();
    granted(await desk.decline(asked.request, olive, "The receipt is missing"));
    granted(await desk.decline(asked.request, olive, "The receipt is missing"));
    expect(await desk.approve(asked.request)).toMatchObject({
      problem: { code: "already_decided", happened: "Olive has already declined this refund." },
    });
    expect(refunds(asked)).toEqual([]);
    expect(await till.lines(asked.saleId, "refund.declined")).toMatchObject([
      { person: "Olive", about: "Casey", data: { amountCents: 6_000, reason: "The receipt is missing" } },
    ]);
    granted(await desk.ask(await desk.wish(asked.saleId)));
  });

  test("only who asked withdraws, once", async () => {
    const asked = await desk.asked();
    expect(refusalCode(await desk.withdraw(asked.request, till.asker))).toBe("not_allowed");
    granted(await desk.withdraw(asked.request));
    granted(await desk.withdraw(asked.request));
    expect(refusalCode(await desk.approve(asked.request))).toBe("already_decided");
    expect(await till.view(asked.saleId)).toMatchObject({ refundRequest: null });
    expect(await till.lines(asked.saleId, "refund.withdrawn")).toHaveLength(1);
  });

  test("an approval, a decline and a withdrawal at the same moment are one decision", async () => {
    for (let round = 0; round < 3; round += 1) {
      const asked = await desk.asked();
      const results = await Promise.all([
        desk.withdraw(asked.request),
        desk.approve(asked.request),
        desk.decline(asked.request, olive),
      ]);
      expect(results.filter((it) => it.ok)).toHaveLength(1);
      const { decision, operationId } = (await stored(asked.request)) ?? {};
      expect(operationId !== null).toBe(decision === "approved");
      const told = await till.lines(
        asked.saleId,
        "refund.approved",
        "refund.declined",
        "refund.withdrawn",
        "operation.prepared",
      );
      expect(told.filter((it) => it.data.operation === undefined)).toHaveLength(1);
      expect(told.filter((it) => it.data.operation === "refund")).toHaveLength(operationId ? 1 : 0);
    }
  });
});

describe("a sale that changed so that the refund no longer fits", () => {
  const declined = async (saleId: string) => {
    const [line] = await till.lines(saleId, "refund.declined");
    return line && { person: line.person, about: line.about, message: line.data.message };
  };

  test("a refund in Sezzle's dashboard leaves too little: it is declined by itself, in words", async () => {
    const { request, order, saleId } = await desk.asked();
    move(order, "refunds", 4_500);
    await learn(order.uuid, "webhook");
    expect(await declined(saleId)).toEqual({
      person: null,
      about: "Casey",
      message: "only $55.00 is left to refund",
    });
    expect((await till.view(saleId)).refundRequest).toBeNull();
    expect(await desk.approve(request)).toMatchObject({
      problem: {
        code: "already_decided",
        happened: "This refund no longer fits the sale, and was declined.",
      },
    });
  });

  test("nothing is left", async () => {
    const { order, saleId } = await desk.asked();
    move(order, "refunds", 10_000);
    await learn(order.uuid, "poll");
    expect(await declined(saleId)).toMatchObject({ message: "nothing is left to refund" });
  });

  test("a manager made an equal refund themselves meanwhile", async () => {
    const { saleId } = await desk.asked({ amountCents: 5_000 });
    await till.act(saleId, "refund", 5_000);
    expect(await declined(saleId)).toMatchObject({ message: "$50.00 was refunded meanwhile" });
  });

  test("one that was asked for in addition waits on beside an equal one", async () => {
    const { saleId } = await desk.asked({ amountCents: 5_000, additional: true });
    await till.act(saleId, "refund", 5_000);
    expect(await declined(saleId)).toBeUndefined();
    expect((await till.view(saleId)).refundRequest).not.toBeNull();
  });

  test("one that fails leaves it waiting: what is under way decides nothing", async () => {
    const { saleId, order } = await desk.asked();
    sezzle.onNext("refund", { status: 422 });
    await till.act(saleId, "refund", 9_000);
    expect(await declined(saleId)).toBeUndefined();
    const { refundRequest } = await till.view(saleId);
    expect(refundRequest).not.toBeNull();
    expect(refunds({ order })).toHaveLength(1);
  });

  test("who asked no longer works here: it is declined when somebody would approve it", async () => {
    const alex = await addPerson("Alex", [{ storeId: till.store.id, role: "cashier" }]);
    const sale = await till.openCaptured();
    const asker = { ...casey, personId: alex.id };
    const request = granted(await desk.ask(await desk.wish(sale.saleId), asker));
    await write((db) => updatePerson(db, alex.id, { disabledAt: new Date() }));
    expect(refusalCode(await desk.approve(request))).toBe("already_decided");
    expect(await declined(sale.saleId)).toMatchObject({ message: "Alex no longer works in this store" });
    expect(refunds(sale)).toEqual([]);
  });
});

describe("the limit of a person and business day", () => {
  test("a refund before the cut-off hour counts on the day before, across a day of 23 hours", async () => {
    const { saleId } = await till.openCaptured();
    await setStore(till.store.id, { cutOffHour: 4 });
    const refundAt = async (at: string, amountCents: number) => {
      const wish = await desk.wish(saleId, { amountCents, additional: true });
      const result = await write((db) =>
        prepareOperation(db, casey, { ...wish, kind: "refund" }, new Date(at)),
      );
      if (result.ok) await write((db) => updateOperation(db, result.value.id, { state: "succeeded" }));
      return result.ok ? "done" : result.problem.code;
    };
    const leftAt = (at: string) => read((db) => refundLeftCents(db, casey, till.store.id, new Date(at)));
    // In Chicago the clock is put forward in the night to 8 March 2026: the business day of the 7th has 23 hours.
    expect(await refundAt("2026-03-07T10:00:00Z", 3_000)).toBe("done");
    expect(await leftAt("2026-03-08T08:59:59Z")).toBe(2_000);
    expect(await refundAt("2026-03-08T08:59:59Z", 2_001)).toBe("over_refund_limit");
    expect(await leftAt("2026-03-08T09:00:00Z")).toBe(5_000);
    expect(await leftAt("2026-03-07T09:59:59Z")).toBe(2_000);
  });
});
