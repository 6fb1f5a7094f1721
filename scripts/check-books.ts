import { existsSync } from "node:fs";
import { isPostgres, nameOf } from "#db/address.ts";
import { openEngine } from "#db/engine.ts";
import { type BooksReport, checkBooks } from "#lib/server/books.ts";
import { readEnv } from "#lib/server/env.ts";
import { loadEnvFiles } from "./serve/env-files.ts";

// `npm run check:books` adds up the database that `npm start` uses. It ends with 1 when anything differs.

/** What was added up, for a person. */
function summaryOf({ sales, operations, movements, lines, unconfirmed, differences }: BooksReport): string {
  const added = `Added up: sales ${sales}, operations ${operations}, movements ${movements}, lines of history ${lines}.`;
  return `${added} Not confirmed yet: ${unconfirmed || "none"}. Differences: ${differences.length || "none"}.`;
}

async function main(): Promise<number> {
  loadEnvFiles();
  const read = readEnv(process.env);
  if (!read.ok) {
    console.error(read.problems.join("\n"));
    return 1;
  }
  const { database } = read.env;
  if (!isPostgres(database) && !existsSync(database)) {
    console.error(`There is no database ${database} yet. Run npm start first, or set DATABASE_URL.`);
    return 1;
  }
  const engine = openEngine(database);
  try {
    const report = await engine.read(checkBooks);
    for (const difference of report.differences) console.log(difference);
    console.log(summaryOf(report));
    return report.differences.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(`The database ${nameOf(database)} cannot be added up: ${String(error)}.`);
    return 1;
  } finally {
    await engine.close();
  }
}

process.exitCode = await main();
