// @ts-check
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureBrowser } from "./find-browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { Problem, root, runMain } from "./project.mjs";
import { runUnderNode } from "./project-node.mjs";
import { readCounts, readPlaywrightCounts, readVitestCounts, sumCounts } from "./test-results.mjs";

// `npm test` runs every step; `npm test -- unit` only that one, and what follows goes to its tool:
// `npm test -- e2e refund`. The first stage in which a step fails ends the run.
// What is tagged @long is left to `npm run test:all`, and to whoever names it (docs/decisions/0026-two-runs-of-the-tests.md).

/** @typedef {{ path: string, version: string }} ProjectNode */
/** @typedef {import("./test-results.mjs").Counts} Counts */
/** @typedef {{ group: string, title: string, run: (node: ProjectNode, extra: string[]) => Promise<boolean> }} Step */

/** `npm run test:postgres`: what else runs on SQLite, and in part on PostgreSQL, runs on that alone. */
const isAllOnPostgres = process.env.TILL_TEST_DATABASE === "postgres";

/** Whether what takes long is run as well. */
const isWhole = isAllOnPostgres || Boolean(process.env.TILL_TEST_WHOLE);

const vitestReport = join(root, "test-results", "vitest.json");
/** Written by the reporter that playwright.config.ts names. */
const playwrightReport = join(root, "test-results", "playwright.json");

/** @type {Counts[]} */
const counts = [];

/**
 * What a step that failed has printed, where others print after it: said again at the end, which is what is kept of a long log.
 * @type {string[]}
 */
const reasons = [];

/** @param {...string} args */
const tool = (...args) => {
  return async (/** @type {ProjectNode} */ node) =>
    (await runUnderNode(node, args, { show: true })).code === 0;
};

/**
 * One stage after another; the steps of one run at the same time. The faults wait more than they work and stand beside what looks least
 * at the clock, and so does a browser that has to be installed.
 * @type {Step[][]}
 */
const stages = [
  [
    {
      group: "lint",
      title: "Format and lint rules",
      run: tool("node_modules/@biomejs/biome/bin/biome", "check"),
    },
    { group: "lint", title: "Import directions", run: tool("scripts/check-boundaries.ts") },
    { group: "lint", title: "Unused code", run: tool("node_modules/knip/bin/knip.js", "--no-progress") },
    { group: "types", title: "Types", run: checkTypes },
  ],
  [{ group: "e2e", title: "Production build", run: buildApp }],
  [
    { group: "unit", title: "Unit and contract tests", run: runVitest },
    {
      group: "faults",
      title: isWhole ? "Random faults, and planted bugs" : "Random faults",
      run: runAllFaults,
    },
    { group: "e2e", title: "A browser to test with", run: findBrowser },
  ],
  [{ group: "e2e", title: "Browser tests", run: runPlaywright }],
];

/**
 * Next writes the types of its routes, which the check needs, into files of its own.
 * @param {ProjectNode} node
 */
async function checkTypes(node) {
  const { code, output } = await runUnderNode(node, ["node_modules/next/dist/bin/next", "typegen"]);
  if (code !== 0) {
    console.error(output.trim());
    return false;
  }
  return tool("node_modules/typescript/bin/tsc", "--noEmit")(node);
}

/**
 * What the configurations of the tests go by. Whoever names tests wants them, whatever they take.
 * @param {string[]} extra
 */
function extentOf(extra) {
  return { TILL_TEST_WHOLE: isWhole || extra.length > 0 ? "1" : "" };
}

/**
 * @param {ProjectNode} node
 * @param {string[]} extra
 */
async function runVitest(node, extra) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
  const project = isAllOnPostgres ? ["--project=postgres"] : [];
  const args = ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...project, ...extra];
  const { code } = await runUnderNode(node, args, { show: true, env: extentOf(extra) });
  return countTests(readVitestCounts(vitestReport), code);
}

/** @param {ProjectNode} node */
async function buildApp(node) {
  await ensureBuilt(node);
  return true;
}

/** @param {ProjectNode} node */
async function findBrowser(node) {
  await ensureBrowser(node);
  return true;
}

/**
 * @param {ProjectNode} node
 * @param {string[]} extra
 */
async function runPlaywright(node, extra) {
  const browser = await ensureBrowser(node);
  const args = ["node_modules/@playwright/test/cli.js", "test", ...extra];
  const env = { CHROMIUM_PATH: browser, ...extentOf(extra) };
  const { code } = await runUnderNode(node, args, { show: true, env });
  return countTests(readPlaywrightCounts(playwrightReport), code);
}

/** @param {ProjectNode} node */
async function runAllFaults(node) {
  await ensureBuilt(node);
  // On PostgreSQL a sale takes longer, and what else this run does does, too.
  const random = () =>
    runFaults(node, "random", { env: { SALES: isAllOnPostgres ? "80" : isWhole ? "200" : "60" } });
  const planted = async () => !isWhole || runFaults(node, "planted", { args: ["planted"] });
  const onPostgres = async () => {
    const env = { TILL_TEST_DATABASE: "postgres", SALES: "20" };
    return isAllOnPostgres || runFaults(node, "postgres", { env });
  };
  const inTurn = async () => {
    const found = await planted();
    return (await onPostgres()) && found;
  };
  return (await Promise.all([random(), inTurn()])).every(Boolean);
}

/**
 * @param {ProjectNode} node
 * @param {string} name
 * @param {{ args?: string[], env?: Record<string, string> }} options
 */
async function runFaults(node, name, { args = [], env: more = {} }) {
  const report = join(root, "test-results", `faults-${name}.json`);
  // The same sales and weather each time, so that a change fails for what it changed; `npm run test:faults` looks for new ones.
  const env = { SEED: process.env.SEED || "306ba9b2", FAULTS_REPORT: report, ...more };
  const { code, output } = await runUnderNode(
    node,
    ["--import=./scripts/quick-imports.mjs", "e2e/faults/run.ts", ...args],
    { env },
  );
  // In one piece: other steps print meanwhile.
  console.log(output.trimEnd());
  if (code !== 0) reasons.push(output.trimEnd());
  return countTests(readCounts(report), code);
}

/**
 * @param {Counts | null} found what the runner's report says
 * @param {number} code its exit code
 */
function countTests(found, code) {
  // A runner that ended badly without saying so in its report must not look like a success in the sum.
  if (code !== 0 && !found?.failed) counts.push({ passed: 0, failed: 1, skipped: 0 });
  if (found) counts.push(found);
  return code === 0;
}

/**
 * @param {string[]} args
 * @returns {{ chosen: Step[][], extra: string[] }}
 */
function chooseSteps(args) {
  const groups = [...new Set(stages.flat().map((step) => step.group))];
  const wanted = args.filter((arg) => groups.includes(arg));
  const extra = args.filter((arg) => !groups.includes(arg));
  if (extra.length > 0 && !(wanted.length === 1 && (wanted[0] === "unit" || wanted[0] === "e2e"))) {
    throw new Problem(
      `Not a step: ${extra.join(" ")}. The steps are ${groups.join(", ")}; only unit or e2e takes more.`,
    );
  }
  const isWanted = (/** @type {Step} */ { group }) => wanted.length === 0 || wanted.includes(group);
  return { chosen: stages.map((stage) => stage.filter(isWanted)), extra };
}

/**
 * @param {ProjectNode} node
 * @param {Step} step
 * @param {string[]} extra
 */
async function runStep(node, step, extra) {
  console.log(`\n▸ ${step.title}`);
  const startedAt = performance.now();
  const ok = await step.run(node, extra).catch((error) => {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
    return false;
  });
  console.log(`${ok ? "✓" : "✗"} ${step.title}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return ok;
}

/** @param {Step[]} failed */
function printSummary(failed) {
  const { passed, failed: failedTests, skipped } = sumCounts(counts);
  const titles = failed.map((step) => step.title).join("; ");
  for (const reason of reasons) console.log(`\n${reason}`);
  console.log(failed.length > 0 ? `\nFailed at: ${titles}` : "\nEvery step passed.");
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failedTests} failed`);
}

await runMain(async () => {
  const { chosen, extra } = chooseSteps(process.argv.slice(2));
  const node = await ensureInstalled();
  rmSync(join(root, "test-results"), { recursive: true, force: true });
  mkdirSync(join(root, "test-results"), { recursive: true });
  /** @type {Step[]} */
  const failed = [];
  for (const stage of chosen) {
    const passed = await Promise.all(stage.map((step) => runStep(node, step, extra)));
    failed.push(...stage.filter((_, index) => !passed[index]));
    if (failed.length > 0) break;
  }
  printSummary(failed);
  return failed.length > 0 ? 1 : 0;
});
