import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { migrations } from "./migrations.ts";

/** Why the sandbox cannot start, as one line for a person. */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StartError";
  }
}

/** Marks a file as the sandbox's, so that it never makes its tables in another program's database. */
const APPLICATION_ID = 0x535a_4258;

/**
 * Opens the sandbox's database, making or upgrading its tables.
 * @throws StartError when the file cannot be used.
 */
export function openDatabase(path: string): Database.Database {
  let db: Database.Database | undefined;
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    db = new Database(path);
    refuseForeignFile(db, path);
    db.pragma("journal_mode = WAL");
    // WAL alone leaves the compiled default NORMAL, which may lose the last commits on power loss.
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("busy_timeout = 5000");
    migrate(db, path);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof StartError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The sandbox cannot use its database ${path}: ${reason}`, error);
  }
}

function refuseForeignFile(db: Database.Database, path: string): void {
  const applicationId = db.pragma("application_id", { simple: true });
  if (applicationId === APPLICATION_ID) return;
  const tables = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM sqlite_schema").get();
  if (applicationId !== 0 || (tables?.n ?? 0) > 0) {
    throw new StartError(`The sandbox cannot use its database ${path}: it belongs to another program.`);
  }
}

function migrate(db: Database.Database, path: string): void {
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > migrations.length) {
    throw new StartError(`The sandbox cannot use its database ${path}: a newer version made it.`);
  }
  db.transaction(() => {
    for (const statements of migrations.slice(version)) db.exec(statements);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}
