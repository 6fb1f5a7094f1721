import { expect, test } from "vitest";
import { differenceKinds } from "../payout.ts";
import { differenceWords, payoutMoney } from "./payout-words.ts";

test.each<[number, string, string, string]>([
  [8_450, "USD", "en-US", "$84.50"],
  [-4_380, "USD", "en-US", "−$43.80"],
  [-0, "USD", "en-US", "$0.00"],
  [123_456_789_012, "CAD", "en-US", "CA$1,234,567,890.12"],
])("%d cents of %s are written for %s as %s", (cents, currency, locale, text) => {
  expect(payoutMoney(cents, currency, locale)).toBe(text);
});

test("every kind of difference has a name and a reason of its own", () => {
  const words = differenceKinds.map(differenceWords);
  expect(new Set(words.map((it) => it.title)).size).toBe(differenceKinds.length);
  expect(new Set(words.map((it) => it.why)).size).toBe(differenceKinds.length);
});
