import { expect, test } from "vitest";
import { differenceKinds, lineTypes } from "../payout.ts";
import { differenceWords } from "./payout-difference-words.ts";
import { payoutTroubleWords, unreadDetails, unreadPayouts } from "./payout-trouble-words.ts";
import { lineTypeWords, namedTypeCodes, oneLineWords } from "./payout-type-words.ts";
import { payoutMoney } from "./payout-words.ts";

test.each<[number, string, string, string]>([
  [8_450, "USD", "en-US", "$84.50"],
  [-4_380, "USD", "en-US", "−$43.80"],
  [-0, "USD", "en-US", "$0.00"],
  [123_456_789_012, "CAD", "en-US", "CA$1,234,567,890.12"],
  [-4_380, "USD", "en-CA", "−US$43.80"],
  [-4_380, "CAD", "fr-CA", "−43,80\u00a0$"],
])("%d cents of %s are written for %s as %s", (cents, currency, locale, text) => {
  expect(payoutMoney(cents, currency, locale)).toBe(text);
});

test.each(["en-US", "fr-CA"])(
  "in %s every kind of difference has a name and a reason of its own",
  (locale) => {
    const words = differenceKinds.map((kind) => differenceWords(kind, locale));
    expect(new Set(words.map((it) => it.title)).size).toBe(differenceKinds.length);
    expect(new Set(words.map((it) => it.why)).size).toBe(differenceKinds.length);
  },
);

test("every type of line the till knows has a name in each language, and one it does not know its code", () => {
  expect(namedTypeCodes.toSorted()).toEqual(Object.keys(lineTypes).toSorted());
  for (const code of namedTypeCodes) {
    expect(lineTypeWords(code, "fr-CA")).not.toContain(code);
    expect(oneLineWords(code, "fr-CA")).not.toContain(code);
  }
  expect(lineTypeWords("099", "fr-CA")).toBe("Type 099, inconnu de la caisse");
  expect(oneLineWords("099", "en-CA")).toBe("Type 099");
});

test.each([
  [unreadDetails(404), "Sezzle says that it has no details of this payout."],
  [unreadDetails(500), "Sezzle did not give the details of this payout (it answered 500)."],
  [unreadDetails(null), "cannot be read for certain"],
  [unreadPayouts(undefined), "The till itself failed while it read the payouts."],
  [unreadPayouts(null), "Sezzle could not be reached."],
  [unreadPayouts(403), "(it answered 403). Ask Sezzle whether they are enabled."],
  [unreadPayouts(500), "Sezzle did not give the payouts (it answered 500)."],
  [unreadPayouts(200), "Sezzle's list of payouts could not be read."],
])("what is kept as %s is told in the reader's language", (kept, english) => {
  expect(payoutTroubleWords(kept, "en-US")).toContain(english);
  const french = payoutTroubleWords(kept, "fr-CA");
  expect(french).not.toContain(kept);
  expect(french.match(/\d+/)?.[0]).toBe(payoutTroubleWords(kept, "en-US").match(/\d+/)?.[0]);
});

test("what an earlier version kept as a sentence stays as it was written", () => {
  expect(payoutTroubleWords("Sezzle could not be reached.", "fr-CA")).toBe("Sezzle could not be reached.");
});
