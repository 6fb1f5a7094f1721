import { expect, test } from "vitest";
import { offlineHtml } from "../offline-page.ts";
import { displayWords } from "./display-words.ts";
import { offlineWords } from "./offline-words.ts";
import { receiptTime, receiptWords } from "./receipt-words.ts";

test("each state of a display says the same amounts in every language", () => {
  const amounts = { amount: "<amount>", paid: "<paid>", refunded: "<refunded>" };
  const amountsIn = (text = "") => text.match(/<\w+>/g)?.sort() ?? [];
  for (const [state, { line }] of Object.entries(displayWords.en.states)) {
    const french = displayWords.fr.states[state as keyof typeof displayWords.fr.states].line;
    expect(amountsIn(french?.(amounts)), state).toEqual(amountsIn(line?.(amounts)));
  }
});

test("a receipt that is no proof of payment says so in every language", () => {
  for (const { states } of Object.values(receiptWords)) {
    for (const state of ["approved", "waiting", "not_charged", "not_confirmed"] as const)
      expect(states[state].means, state).toMatch(/proof of payment|preuve de paiement/);
    for (const state of ["paid", "part_paid"] as const)
      expect(states[state].means, state).toMatch(/paid with Sezzle|payée? avec Sezzle/i);
  }
});

test("a receipt's moment is that of the store's clock, as the shopper's language writes it", () => {
  const at = "2026-11-22T20:03:00Z";
  const english = receiptTime(at, { timeZone: "America/Chicago", locale: "en-US" });
  expect(english).toMatch(/^Nov 22, 2026, 2:03\sPM$/);
  const french = receiptTime(at, { timeZone: "America/Toronto", locale: "fr-CA" });
  expect(french).toMatch(/^22 nov\. 2026, 15\sh\s03$/);
});

test("the page for no connection is whole in itself and has every language", () => {
  const html = offlineHtml();
  for (const { title, tryNow } of Object.values(offlineWords)) {
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(tryNow);
  }
  expect(html).not.toMatch(/<link|src=|https?:/);
});
