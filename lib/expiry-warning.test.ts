import { describe, expect, test } from "vitest";
import { type ExpiryStage, expiryStage, expiryWarnings } from "./expiry-warning.ts";
import type { SaleView } from "./sale-view.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const approvedAt = new Date("2026-11-22T14:00:00Z");
const later = (ms: number) => new Date(approvedAt.getTime() + ms);

describe("an approval of so long warns when so much of it is left", () => {
  test.each<[forMs: number, leftMs: number, stage: ExpiryStage | null]>([
    [30 * minute, 30 * minute, null],
    [30 * minute, 10 * minute, null],
    [30 * minute, 10 * minute - 1, "soon"],
    [30 * minute, 3 * minute, "soon"],
    [30 * minute, 3 * minute - 1, "last"],
    [30 * minute, 1, "last"],
    [30 * minute, 0, null],
    [30 * minute, -minute, null],
    [5 * minute, 5 * minute, "soon"],
    [2 * minute, 2 * minute, "last"],
    [4 * hour, 24 * minute, null],
    [4 * hour, 24 * minute - 1, "soon"],
    [7 * day, hour, null],
    [7 * day, hour - 1, "soon"],
    [7 * day, 3 * minute - 1, "last"],
  ])("%i ms long, %i ms left: %s", (forMs, leftMs, stage) => {
    expect(expiryStage(later(forMs), approvedAt, later(forMs - leftMs))).toBe(stage);
  });
});

const approved = {
  saleId: "s",
  storeId: "st",
  status: "authorized",
  statusAt: approvedAt.toISOString(),
  currency: "USD",
  sentTo: { kind: "sms", masked: "(•••) •••-2290" },
  authorizedCents: 10_000,
  capturedCents: 0,
  releasedCents: 0,
  refundedCents: 0,
  authorizationExpiresAt: later(30 * minute).toISOString(),
  openOperation: null,
} as Partial<SaleView> as SaleView;

const near = later(25 * minute);
const openCapture = {
  operationId: "o",
  kind: "capture",
  state: "sending",
  amountCents: 10_000,
  startedAt: near.toISOString(),
  startedBy: "Casey",
  purpose: "this_order",
  repeatedUntil: null,
} as const;

describe("a store is warned", () => {
  test("of what can still be captured, and by when", () => {
    expect(expiryWarnings([approved], near)).toEqual([
      {
        saleId: "s",
        storeId: "st",
        leftCents: 10_000,
        currency: "USD",
        sentTo: approved.sentTo,
        expiresAt: later(30 * minute),
        stage: "soon",
      },
    ]);
  });

  test("of the rest of a sale that is taken in part", () => {
    const part = { status: "partially_captured", capturedCents: 2_000, releasedCents: 500 } as const;
    expect(expiryWarnings([{ ...approved, ...part }], near)).toMatchObject([{ leftCents: 7_500 }]);
  });

  test("of the soonest first", () => {
    const sales = [28, 26, 27].map((minutes) => ({
      ...approved,
      saleId: `ends at ${minutes}`,
      authorizationExpiresAt: later(minutes * minute).toISOString(),
    }));
    const told = expiryWarnings(sales, near);
    expect(told.map((it) => it.saleId)).toEqual(["ends at 26", "ends at 27", "ends at 28"]);
    expect(told.map((it) => it.stage)).toEqual(["last", "last", "soon"]);
  });

  test.each<[string, Partial<SaleView>]>([
    ["is captured", { status: "captured", capturedCents: 10_000 }],
    ["is released", { status: "released", releasedCents: 10_000 }],
    ["waits for the shopper", { status: "link_sent", authorizationExpiresAt: null }],
    ["has run out", { status: "authorization_expired" }],
    ["is being captured at this moment", { openOperation: openCapture }],
    ["is not known to be approved now", { status: "checking" }],
    ["names no end", { authorizationExpiresAt: null }],
    ["has long to go", { authorizationExpiresAt: later(2 * hour).toISOString() }],
  ])("of no sale that %s", (_what, change) => {
    expect(expiryWarnings([{ ...approved, ...change }], near)).toEqual([]);
  });

  test("no longer once the end has passed, also after the tablet slept over it", () => {
    expect(expiryWarnings([approved], later(30 * minute))).toEqual([]);
    expect(expiryWarnings([approved], later(3 * hour))).toEqual([]);
  });
});
