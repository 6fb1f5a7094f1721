import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isOpen,
  isRepeatable,
  mayHaveActed,
  operationKinds,
  operationStates,
  repeatAt,
  repeatableUntil,
} from "./operation.ts";

const now = new Date("2026-11-24T12:00:00Z");

test("a checkout is never opened again by itself, nor a receipt number set over a later one", () => {
  expect(operationKinds.filter((kind) => !isRepeatable(kind))).toEqual(["open_checkout", "set_reference"]);
});

test("what Sezzle may have acted on is all that was sent and not refused for certain", () => {
  expect(operationStates.filter(mayHaveActed)).toEqual(["sending", "succeeded", "unconfirmed", "given_up"]);
});

test("what a person has given up is over, and holds no amount", () => {
  expect(isOpen("given_up")).toBe(false);
});

test.each([
  [1, 2_000],
  [2, 4_000],
  [3, 8_000],
  [6, 60_000],
  [50, 60_000],
])("after %i tries the next comes some %i ms later, a quarter more or less", (tries, ms) => {
  expect(repeatAt(tries, now, 0.5).getTime() - now.getTime()).toBe(ms);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (random) => {
      const pause = repeatAt(tries, now, random).getTime() - now.getTime();
      expect(pause).toBeGreaterThanOrEqual(Math.floor(ms * 0.75));
      expect(pause).toBeLessThanOrEqual(ms * 1.25);
    }),
  );
});

test("it never comes before Sezzle said that it may be asked again", () => {
  expect(repeatAt(1, now, 0.5, 30_000).getTime() - now.getTime()).toBe(30_000);
  expect(repeatAt(6, now, 0.5, 1_000).getTime() - now.getTime()).toBe(60_000);
});

test("an operation is repeated for ten minutes after its first try", () => {
  expect(repeatableUntil(now).toISOString()).toBe("2026-11-24T12:10:00.000Z");
});
