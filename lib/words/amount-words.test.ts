import fc from "fast-check";
import { expect, test } from "vitest";
import { saleStatuses } from "../order-state.ts";
import { amountParts, approvedWords, leftWords } from "./amount-words.ts";

test("the parts of an approval add up to it, and none is empty", () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(cents, cents, cents, cents, (captured, released, left, refunded) => {
      const amounts = {
        authorizedCents: captured + released + left,
        capturedCents: captured,
        releasedCents: released,
        refundedCents: Math.min(refunded, captured),
      };
      const parts = amountParts(amounts, null, "en-US");
      expect(parts.every((part) => part.cents > 0)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part.cents, 0)).toBe(amounts.authorizedCents);
    }),
  );
});

test("what is captured is called so until something is given back", () => {
  const paid = { authorizedCents: 10_000, capturedCents: 10_000, releasedCents: 0, refundedCents: 0 };
  expect(amountParts(paid, null, "en-US")).toEqual([{ kind: "paid", label: "Captured", cents: 10_000 }]);
  expect(
    amountParts({ ...paid, refundedCents: 2_500 }, null, "en-US").map((it) => [it.label, it.cents]),
  ).toEqual([
    ["Stays paid", 7_500],
    ["Refunded", 2_500],
  ]);
});

test("what an operation without an end is about is said of neither side", () => {
  const approved = { authorizedCents: 10_000, capturedCents: 0, releasedCents: 0, refundedCents: 0 };
  const paid = { ...approved, capturedCents: 10_000 };
  const lost = (kind: "capture" | "refund", amountCents: number) =>
    ({ kind, state: "unconfirmed", amountCents }) as const;
  expect(amountParts(approved, lost("capture", 4_000), "en-US").map((it) => [it.label, it.cents])).toEqual([
    ["Not confirmed", 4_000],
    ["Can be captured", 6_000],
  ]);
  expect(amountParts(paid, lost("refund", 2_500), "en-US").map((it) => [it.label, it.cents])).toEqual([
    ["Stays paid", 7_500],
    ["Not confirmed", 2_500],
  ]);
  expect(amountParts(approved, { ...lost("capture", 10_000), state: "sending" }, "en-US")).toEqual([
    { kind: "open", label: "Under way", cents: 10_000 },
  ]);
});

test("in French the parts and their amounts are the same, and every status has words for what is left", () => {
  const half = { authorizedCents: 10_000, capturedCents: 5_000, releasedCents: 1_000, refundedCents: 2_500 };
  expect(amountParts(half, null, "fr-CA").map((it) => [it.label, it.cents])).toEqual([
    ["Demeure payé", 2_500],
    ["Remboursé", 2_500],
    ["Libéré", 1_000],
    ["Peut être encaissé", 4_000],
  ]);
  for (const status of saleStatuses) {
    expect(leftWords(status, "fr-CA")).not.toBe(leftWords(status, "en-CA"));
    expect(approvedWords(status, "fr-CA")).not.toBe(approvedWords(status, "en-CA"));
  }
});
