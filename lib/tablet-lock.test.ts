import { describe, expect, test } from "vitest";
import type { OperationState } from "./operation.ts";
import { saleStatuses } from "./order-state.ts";
import { isLockDue, saleWork } from "./tablet-lock.ts";

const minute = 60_000;
const idle = { isSending: false, isBegun: false };

describe("a paired tablet locks itself", () => {
  test("after two minutes without a touch", () => {
    expect(isLockDue(2 * minute - 1, idle)).toBe(false);
    expect(isLockDue(2 * minute, idle)).toBe(true);
  });

  test("in the middle of a sale only after a quarter of an hour", () => {
    const begun = { ...idle, isBegun: true };
    expect(isLockDue(15 * minute - 1, begun)).toBe(false);
    expect(isLockDue(15 * minute, begun)).toBe(true);
  });

  test("never while money is being asked for, however long that takes", () => {
    for (const isBegun of [true, false])
      expect(isLockDue(600 * minute, { isSending: true, isBegun })).toBe(false);
  });
});

describe("the sale on screen", () => {
  test("is in the middle of something while it waits for the shopper or is approved and not taken", () => {
    const begun = saleStatuses.filter((status) => saleWork({ status, openOperation: null }).isBegun);
    expect(begun).toEqual([
      ...["creating", "unconfirmed", "link_sent", "checking", "authorized", "partially_captured"],
    ]);
  });

  test("asks for money while an operation is on its way, and no longer once its answer was lost", () => {
    const asks = (state: OperationState) =>
      saleWork({
        status: "captured",
        openOperation: {
          ...{ operationId: "o", kind: "refund", state, amountCents: 100, startedAt: "", startedBy: null },
          ...{ purpose: "this_order", repeatedUntil: null },
        },
      }).isSending;
    expect((["prepared", "sending", "unconfirmed"] as const).map(asks)).toEqual([true, true, false]);
  });
});
