// @ts-check
import { renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// Loaded with `--import` into the built app: counts the SQL statements it runs and the commits among them, and writes both to the file
// BENCH_COUNTS when it gets SIGUSR2.

const Database = createRequire(join(process.cwd(), "package.json"))("better-sqlite3");
const { BENCH_COUNTS: file = "" } = process.env;
const counts = { statements: 0, commits: 0 };

const trial = new Database(":memory:");
const statement = Object.getPrototypeOf(trial.prepare("select 1"));
trial.close();
for (const name of ["run", "get", "all"]) {
  const original = statement[name];
  /** @this {{ source: string }} @param {unknown[]} values */
  statement[name] = function counted(...values) {
    counts.statements += 1;
    if (this.source === "COMMIT") counts.commits += 1;
    return original.apply(this, values);
  };
}

process.on("SIGUSR2", () => {
  writeFileSync(`${file}.new`, JSON.stringify(counts));
  renameSync(`${file}.new`, file);
});
