import { describe, expect, test } from "vitest";
import { noAmounts, type SaleStatus, saleStatuses } from "./order-state.ts";
import { type ReceiptFacts, receiptOf } from "./receipt.ts";
import type { OpenOperation } from "./sale-view.ts";

const now = new Date("2026-11-22T20:00:00Z");
const at = "2026-11-22T19:58:00Z";
const soon = "2026-11-22T20:10:00Z";

function sale(status: SaleStatus, change: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    ...{ ...noAmounts, status, checkoutExpiresAt: soon, authorizationExpiresAt: soon },
    ...{ openOperation: null, refunds: [], letGoRefunds: [], otherApprovedCents: 0 },
    ...change,
  };
}

function open(kind: OpenOperation["kind"], amountCents: number | null): OpenOperation {
  return {
    ...{ operationId: "o", kind, state: "unconfirmed", amountCents, startedAt: at, startedBy: "Casey" },
    ...{ purpose: "this_order", repeatedUntil: null },
  };
}

describe("a receipt", () => {
  test("says paid of no status but those in which Sezzle has taken money", () => {
    const says = (status: SaleStatus) => receiptOf(sale(status), [], now).state;
    const paid = saleStatuses.filter((it) => ["paid", "part_paid", "partly_refunded"].includes(says(it)));
    expect(paid).toEqual(["partially_captured", "captured", "partially_refunded"]);
    expect(saleStatuses.filter((it) => says(it) === "not_confirmed")).toEqual(["unconfirmed", "checking"]);
  });

  test("says not confirmed of what has run out and is not known, though it was approved when it was written", () => {
    const passed = { authorizedCents: 10_000, authorizationExpiresAt: at };
    expect(receiptOf(sale("authorized", passed), [], now)).toMatchObject({
      ...{ state: "not_confirmed", approvedCents: 0 },
    });
  });

  test("keeps a capture that is not confirmed apart from what is paid, and out of what is still approved", () => {
    const amounts = { authorizedCents: 10_000, capturedCents: 2_000 };
    const openOperation = open("capture", 3_000);
    const captures = [{ amountCents: 2_000, at }];
    const receipt = receiptOf(sale("partially_captured", { ...amounts, openOperation }), captures, now);
    expect(receipt).toMatchObject({ state: "not_confirmed", captures, approvedCents: 5_000 });
    expect(receipt.unconfirmed).toEqual([{ kind: "capture", amountCents: 3_000, at }]);
  });

  test("says what stays paid after refunds, unless one of them is not confirmed", () => {
    const amounts = { authorizedCents: 10_000, capturedCents: 10_000, refundedCents: 2_500 };
    const refunds = [{ amountCents: 2_500, at, source: "dashboard" }];
    const partly = sale("partially_refunded", { ...amounts, refunds });
    expect(receiptOf(partly, [], now)).toMatchObject({
      ...{ state: "partly_refunded", refunds: [{ amountCents: 2_500, at }], staysPaidCents: 7_500 },
    });
    const inDoubt = receiptOf({ ...partly, openOperation: open("refund", 1_000) }, [], now);
    expect(inDoubt).toMatchObject({ state: "not_confirmed", staysPaidCents: null });
    const letGo = receiptOf({ ...partly, letGoRefunds: [{ amountCents: 1_000, at }] }, [], now);
    expect(letGo).toMatchObject({ state: "partly_refunded", staysPaidCents: null });
    expect(letGo.unconfirmed).toEqual([{ kind: "refund", amountCents: 1_000, at }]);
  });

  test("has lines that add up: movements that do not are one line of the whole amount", () => {
    const paid = sale("captured", { authorizedCents: 10_000, capturedCents: 10_000 });
    const halves = [
      { amountCents: 4_000, at },
      { amountCents: 6_000, at: soon },
    ];
    expect(receiptOf(paid, halves, now).captures).toEqual(halves);
    expect(receiptOf(paid, halves.slice(1), now).captures).toEqual([{ amountCents: 10_000, at: null }]);
    expect(receiptOf(sale("authorized"), halves, now).captures).toEqual([]);
  });

  test("counts nothing of another link, and says how much is approved on it", () => {
    const elsewhere = sale("captured", {
      ...{ authorizedCents: 10_000, capturedCents: 10_000, otherApprovedCents: 10_000 },
      openOperation: { ...open("release", 10_000), purpose: "other_order" },
    });
    expect(receiptOf(elsewhere, [], now)).toMatchObject({
      ...{ state: "paid", elsewhereCents: 10_000, unconfirmed: [] },
    });
  });
});
