import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCounts, readPlaywrightCounts, readVitestCounts, sumCounts } from "./test-results.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "test-results-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe("Vitest's report", () => {
  const totals = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

  it("gives passed, failed and skipped", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
    expect(readVitestCounts(report({ ...totals, testResults }))).toEqual({
      passed: 5,
      failed: 1,
      skipped: 3,
    });
  });

  it("counts a file that could not be loaded as a failure", () => {
    const testResults = [
      { status: "passed", assertionResults: [{ status: "passed" }] },
      { status: "failed", assertionResults: [] },
    ];
    expect(readVitestCounts(report({ ...totals, numFailedTests: 0, testResults }))?.failed).toBe(1);
  });
});

describe("Playwright's report", () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };

  it("gives passed, failed and skipped, and a test that passed on a repeat is passed", () => {
    expect(readPlaywrightCounts(report({ stats, errors: [] }))).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it("counts an error outside the tests as a failure", () => {
    expect(readPlaywrightCounts(report({ stats, errors: [{ message: "no server" }] }))?.failed).toBe(2);
  });
});

it("a report that was not written has no counts", () => {
  expect(readVitestCounts(join(folder, "none.json"))).toBeNull();
  expect(readPlaywrightCounts(join(folder, "none.json"))).toBeNull();
});

it("counts add up", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sumCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

describe("counts that a run wrote itself", () => {
  it("are read as they are", () => {
    const counts = { passed: 5, failed: 1, skipped: 0 };
    expect(readCounts(report(counts))).toEqual(counts);
  });

  it("are missing when the run wrote none", () => {
    expect(readCounts(join(folder, "nothing.json"))).toBeNull();
  });
});
