import { expect, test } from "vitest";
import type { ExpiryWarning } from "../expiry-warning.ts";
import { expirySpoken, shortContact } from "./expiry-words.ts";
import { gatewayDownWords } from "./gateway-words.ts";

const now = new Date("2026-11-22T20:03:20Z");
const warning: ExpiryWarning = {
  saleId: "s1",
  storeId: "st1",
  leftCents: 4_620,
  currency: "CAD",
  sentTo: { kind: "sms", masked: "(•••) •••-2290" },
  expiresAt: new Date(now.getTime() + 5 * 60_000),
  stage: "soon",
};

test.each([
  [
    "en-CA",
    "The approval of $46.20 for the shopper with 2 2 9 0 runs out: 5 minutes left. Capture it or release it.",
  ],
  [
    "fr-CA",
    "L'approbation de 46,20\u00a0$ pour le client au 2 2 9 0 expire\u00a0: il reste 5 minutes. Encaissez ou libérez.",
  ],
])(
  "in %s an approval that runs out is read aloud with amount, shopper, time and what to do",
  (locale, said) => {
    expect(expirySpoken(warning, now, locale)).toBe(said);
  },
);

test("a contact in short tells two shoppers apart", () => {
  expect(shortContact(warning.sentTo, "en-US")).toBe("••• 2290");
  expect(shortContact({ kind: "email", masked: "a•••@example.com" }, "en-US")).toBe("a•••@example.com");
  expect(shortContact({ kind: "sms", masked: "contact erased" }, "en-US")).toBe("contact erased");
});

test.each(["en-US", "en-CA", "fr-CA"])(
  "in %s a Sezzle that does not answer is told with the time, the money and what to do",
  (locale) => {
    const since = new Date("2026-11-22T20:01:00Z");
    const { happened, money, next } = gatewayDownWords(since, now, { timeZone: "America/Toronto", locale });
    expect(happened).toMatch(/15.{1,3}01/);
    expect(money).toMatch(/^(Nothing is lost|Rien n'est perdu)/);
    expect(next).not.toBe("");
  },
);
