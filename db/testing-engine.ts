import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { DatabaseError } from "pg";
import { inject, onTestFinished } from "vitest";
import { type Db, type Engine, openEngine } from "./engine.ts";
import { dropDatabase, holdWrites, makeDatabase, refusalText } from "./postgres/testing.ts";

const postgres = inject("postgres");

/** Whether these tests run on PostgreSQL; else they run on SQLite. */
export const isOnPostgres = postgres !== undefined;

/** A database that is new, and the way to remove it. */
type NewDatabase = { address: string; remove(): Promise<void> | void };

/** Makes a database of the engine that these tests run on: an empty one, or one with the schema in place. */
export async function newDatabase({ isEmpty } = { isEmpty: true }): Promise<NewDatabase> {
  if (postgres !== undefined) {
    const address = await makeDatabase(postgres, { isEmpty });
    return { address, remove: () => dropDatabase(address) };
  }
  const folder = mkdtempSync(join(tmpdir(), "till-"));
  return {
    address: join(folder, "till.db"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The address of a new database, which goes when the running test ends. */
export async function temporaryDatabase({ isEmpty } = { isEmpty: true }): Promise<string> {
  const { address, remove } = await newDatabase({ isEmpty });
  onTestFinished(remove);
  return address;
}

/** The path of a database file that does not exist yet, in a folder that goes when the running test ends. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "till-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "till.db");
}

/** Opens an engine on a database (a new one unless given) with the schema in place. Closed when the running test ends. */
export async function openMigrated(address?: string): Promise<Engine> {
  const engine = openEngine(address ?? (await temporaryDatabase({ isEmpty: false })));
  onTestFinished(() => engine.close());
  await engine.migrate();
  return engine;
}

/** Somebody else holds a database, so that nothing can be written, for so long or until what is returned is called. */
export async function holdDatabase(address: string, ms: number): Promise<() => Promise<void>> {
  const release = isOnPostgres ? await holdWrites(address) : holdFile(address);
  const letGo = async () => {
    clearTimeout(timer);
    await release();
  };
  const timer = setTimeout(letGo, ms);
  onTestFinished(letGo);
  return letGo;
}

function holdFile(file: string): () => void {
  const other = new Database(file, { timeout: 5_000 });
  other.exec("BEGIN IMMEDIATE");
  return () => other.close();
}

/** Has the database refuse to change some rows of a table, or a column of them. Returns what lets it take changes again. */
export async function refuseChanges(
  db: Db,
  table: string,
  { column, uuid }: { column?: string; uuid?: string },
): Promise<(db: Db) => Promise<void>> {
  const event = `BEFORE UPDATE${column ? ` OF ${column}` : ""} ON ${table}`;
  const when = uuid ? `WHEN (NEW.uuid = '${uuid}')` : "";
  await db.run(
    sql.raw(
      isOnPostgres
        ? `CREATE TRIGGER broken ${event} FOR EACH ROW ${when} EXECUTE FUNCTION refuse('broken on purpose')`
        : `CREATE TRIGGER broken ${event} ${when} BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`,
    ),
  );
  return async (again) => {
    await again.run(sql.raw(`DROP TRIGGER broken${isOnPostgres ? ` ON ${table}` : ""}`));
  };
}

/** What the database itself said when it refused a query, in words that the engines share; rethrows anything else. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    const said = error instanceof Error && error.cause ? error.cause : error;
    if (said instanceof Database.SqliteError) return said.message;
    if (said instanceof DatabaseError) return refusalText(said);
    throw error;
  }
  throw new Error("the database refused nothing");
}
