import { expect, test } from "vitest";
import {
  amountProblemWords,
  limitsWords,
  type NewSaleFacts,
  newSaleStep,
  otherShopperLocale,
} from "./new-sale-words.ts";

const facts: NewSaleFacts = {
  amountCents: 8450,
  minCents: 3500,
  maxCents: 250_000,
  currency: "USD",
  locale: "en-US",
  contactKind: "sms",
  contactState: "ready",
};

test.each<[Partial<NewSaleFacts>, string, string, boolean]>([
  [{ amountCents: 0 }, "amount", "Enter an amount", false],
  [{ amountCents: 0, contactState: "wrong" }, "amount", "Enter an amount", false],
  [{ amountCents: 3499 }, "amount", "Change the amount", false],
  [{ amountCents: 250_001 }, "amount", "Change the amount", false],
  [{ contactState: "incomplete" }, "contact", "Next: mobile number", true],
  [{ contactState: "incomplete", contactKind: "email" }, "contact", "Next: e-mail", true],
  [{ contactState: "wrong" }, "contact", "Check the mobile number", false],
  [{ amountCents: 3500 }, "send", "Send link for $35.00", true],
  [{ amountCents: 250_000 }, "send", "Send link for $2,500.00", true],
])("with %o the next step is %s: %s", (change, goal, label, ready) => {
  expect(newSaleStep({ ...facts, ...change })).toEqual({ goal, label, ready });
});

test.each([
  [0, null],
  [3499, "This store sends at least $35.00."],
  [3500, null],
  [250_001, "This store sends at most $2,500.00."],
])("an amount of %i cents is answered with %j", (amountCents, expected) => {
  expect(amountProblemWords({ ...facts, amountCents })).toBe(expected);
});

test("the limits are told in one line", () => {
  expect(limitsWords(facts)).toBe("From $35.00 to $2,500.00");
});

test.each<[Partial<NewSaleFacts>, string]>([
  [{ amountCents: 0 }, "Entrer un montant"],
  [{ amountCents: 3499 }, "Corriger le montant"],
  [{ contactState: "incomplete" }, "Suite\u00a0: numéro mobile"],
  [{ contactState: "wrong", contactKind: "email" }, "Vérifier le courriel"],
  [{}, "Envoyer le lien de 84,50\u00a0$"],
])("in French with %o the next step is: %s", (change, label) => {
  const french = { ...facts, currency: "CAD", locale: "fr-CA" } as const;
  expect(newSaleStep({ ...french, ...change })).toMatchObject({ label });
});

test.each([
  ["en-CA", "fr-CA"],
  ["en-US", "fr-CA"],
  ["fr-CA", "en-CA"],
])("after %s a touch has the shopper's message written in %s", (now, other) => {
  expect(otherShopperLocale(now)).toBe(other);
});
