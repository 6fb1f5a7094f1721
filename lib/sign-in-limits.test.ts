import { expect, test } from "vitest";
import { limitByAccount, limitByAddress } from "./sign-in-limits.ts";

test.each([
  [0, 0],
  [3, 0],
  [4, 1_000],
  [5, 2_000],
  [6, 4_000],
  [7, 8_000],
  [9, 8_000],
])("after %i wrong sign-ins the next one of the account waits %i ms", (wrongTries, delayMs) => {
  expect(limitByAccount(wrongTries)).toEqual({ refused: false, delayMs });
});

test.each([10, 11, 1_000])("after %i wrong sign-ins the account is refused for a while", (wrongTries) => {
  expect(limitByAccount(wrongTries).refused).toBe(true);
});

test("an address is slowed and never refused: a whole shop may share it", () => {
  expect(limitByAddress(19)).toEqual({ refused: false, delayMs: 0 });
  expect(limitByAddress(20)).toEqual({ refused: false, delayMs: 2_000 });
  expect(limitByAddress(1_000_000)).toEqual({ refused: false, delayMs: 2_000 });
});
