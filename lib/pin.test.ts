import { expect, test } from "vitest";
import { isGoodPin, pinComplaint } from "./pin.ts";

test.each(["4826", "90217", "582013", "77310548", "1357902"])("%s will do", (pin) => {
  expect(pinComplaint(pin, "en-US")).toBeNull();
});

test.each(["", "482", "482613579", "48 26", "48a6", "-482", "４８２６"])("%j is no PIN", (pin) => {
  expect(pinComplaint(pin, "en-US")).toBe("Use 4 to 8 digits.");
});

test.each([
  ["0000", "one digit"],
  ["1212", "two digits"],
  ["1122", "two digits"],
  ["1234", "a row"],
  ["4321", "a row"],
  ["8901", "a row over zero"],
  ["2468", "a row in twos"],
  ["482482", "the same twice"],
  ["1987", "a year"],
  ["2026", "a year"],
])("%s is guessed too easily: %s", (pin) => {
  expect(pinComplaint(pin, "en-US")).toMatch(/^This one is guessed too easily/);
});

test.each([
  ["123", "Utilisez de 4 à 8 chiffres."],
  ["1234", "Celui-ci se devine trop facilement : pas de suites, de répétitions ni d'années."],
])("%s will not do, and a French reader is told why: %s", (pin, complaint) => {
  expect(pinComplaint(pin, "fr-CA")).toBe(complaint);
  expect(isGoodPin(pin)).toBe(false);
});
