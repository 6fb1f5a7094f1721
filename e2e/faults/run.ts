import { drive, type Run } from "./drive.ts";
import { readSettings } from "./settings.ts";

// `npm run test:faults` plays random sales in bad weather and compares the app's books with Sezzle's. It needs a build.

function print({ settings, tally, sales, playedMs, tookMs, folder }: Run): void {
  const seconds = tookMs / 1000;
  const lines = [
    `seed           ${settings.seed}`,
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
    lines.push(`Both databases are kept in ${folder}. Again: SEED=${settings.seed} SALES=${settings.sales}`);
  console.log(lines.join("\n"));
}

const settings = readSettings(process.env);
console.log(`SEED=${settings.seed} SALES=${settings.sales}`);
const run = await drive(settings);
print(run);
process.exitCode = run.tally.differences.length > 0 ? 1 : 0;
