import { expect, test } from "vitest";
import { type DisplayFacts, displayOf } from "./display.ts";
import { noAmounts, saleStatuses } from "./order-state.ts";
import type { OpenOperation } from "./sale-view.ts";

const at = "2026-11-22T20:10:00Z";
const qrHref = "/api/sales/s/qr";

const waiting: DisplayFacts = {
  ...{ ...noAmounts, amountCents: 8_450, currency: "USD", shopperLocale: "fr-CA", openOperation: null },
  checkoutUrl: "https://checkout.example/o",
};

test("a display is told the amount, the code, the state and the language, and nothing else", () => {
  const sale = { ...waiting, shopperName: "Ada", number: "MAPLE-1", sentTo: { masked: "•••-0147" } };
  expect(displayOf(sale, "link_sent", qrHref)).toEqual({
    ...{ amountCents: 8_450, currency: "USD", capturedCents: 0, refundedCents: 0 },
    ...{ state: "scan", qrHref, locale: "fr-CA" },
  });
});

test("the code is shown only while the shopper can use it", () => {
  const shown = saleStatuses.filter((status) => displayOf(waiting, status, qrHref).qrHref);
  expect(shown).toEqual(["link_sent"]);
  const unknown = { ...waiting, checkoutUrl: null };
  expect(displayOf(unknown, "link_sent", qrHref)).toMatchObject({ state: "wait", qrHref: null });
});

test("a denial reads like every other end without a charge", () => {
  const ends = ["denied", "cancelled", "checkout_expired", "failed", "released"] as const;
  const views = ends.map((status) => displayOf(waiting, status, qrHref));
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
      startedAt: at,
      startedBy: null,
      purpose: "this_order",
      repeatedUntil: null,
    };
    expect(displayOf({ ...waiting, openOperation }, status, qrHref).state).toBe("wait");
  }
});
