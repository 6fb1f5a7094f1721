import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isPostgres, nameOf } from "#db/address.ts";
import { copyShop } from "#db/copy/copy-shop.ts";
import { CopyRefusal } from "#db/copy/refusal.ts";
import { checkBooks } from "#lib/server/books.ts";
import { type Env, readEnv } from "#lib/server/env.ts";
import { progressLines } from "./db-copy/progress-lines.ts";
import { loadEnvFiles } from "./serve/env-files.ts";

// `DATABASE_URL=postgres://… npm run db:copy -- file:./data/till.db` copies a shop from a SQLite file into an empty PostgreSQL database.
// It ends with 1 unless the copy is whole. The database's address comes from the environment alone: arguments are seen by everybody
// on the machine, and a password may be in it.

const usage =
  "Say which file is copied into which database: DATABASE_URL=postgres://… npm run db:copy -- file:./data/till.db";

/** What the till needs beside its database, for a person. */
function takenAlong(file: string, { authSecret, dataFolder }: Env): string[] {
  const lines = authSecret
    ? ["Take AUTH_SECRET along: without it everybody is signed out, and second factors no longer fit."]
    : [];
  const besides = ["auth-secret", "sandbox.db"].filter((name) => existsSync(join(dirname(file), name)));
  const strays = dirname(file) === dataFolder ? [] : besides;
  for (const name of strays) {
    lines.push(
      `Not in the database: ${join(dirname(file), name)}. Copy it into ${dataFolder}, where a till on PostgreSQL has it.`,
    );
  }
  return lines;
}

function messageOf(error: unknown): string {
  // One that tried several addresses has no words of its own.
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || String(error);
}

async function main(): Promise<number> {
  loadEnvFiles();
  const [given, ...more] = process.argv.slice(2);
  const read = readEnv(process.env);
  if (!read.ok) {
    console.error(read.problems.join("\n"));
    return 1;
  }
  const { database } = read.env;
  if (!given || more.length > 0 || isPostgres(given) || !isPostgres(database)) {
    console.error(usage);
    return 1;
  }
  const file = resolve(given.replace(/^file:/, ""));
  const into = nameOf(database);
  console.log(`Copying the shop in ${file} into ${into}. Meanwhile no till can run on the file.`);
  const onProgress = progressLines((line) => console.log(line));
  try {
    const copied = await copyShop({
      file,
      address: database,
      audit: async (db) => {
        console.log(`Adding the books up, ${db.engine === "postgres" ? "of the copy" : "of the file"}.`);
        return (await checkBooks(db)).differences;
      },
      onBegin: (how) => {
        if (how === "resumed") console.log("An earlier copy was broken off. It goes on from there.");
      },
      onProgress,
    });
    for (const difference of copied.differencesOfBoth) console.log(`In the file, too: ${difference}`);
    for (const difference of copied.differences) console.error(difference);
    if (copied.differences.length > 0) {
      console.error(
        `The copy differs from its file, and no till starts on it. Drop the database ${into}, and copy into an empty one.`,
      );
      return 1;
    }
    const rows = copied.rows.toLocaleString("en-US");
    console.log(`The copy is whole: ${copied.tables} tables, ${rows} rows, every one compared.`);
    for (const line of takenAlong(file, read.env)) console.log(line);
    console.log(
      "Start the till with this DATABASE_URL from now on, and never again on the file: keep that as a back-up.",
    );
    return 0;
  } catch (error) {
    if (error instanceof CopyRefusal) console.error(error.message);
    else console.error(`The copy into ${into} stopped: ${messageOf(error)}. Run the same command again.`);
    return 1;
  }
}

process.exitCode = await main();
