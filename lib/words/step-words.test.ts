import { expect, test } from "vitest";
import {
  additionalRefundWords,
  captureConsequence,
  letGoRefundWords,
  referenceError,
  refundConsequence,
  releaseConsequence,
  takenWords,
} from "./step-words.ts";

const facts = { currency: "USD", locale: "en-US", until: "14:30" } as const;

test("capturing a part says what can still be taken, and until when", () => {
  expect(captureConsequence(2000, 8450, facts)).toBe(
    "Sezzle takes $20.00 from the shopper's plan. $64.50 can still be taken until 14:30.",
  );
});

test("capturing all says that nothing is left", () => {
  expect(captureConsequence(8450, 8450, facts)).toBe(
    "Sezzle takes $84.50 from the shopper's plan. Nothing is left to take after that.",
  );
});

test("without a known end, none is claimed", () => {
  expect(captureConsequence(2000, 8450, { ...facts, until: null })).toContain("$64.50 can still be taken.");
});

test("releasing a part says what is left", () => {
  expect(releaseConsequence(2000, 8450, facts)).toBe(
    "$20.00 is no longer held for this sale and cannot be taken any more. $64.50 can still be taken until 14:30.",
  );
});

test.each([
  [2000, 8450, "$64.50 stays paid."],
  [8450, 8450, "Nothing stays paid."],
])("refunding %i of %i says: %s", (refundCents, paidCents, expected) => {
  expect(refundConsequence(refundCents, paidCents, facts)).toContain(expected);
});

test("a second refund of one amount is told as such", () => {
  expect(additionalRefundWords(2000, "14:02", facts)).toBe(
    "This is another refund, in addition to $20.00 refunded at 14:02.",
  );
});

test("a refund that follows one whose answer was lost says that both may be made", () => {
  expect(letGoRefundWords(2000, "14:02", facts)).toBe(
    "A refund of $20.00 asked for at 14:02 was closed without Sezzle's answer. If Sezzle made it after all, the shopper gets both.",
  );
});

test("a partly taken sale says how much, and what can be taken until when", () => {
  const amounts = { authorizedCents: 10_000, capturedCents: 2000, releasedCents: 1000 };
  expect(takenWords(amounts, facts)).toBe("$20.00 of $100.00 taken; $70.00 can be taken until 14:30.");
});

test.each([
  ["", "Type the receipt number."],
  ["   ", "Type the receipt number."],
  ["R/1", "Letters, digits, - and _ only, at most 60."],
  ["a".repeat(61), "Letters, digits, - and _ only, at most 60."],
  ["R-20417", null],
  ["R 20417", null],
])("the receipt number %j is answered with %j", (text, expected) => {
  expect(referenceError(text, "en-US")).toBe(expected);
});
