import { expect, test } from "vitest";
import { storeDefaults } from "../store.ts";
import { type StoreSettings, settingFaultSentence } from "../store-settings.ts";
import { firstReasons, firstRegisterNames } from "./new-store-words.ts";
import { lifetimeWords, settingWords } from "./store-words.ts";

const harbour: StoreSettings = {
  ...{ name: "Harbour Road", code: "HARBR", currency: "CAD", timeZone: "America/Toronto", locale: "fr-CA" },
  ...{ minCents: 100, maxCents: 250_000, checkoutTtlMs: 30 * 60_000, cashierRefundLimitCents: 20_000 },
  ...storeDefaults("fr-CA"),
};

test.each([
  ["en-US", "CA$2,500.00"],
  ["en-CA", "$2,500.00"],
  ["fr-CA", "2\u00a0500,00\u00a0$"],
])("an amount of a Canadian store is written for a reader of %s as %s", (locale, amount) => {
  expect(settingWords("maxCents", harbour, locale)).toBe(amount);
});

test.each([
  ["checkoutTtlMs", "30 minutes"],
  ["capturePolicy", "encaissement à la remise"],
  ["cutOffHour", "00\u00a0h\u00a000"],
  ["contactRetentionDays", "gardées jusqu'à ce que quelqu'un les efface"],
  ["locale", "Français, Canada"],
  ["timeZone", "America/Toronto"],
  ["refundReasons", "Retour de marchandise, Ajustement de prix, Erreur"],
] as const)("%s reads in French: %s", (field, words) => {
  expect(settingWords(field, harbour, "fr-CA")).toBe(words);
});

test.each([
  [90, "1 hour 30 minutes", "1 heure 30 minutes"],
  [61, "1 hour 1 minute", "1 heure 1 minute"],
  [1440, "24 hours", "24 heures"],
])("a link of %d minutes lives %s, in French %s", (minutes, english, french) => {
  expect(lifetimeWords(minutes * 60_000, "en-US")).toBe(english);
  expect(lifetimeWords(minutes * 60_000, "fr-CA")).toBe(french);
});

test.each([
  ["refundReasons", "1 to 12 different reasons, each a few words.", /^De 1 à 12 motifs/],
  ["contactRetentionDays", "30 to 3650 days.", /^De 30 à 3650 jours\.$/],
  ["maxCents", "At least the least amount.", /^Au moins le montant minimal\.$/],
] as const)("what is wrong with %s is told in both languages: %s", (field, english, french) => {
  expect(settingFaultSentence(field, "en-US")).toBe(english);
  expect(settingFaultSentence(field, "fr-CA")).toMatch(french);
});

test("a new store begins with reasons and registers in its own language", () => {
  expect(firstReasons("en-CA")).toEqual(["Returned goods", "Price adjustment", "Mistake"]);
  expect(firstRegisterNames(2, "en-US")).toEqual(["Register 1", "Register 2"]);
  expect(firstReasons("fr-CA")).toEqual(["Retour de marchandise", "Ajustement de prix", "Erreur"]);
  expect(firstRegisterNames(2, "fr-CA")).toEqual(["Caisse 1", "Caisse 2"]);
});
