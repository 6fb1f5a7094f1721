import fc from "fast-check";
import { expect, test } from "vitest";
import { locales } from "./language.ts";
import {
  assertCents,
  currencies,
  formatMoney,
  formatTotal,
  isCents,
  largestAmountCents,
  moneyParts,
  parseAmount,
  plainAmount,
  pressBackspace,
  pressDigit,
} from "./money.ts";

const cents = fc.integer({ min: 0, max: largestAmountCents });

test.each([0, 1, 8450, largestAmountCents])("%d is an amount in cents", (value) => {
  expect(isCents(value)).toBe(true);
  expect(assertCents(value)).toBe(value);
});

test.each([-1, 0.5, 84.5, largestAmountCents + 1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
  "%d is not an amount in cents",
  (value) => {
    expect(isCents(value)).toBe(false);
    expect(() => assertCents(value)).toThrow(RangeError);
  },
);

test.each(["8450", null, undefined, 8450n, {}])("%o is not an amount in cents", (value) => {
  expect(isCents(value)).toBe(false);
});

test.each([
  [0, "USD" as const, "en-US", "$0.00"],
  [5, "USD" as const, "en-US", "$0.05"],
  [8450, "USD" as const, "en-US", "$84.50"],
  [108_450, "USD" as const, "en-US", "$1,084.50"],
  [8450, "CAD" as const, "en-CA", "$84.50"],
  [8450, "CAD" as const, "en-US", "CA$84.50"],
  [8450, "USD" as const, "en-CA", "US$84.50"],
  [108_450, "CAD" as const, "fr-CA", "1 084,50 $"],
])("%d cents of %s read by %s are %s", (amountCents, currency, locale, written) => {
  expect(formatMoney(amountCents, currency, locale).replace(/\s/g, " ")).toBe(written);
});

test("amounts and sums are written as the locale's rules have it", () => {
  const sums = fc.integer({ min: -1e12, max: 1e12 });
  fc.assert(
    fc.property(
      sums,
      fc.constantFrom(...currencies),
      fc.constantFrom(...locales),
      (sum, currency, locale) => {
        const { format } = new Intl.NumberFormat(locale, { style: "currency", currency });
        expect(formatTotal(sum, currency, locale)).toBe(format(sum / 100));
      },
    ),
  );
});

test.each([
  [108_450, "USD", "en-US", { symbol: "$", number: "1,084.50", symbolFirst: true }],
  [0, "USD", "en-US", { symbol: "$", number: "0.00", symbolFirst: true }],
  [108_450, "CAD", "en-CA", { symbol: "$", number: "1,084.50", symbolFirst: true }],
  [8450, "CAD", "fr-CA", { symbol: "$", number: "84,50", symbolFirst: false }],
] as const)("%i cents of %s for %s come in parts", (cents, currency, locale, expected) => {
  expect(moneyParts(cents, currency, locale)).toEqual(expected);
});

test("an amount that is not whole cents is never written for people", () => {
  expect(() => formatMoney(84.5, "USD")).toThrow(RangeError);
  expect(() => formatMoney(-1, "USD")).toThrow(RangeError);
  expect(() => formatTotal(84.5, "USD")).toThrow(RangeError);
  expect(() => moneyParts(-1, "USD", "en-US")).toThrow(RangeError);
});

test.each([
  [0, "8", 8],
  [8, "4", 84],
  [84, "5", 845],
  [845, "0", 8450],
  [84, "00", 8400],
  [0, "0", 0],
  [0, "00", 0],
])("%d followed by the key %s is %d", (before, digit, after) => {
  expect(pressDigit(before, digit)).toBe(after);
});

test("the keypad stays where it is when an amount would grow too large", () => {
  expect(pressDigit(largestAmountCents, "0")).toBe(largestAmountCents);
  expect(pressDigit(largestAmountCents / 10, "0")).toBe(largestAmountCents);
  expect(pressDigit(largestAmountCents / 10, "1")).toBe(largestAmountCents / 10);
  expect(pressDigit(largestAmountCents / 10, "00")).toBe(largestAmountCents / 10);
});

test("backspace takes the last digit, and nothing from nothing", () => {
  expect(pressBackspace(8450)).toBe(845);
  expect(pressBackspace(5)).toBe(0);
  expect(pressBackspace(0)).toBe(0);
});

test("backspace takes back every digit that was taken", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: largestAmountCents / 10 - 1 }), fc.nat(9), (before, digit) => {
      expect(pressBackspace(pressDigit(before, String(digit)))).toBe(before);
    }),
  );
});

test.each([
  ["84", 8400],
  ["84.", 8400],
  ["84.5", 8450],
  ["84.50", 8450],
  ["$84.50", 8450],
  [" 84.50 ", 8450],
  ["1,084.50", 108_450],
  ["$1,000,000.00", largestAmountCents],
  ["0", 0],
  ["0.01", 1],
  ["0.07", 7],
  ["1.10", 110],
  ["8.29", 829],
  ["007", 700],
])("%j reads as %d cents", (text, amountCents) => {
  expect(parseAmount(text, "en-US")).toBe(amountCents);
});

test.each([
  "",
  " ",
  "$",
  "-5",
  "+5",
  "84.505",
  "84,50",
  "1,08",
  "10,84.00",
  "1.084,50",
  "84.5.0",
  "84 50",
  "1e3",
  "0x10",
  "NaN",
  "Infinity",
  "84$",
  "$$84",
  "٨٤",
  "1000000.01",
  "10000000",
])("%j is not an amount", (text) => {
  expect(parseAmount(text, "en-CA")).toBeNull();
});

test.each([
  ["84,5", 8_450],
  ["84,50", 8_450],
  ["84.50", 8_450],
  ["84", 8_400],
  ["1\u00a0084,50\u00a0$", 108_450],
  ["1 084,50 $", 108_450],
  ["84$", 8_400],
])("in French %j reads as %d cents", (text, amountCents) => {
  expect(parseAmount(text, "fr-CA")).toBe(amountCents);
});

test.each(["1,084.50", "1,084", "84,505", "1.084,50", "$84", "84 50", "-5"])(
  "in French %j is not an amount",
  (text) => {
    expect(parseAmount(text, "fr-CA")).toBeNull();
  },
);

test("an amount in a field reads back as the same cents", () => {
  fc.assert(
    fc.property(cents, fc.constantFrom("en-US", "en-CA", "fr-CA"), (amountCents, locale) => {
      expect(parseAmount(plainAmount(amountCents, locale), locale)).toBe(amountCents);
    }),
  );
});

test("what is written for people reads back as the same cents", () => {
  fc.assert(
    fc.property(cents, fc.constantFrom(...currencies), fc.boolean(), (amountCents, currency, isFrench) => {
      const locale = currency === "USD" ? "en-US" : isFrench ? "fr-CA" : "en-CA";
      expect(parseAmount(formatMoney(amountCents, currency, locale), locale)).toBe(amountCents);
    }),
  );
});

test("whatever a person types is whole cents or no amount", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\$?[\d,.]{0,12}$/)), (text) => {
      const amountCents = parseAmount(text, "en-US");
      expect(amountCents === null || isCents(amountCents)).toBe(true);
    }),
  );
});
