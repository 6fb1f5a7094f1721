import fc from "fast-check";
import { expect, test } from "vitest";
import { readReceiptNumber, saleNumber } from "./reference.ts";

const bytes = fc.uint8Array({ minLength: 5, maxLength: 16 });

test("a sale's number tells the store and the local date", () => {
  expect(saleNumber("MAPLE", "2026-11-22", new Uint8Array([0, 7, 8, 29, 30]))).toBe("MAPLE-261122-29AZ2");
});

test("a sale's number is a reference Sezzle takes, whatever the random bytes", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const number = saleNumber("HARBR", "2026-01-02", random);
      expect(number).toMatch(/^HARBR-260102-[2-9A-HJKMNP-TV-Z]{5}$/);
      expect(readReceiptNumber(number)).toBe(number);
    }),
  );
});

test("the tail holds no character that is taken for another one", () => {
  const tails = Array.from({ length: 256 }, (_, byte) =>
    saleNumber("MAPLE", "2026-11-22", new Uint8Array(5).fill(byte)).slice(-5),
  );
  expect(tails.join("")).not.toMatch(/[01ILOU]/);
  expect(new Set(tails).size).toBe(30);
});

test("each random byte changes its own place of the tail", () => {
  const start = [0, 0, 0, 0, 0];
  const numbers = start.map((_, place) =>
    saleNumber("MAPLE", "2026-11-22", new Uint8Array(start.with(place, 1))),
  );
  expect(new Set(numbers).size).toBe(5);
});

test.each([
  ["1042", "1042"],
  [" A-1042_b ", "A-1042_b"],
  ["till 3 receipt 1042", "till-3-receipt-1042"],
  ["a \t b", "a-b"],
  ["x".repeat(60), "x".repeat(60)],
])("the receipt number %j is sent as %s", (text, reference) => {
  expect(readReceiptNumber(text)).toBe(reference);
});

test.each(["", "   ", "10/42", "№7", "é", "a.b", "#1042", "x".repeat(61), "1042\u0000"])(
  "the receipt number %j is not sent",
  (text) => {
    expect(readReceiptNumber(text)).toBeNull();
  },
);

test("whatever is typed becomes a reference Sezzle takes, or none", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const reference = readReceiptNumber(text);
      if (reference !== null) expect(reference).toMatch(/^[A-Za-z0-9_-]{1,60}$/);
    }),
  );
});
