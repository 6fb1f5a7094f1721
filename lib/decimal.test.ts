import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDecimalCents, parseJsonWithDecimals } from "./decimal.ts";

test.each([
  [".30", 30],
  ["-43.80", -4380],
  ["-.5", -50],
  ["53", 5300],
  ["53.", 5300],
  ["+1.5", 150],
  [" 0.10 ", 10],
  ["12.3000", 1230],
  ["0", 0],
  ["-0.00", 0],
  ["1234567890123.45", 123456789012345],
])("%s is %i cents", (text, cents) => {
  expect(Object.is(parseDecimalCents(text), cents)).toBe(true);
});

test.each(["", "-", ".", "1.234", "1e2", "1,234.00", "$5", "NaN", "0x10", "--1", "12345678901234"])(
  "%s is no amount",
  (text) => {
    expect(parseDecimalCents(text)).toBeNull();
  },
);

test("any amount of cents that is written out is read back as it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (cents) => {
      const digits = String(Math.abs(cents)).padStart(3, "0");
      const text = `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      expect(parseDecimalCents(text)).toBe(cents);
    }),
  );
});

test("numbers of JSON keep the text they were written in, beyond what a float holds", () => {
  expect(
    parseJsonWithDecimals('[{"a": 1.10, "b": "x", "c": -90071992547409.93, "d": null, "e": true}]'),
  ).toEqual([{ a: "1.10", b: "x", c: "-90071992547409.93", d: null, e: true }]);
});
