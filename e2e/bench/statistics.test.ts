import { describe, expect, test } from "vitest";
import { median, percentile, ratios, spreadOf } from "./statistics.ts";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("percentile", () => {
  test.each([
    [upTo(100), 0.99, 99],
    [upTo(100), 0.5, 50],
    [upTo(1_000), 0.99, 990],
    [upTo(10), 0.99, 10],
    [[7], 0.99, 7],
    [upTo(4), 0, 1],
    [upTo(4), 1, 4],
  ])("of %# is by the nearest rank", (values, share, expected) => {
    expect(percentile(values.toReversed(), share)).toBe(expected);
  });

  test("of nothing is an error, not a good figure", () => {
    expect(() => percentile([], 0.99)).toThrow(RangeError);
  });
});

test("a median is in the middle, by size and not by text", () => {
  expect(median([10, 9, 100])).toBe(10);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

test("a spread names the middle and both ends", () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
});

test("ratios are taken turn by turn", () => {
  expect(ratios([2, 9], [1, 3])).toEqual([2, 3]);
  expect(() => ratios([1], [1, 2])).toThrow(RangeError);
});
