import { expect, test } from "vitest";
import { type DisplayFacts, displayOf } from "./display.ts";
import { noAmounts, saleStatuses } from "./order-state.ts";
import type { OpenOperation } from "./sale-view.ts";

const now = new Date("2026-11-22T20:00:00Z");
const soon = "2026-11-22T20:10:00Z";
const qrHref = "/api/sales/s/qr";

const waiting: DisplayFacts = {
  ...{ ...noAmounts, amountCents: 8_450, currency: "USD", shopperLocale: "fr-CA", openOperation: null },
  ...{ status: "link_sent", checkoutUrl: "https://checkout.example/o" },
  ...{ checkoutExpiresAt: soon, authorizationExpiresAt: soon },
};

test("a display is told the amount, the code, the state and the language, and nothing else", () => {
  const sale = { ...waiting, shopperName: "Ada", number: "MAPLE-1", sentTo: { masked: "•••-0147" } };
  expect(displayOf(sale, qrHref, now)).toEqual({
    ...{ amountCents: 8_450, currency: "USD", capturedCents: 0, refundedCents: 0 },
    ...{ state: "scan", qrHref, locale: "fr-CA" },
  });
});

test("the code is shown only while the shopper can use it", () => {
  const shown = saleStatuses.filter((status) => displayOf({ ...waiting, status }, qrHref, now).qrHref);
  expect(shown).toEqual(["link_sent"]);
  const expired = { ...waiting, checkoutExpiresAt: "2026-11-22T19:59:00Z" };
  expect(displayOf(expired, qrHref, now)).toMatchObject({ state: "wait", qrHref: null });
  expect(displayOf({ ...waiting, checkoutUrl: null }, qrHref, now)).toMatchObject({ state: "wait" });
});

test("a denial reads like every other end without a charge", () => {
  const ends = ["denied", "cancelled", "checkout_expired", "failed", "released"] as const;
  const views = ends.map((status) => displayOf({ ...waiting, status }, qrHref, now));
  expect(new Set(views.map((it) => JSON.stringify(it))).size).toBe(1);
  expect(views[0]?.state).toBe("not_charged");
});

test("what has no confirmed end reads as waiting, never as done", () => {
  for (const status of ["authorized", "captured"] as const) {
    const openOperation: OpenOperation = {
      operationId: "o",
      kind: "capture",
      state: "unconfirmed",
      amountCents: 8_450,
      startedAt: soon,
      startedBy: null,
      purpose: "this_order",
      repeatedUntil: null,
    };
    expect(displayOf({ ...waiting, status, openOperation }, qrHref, now).state).toBe("wait");
  }
});
