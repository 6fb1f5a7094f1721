import { describe, expect, test } from "vitest";
import { addSums, dayBounds, noSums, openMattersOf } from "./day-report.ts";
import type { SaleView } from "./sale-view.ts";

const now = new Date("2026-11-22T12:00:00Z");
const soon = "2026-11-22T12:10:00Z";
const passed = "2026-11-22T11:50:00Z";

function sale(change: Partial<SaleView>): SaleView {
  return {
    ...{ saleId: "s", storeId: "m", number: "MAPLE-261122-7K3FQ", version: 1, asOfSeq: 1 },
    ...{ amountCents: 10_000, currency: "USD", status: "captured", statusAt: passed, createdAt: passed },
    ...{
      createdBy: "Casey",
      register: null,
      sentTo: { kind: "sms", masked: "•" },
      shopperName: "Ada",
      shopperLocale: "en-US" as const,
    },
    ...{ receiptNumber: null, referenceId: null, orderUuid: "o", checkoutUrl: null, checkoutExpiresAt: soon },
    ...{ authorizedCents: 10_000, capturedCents: 0, releasedCents: 0, refundedCents: 0 },
    ...{ authorizationExpiresAt: soon, confirmedAt: null, confirmedBy: null, unansweredAt: null },
    ...{ financingOption: null, openOperation: null, refusal: null, isCheckoutOpen: false, refunds: [] },
    ...{ letGoRefunds: [], otherApprovedCents: 0, otherOrders: [], lostLinkUntil: null, refundRequest: null },
    ...change,
  };
}

const operation = (change: Partial<SaleView["openOperation"]> = {}) => ({
  ...{ operationId: "op", kind: "capture", state: "unconfirmed", amountCents: 4_000, startedAt: passed },
  ...{ startedBy: "Morgan", purpose: "this_order", repeatedUntil: null },
  ...change,
});

describe("what of a sale is open", () => {
  test.each<[string, object, [kind: string, amountCents: number][]]>([
    ["paid", {}, []],
    ["a link", { status: "link_sent" }, [["link", 10_000]]],
    ["a link that has run out", { status: "link_sent", checkoutExpiresAt: passed }, [["checking", 10_000]]],
    ["perhaps never sent", { status: "unconfirmed" }, [["not_sure_sent", 10_000]]],
    [
      "perhaps never sent, long ago",
      { status: "unconfirmed", checkoutExpiresAt: "2026-11-22T11:00:00Z" },
      [],
    ],
    ["approved", { status: "authorized" }, [["approved", 10_000]]],
    [
      "part taken, part released",
      { status: "partially_captured", capturedCents: 2_000, releasedCents: 1_000 },
      [["approved", 7_000]],
    ],
    ["a lost capture", { status: "authorized", openOperation: operation() }, [["operation", 4_000]]],
    [
      "a lost refund beside what is approved",
      { status: "partially_captured", capturedCents: 6_000, openOperation: operation({ kind: "refund" }) },
      [
        ["operation", 4_000],
        ["approved", 4_000],
      ],
    ],
    [
      "other orders",
      {
        otherOrders: [
          { orderUuid: "a", isCheckoutOpen: false, releasableCents: 9_000 },
          { orderUuid: "b", isCheckoutOpen: true, releasableCents: 0 },
        ],
      },
      [
        ["other_order", 9_000],
        ["other_link", 10_000],
      ],
    ],
    ["a lost link", { lostLinkUntil: soon }, [["lost_link", 10_000]]],
    ["a lost link that is over", { lostLinkUntil: passed }, []],
    [
      "a refund that waits for a manager",
      {
        capturedCents: 10_000,
        refundRequest: {
          ...{ requestId: "r", personId: "c", askedBy: "Casey", register: null, askedAt: passed },
          ...{ amountCents: 6_000, reason: "Returned goods", additional: false },
        },
      },
      [["refund_asked", 6_000]],
    ],
  ])("%s", (_which, change, expected) => {
    const matters = openMattersOf(sale(change), now);
    expect(matters.map((it) => [it.kind, it.amountCents])).toEqual(expected);
    expect(new Set(matters.map((it) => it.key)).size).toBe(matters.length);
    expect(JSON.stringify(matters)).not.toContain("Ada");
  });
});

test("a day meets the closed days beside it, whatever its clock says", () => {
  const clock = { timeZone: "America/Chicago", cutOffHour: 4 };
  const planned = dayBounds("2026-11-22", clock, null, null);
  expect(planned).toEqual({
    from: new Date("2026-11-22T10:00:00Z"),
    to: new Date("2026-11-23T10:00:00Z"),
  });
  const [early, late] = [new Date("2026-11-22T03:00:00Z"), new Date("2026-11-23T06:00:00Z")];
  expect(dayBounds("2026-11-22", clock, { to: early }, null)).toEqual({ ...planned, from: early });
  expect(dayBounds("2026-11-22", clock, null, { from: late })).toEqual({ ...planned, to: late });
});

test("sums add up name by name", () => {
  const one = { ...noSums, captured: { count: 1, amountCents: 5 } };
  expect(addSums(one, one)).toEqual({ ...noSums, captured: { count: 2, amountCents: 10 } });
});
