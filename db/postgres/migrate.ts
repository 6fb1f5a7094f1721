import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { newerVersion } from "../newer-version.ts";
import { onOwnConnection } from "./connection.ts";
import { contentOf } from "./content.ts";

/** Any number; the same in every process. */
const migrationLock = 7_416_912;

/** The oldest PostgreSQL that understands what is asked of it. */
const oldestVersion = 15;

/** Applies the migrations that a database has not had yet: all of them, or none. Throws when it has had some that this version does not know. */
export async function migrate(url: string): Promise<void> {
  await onOwnConnection(url, async (client) => {
    await beginMigrating(client);
    // It may have been begun since this process looked.
    if ((await contentOf(client)) === "part of a copy") throw new Error("a copy into it has not ended");
    await applyMigrations(client);
    await client.query("commit");
  });
}

/** Begins a transaction in which nobody else migrates. Throws when the server is not fit for a till. */
export async function beginMigrating(client: Client): Promise<void> {
  await refuseUnfit(client);
  // Another process may be at it, for as long as it takes.
  await client.query(`begin; set local lock_timeout = 0; select pg_advisory_xact_lock(${migrationLock})`);
}

/**
 * Applies, in such a transaction, what the database has not had yet. Returns how many that was. Throws when it has had some that
 * this version does not know.
 */
export async function applyMigrations(client: Client): Promise<number> {
  await client.query(
    "create table if not exists till_migrations (name text primary key, applied_at timestamptz not null default now())",
  );
  const { rows } = await client.query<{ name: string }>("select name from till_migrations");
  const applied = new Set(rows.map((it) => it.name));
  const known = migrationNames();
  if (rows.some(({ name }) => !known.includes(name))) throw newerVersion();
  const missing = known.filter((it) => !applied.has(it));
  for (const name of missing) {
    await client.query(readFileSync(join(folder(), name), "utf8"));
    await client.query("insert into till_migrations (name) values ($1)", [name]);
  }
  return missing.length;
}

const folder = () => join(process.cwd(), "db", "migrations-postgres");

function migrationNames(): string[] {
  return readdirSync(folder())
    .filter((name) => name.endsWith(".sql"))
    .sort();
}

async function refuseUnfit(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
  );
  const [{ version, encoding } = { version: "0", encoding: "" }] = rows;
  const major = Math.floor(Number(version) / 10_000);
  if (major < oldestVersion) throw new Error(`it is PostgreSQL ${major}, and ${oldestVersion} is needed`);
  if (encoding !== "UTF8") throw new Error(`its encoding is ${encoding}, and UTF8 is needed`);
}
