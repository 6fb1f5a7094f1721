import { describe, expect, test } from "vitest";
import { figureOf, type Goal, missed, tableOf } from "./report.ts";

const atLeast = (limit: number): Goal => ({ of: "ratio", relation: "≥", limit });
const measured = (goal?: Goal) =>
  figureOf({
    bench: "ingest",
    what: "as many as it takes",
    unit: "a second",
    ours: [800, 1_000, 1_200],
    baseline: { name: "empty route", turns: [1_000, 1_000, 1_000] },
    ...(goal ? { goal } : {}),
  });

describe("a figure", () => {
  test("has the spread of ours, of the baseline, and of their ratio turn by turn", () => {
    expect(measured()).toMatchObject({
      ours: { median: 1_000, least: 800, most: 1_200 },
      baseline: { name: "empty route", median: 1_000 },
      ratio: { median: 1, least: 0.8, most: 1.2 },
      met: null,
    });
  });

  test("meets a goal by its median, and at the limit still does", () => {
    expect(measured(atLeast(1)).met).toBe(true);
    expect(measured(atLeast(1.01)).met).toBe(false);
    expect(measured({ of: "ours", relation: "≤", limit: 1_000 }).met).toBe(true);
    expect(measured({ of: "ours", relation: "≤", limit: 999 }).met).toBe(false);
  });

  test("that is held against a baseline which is not there does not meet its goal", () => {
    const alone = figureOf({ bench: "live", what: "x", unit: "ms", ours: [1], goal: atLeast(0) });
    expect(alone.met).toBe(false);
  });
});

test("a miss says by how much", () => {
  expect(missed(measured(atLeast(1.25)))).toBe(
    "ingest, as many as it takes: 1×, the goal is ≥ 1.25×: missed by 20 %.",
  );
  expect(missed(measured({ of: "ours", relation: "≤", limit: 500 }))).toBe(
    "ingest, as many as it takes: 1,000 a second, the goal is ≤ 500 a second: missed by 100 %.",
  );
  expect(missed(measured({ of: "ours", relation: "≤", limit: 0 }))).toBe(
    "ingest, as many as it takes: 1,000 a second, the goal is ≤ 0 a second: missed by 1,000.",
  );
  expect(missed(measured(atLeast(1)))).toBeNull();
  expect(missed(measured())).toBeNull();
});

test("the table has a row a figure", () => {
  const [, , met, miss, plain] = tableOf([measured(atLeast(0.85)), measured(atLeast(2)), measured()]).split(
    "\n",
  );
  expect(met).toBe(
    "| ingest: as many as it takes | 1,000 (800 to 1,200) a second | empty route 1,000 (1,000 to 1,000) | 1 (0.8 to 1.2) | ≥ 0.85× | met |",
  );
  expect(miss).toMatch(/\| ≥ 2× \| \*\*missed\*\* \|$/);
  expect(plain).toMatch(/\| {2}\| {2}\|$/);
});
