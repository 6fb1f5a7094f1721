// @ts-check
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Adds up counts of tests.
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/**
 * Reads the counts of Vitest's JSON reporter. A file that could not be loaded has no tests and counts as one failure.
 * @param {string} file
 * @returns {Counts | null} null when no report was written
 */
export function readVitestCounts(file) {
  const report = readReport(file);
  if (!report) return null;
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === "failed" && !result.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Reads the counts of Playwright's JSON reporter. A test that passed on a repeat counts as passed; an error outside
 * the tests, as of a server that did not start, counts as one failure.
 * @param {string} file
 * @returns {Counts | null} null when no report was written
 */
export function readPlaywrightCounts(file) {
  const report = readReport(file);
  if (!report) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/**
 * Reads counts that were written as such.
 * @param {string} file
 * @returns {Counts | null} null when no report was written
 */
export function readCounts(file) {
  return readReport(file);
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
