import * as fc from "fast-check";
import { AsYouType, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { expect, test } from "vitest";
import { formatInternational, formatNational, isNorthAmericanNumber } from "./north-american-number.ts";

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((it) => it.join(""));

/** What libphonenumber takes for a number of the two countries that is neither free, premium nor personal. */
function isOneToTheLibrary(tenDigits: string): boolean {
  const number = parsePhoneNumberFromString(tenDigits, "US");
  const isHere = number?.country === "US" || number?.country === "CA";
  return isHere && number.getType() === "FIXED_LINE_OR_MOBILE";
}

test("each area code is one of the US or Canada exactly where libphonenumber says so", () => {
  for (let area = 0; area < 1000; area += 1) {
    for (const rest of ["2125550", "9999999", "5550147"]) {
      const number = `${String(area).padStart(3, "0")}${rest}`;
      expect([number, isNorthAmericanNumber(number)]).toEqual([number, isOneToTheLibrary(number)]);
    }
  }
});

test("any ten digits are a number of the US or Canada exactly where libphonenumber says so", () => {
  fc.assert(
    fc.property(digits(10), (number) => isNorthAmericanNumber(number) === isOneToTheLibrary(number)),
    { numRuns: 2_000 },
  );
});

test("a whole number is written as libphonenumber writes it, with and without the country's code", () => {
  const whole = digits(10).filter(isNorthAmericanNumber);
  fc.assert(
    fc.property(whole, (number) => {
      const known = parsePhoneNumberFromString(number, "US");
      expect(formatNational(number)).toBe(known?.formatNational());
      expect(formatInternational(number)).toBe(known?.formatInternational());
      expect(formatNational(number)).toBe(new AsYouType("US").input(number));
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["", ""],
  ["6", "6"],
  ["61", "61"],
  ["612", "(612)"],
  ["6125", "(612) 5"],
  ["612555", "(612) 555"],
  ["6125550", "(612) 555-0"],
])("%j is written %j while it is typed", (typed, shown) => {
  expect(formatNational(typed)).toBe(shown);
});
