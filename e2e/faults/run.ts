import { writeFileSync } from "node:fs";
import { startPostgres } from "../support/postgres-server.ts";
import { drive, type Run } from "./drive.ts";
import { findPlanted } from "./planted.ts";
import { readSettings } from "./settings.ts";

// `npm run test:faults` plays random sales in bad weather and compares the app's books with Sezzle's; `npm run test:faults -- planted`
// has it find five planted bugs.

function print({ settings, tally, sales, playedMs, tookMs, folder }: Run): void {
  const seconds = tookMs / 1000;
  const lines = [
    `seed           ${settings.seed}`,
    `database       ${settings.engine}`,
    `sales          ${sales} in ${seconds.toFixed(0)} s (played ${(playedMs / 1000).toFixed(0)} s, ${((sales * 1000) / playedMs).toFixed(1)} a second)`,
    `faults         ${tally.total("faults")}: ${tally.words("faults")}`,
    `processes      ${tally.words("processes")}`,
    `webhooks       ${tally.words("webhooks")}`,
    `at Sezzle      ${tally.words("at Sezzle")}`,
    `wishes         ${tally.words("wishes")}`,
    `answers        ${tally.words("answers")}`,
    `happenings     ${tally.words("happenings")}`,
    `kept           ${tally.words("kept")}`,
    `differences    ${tally.differences.length || "none"}`,
    ...tally.differences.map((it) => `  - ${it}`),
  ];
  if (folder)
    lines.push(
      `The databases that are files are kept in ${folder}. Again: SEED=${settings.seed} SALES=${settings.sales}`,
    );
  console.log(lines.join("\n"));
}

async function runOnce(): Promise<{ passed: number; failed: number }> {
  const run = await drive(settings);
  print(run);
  const isFine = run.tally.differences.length === 0;
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 };
}

const settings = readSettings(process.env);
console.log(`SEED=${settings.seed} SALES=${settings.sales}`);
const stopServer = settings.engine === "postgres" ? await startPostgres() : null;
const counts = process.argv.includes("planted") ? await findPlanted(settings) : await runOnce();
await stopServer?.();
const { FAULTS_REPORT: report } = process.env;
if (report) writeFileSync(report, JSON.stringify({ ...counts, skipped: 0 }));
process.exitCode = counts.failed > 0 ? 1 : 0;
