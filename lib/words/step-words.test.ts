import { expect, test } from "vitest";
import { operationKinds } from "../operation.ts";
import { amountsIn } from "./amounts-testing.ts";
import {
  additionalRefundWords,
  captureConsequence,
  giveUpConsequence,
  letGoRefundWords,
  partRefundedWords,
  partReleasedWords,
  referenceError,
  refundConsequence,
  releaseConsequence,
  type StepFacts,
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

test("in French the same is said, with amounts as they are written there", () => {
  const french = { currency: "CAD", locale: "fr-CA", until: "14 h 30" } as const;
  expect(captureConsequence(2000, 8450, french)).toBe(
    "Sezzle prend 20,00\u00a0$ sur le plan du client. 64,50\u00a0$ pourra encore être encaissé (limite\u00a0: 14 h 30).",
  );
  expect(referenceError("R/1", "fr-CA")).toBe("Seulement des lettres, des chiffres, - et _, 60 au maximum.");
});

const amounts = {
  authorizedCents: 1_000_000,
  capturedCents: 123_456,
  releasedCents: 1000,
  refundedCents: 500,
};

test.each<[string, (facts: StepFacts) => string, number[]]>([
  ["a capture", (it) => captureConsequence(2000, 8450, it), [2000, 6450]],
  ["a whole capture", (it) => captureConsequence(8450, 8450, it), [8450]],
  ["a release", (it) => releaseConsequence(2000, 8450, it), [2000, 6450]],
  ["a refund", (it) => refundConsequence(2000, 8450, it), [2000, 6450]],
  ["another refund", (it) => additionalRefundWords(2000, "14:02", it), [2000]],
  ["a refund after a lost one", (it) => letGoRefundWords(2000, "14:02", it), [2000]],
  ["a part taken", (it) => takenWords(amounts, it), [123_456, 875_544, 1_000_000]],
  ["a part let go", (it) => partReleasedWords(amounts, it), [1000, 123_456, 1_000_000]],
  ["a part refunded", (it) => partRefundedWords(amounts, false, it), [500, 122_956, 123_456]],
  ["a part refunded elsewhere", (it) => partRefundedWords(amounts, true, it), [500, 122_956, 123_456]],
  ...operationKinds.map((kind): [string, (facts: StepFacts) => string, number[]] => [
    `a ${kind} that is let go`,
    (it) => giveUpConsequence(kind, amounts, it),
    [500, 1000, 123_456],
  ]),
])("%s names the same amounts in both languages", (_what, say, expected) => {
  const english = say({ currency: "CAD", locale: "en-CA", until: null });
  const french = say({ currency: "CAD", locale: "fr-CA", until: null });
  expect(amountsIn(english)).toEqual(expected);
  expect(amountsIn(french)).toEqual(expected);
  expect(french).not.toBe(english);
});
