import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { DatabaseAwayError } from "./database-away.ts";
import type { Content, Db, Engine } from "./engine-types.ts";
import { newerVersion } from "./newer-version.ts";
import { WriteQueue } from "./write-queue.ts";

/**
 * Opens (and where needed creates) the database file. Durable: a commit that was reported survives a power cut
 * (WAL with `synchronous=FULL`; SQLite's own default in WAL mode would lose the last commits).
 */
export function openSqlite(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true });
  refuseOtherFile(file);
  const writer = connect(file);
  const reader = connect(file);
  reader.pragma("query_only = ON");
  // From here on the queue waits by itself, without holding the process up.
  writer.pragma("busy_timeout = 0");
  const run = (sql: string) => void writer.prepare(sql).run();
  // What is deleted or written over is gone from the file, too: a shopper's erased number must not be found in its free space.
  writer.pragma("secure_delete = ON");
  const queue = new WriteQueue({
    begin: () => beginWrite(writer),
    savepoint: () => run("SAVEPOINT piece"),
    release: () => run("RELEASE piece"),
    rollbackToSavepoint: () => {
      run("ROLLBACK TO piece");
      run("RELEASE piece");
    },
    commit: () => run("COMMIT"),
    rollback: () => {
      if (writer.inTransaction) writer.exec("ROLLBACK");
    },
    isOpen: () => writer.inTransaction,
  });
  const writeDb = drizzle(writer);
  const [reading, writing] = [asDb(drizzle(reader)), asDb(writeDb)];
  return {
    read: (work) => work(reading),
    write: (work) => queue.run(() => work(writing)),
    // A file tells nobody: whoever wants to know looks from time to time.
    onCommitElsewhere: () => {},
    emptyJournal: () => emptyJournal(file),
    content: async () => contentOf(writer),
    migrate: async () => {
      writer.pragma(`busy_timeout = ${patienceMs}`);
      refuseNewer(writer);
      migrate(writeDb, { migrationsFolder: migrationsFolder() });
      writer.pragma("busy_timeout = 0");
    },
    close: async () => {
      reader.close();
      writer.close();
    },
  };
}

/** Queries on a SQLite connection. They end at once, which whoever awaits them does not notice. */
export function asDb(connection: BetterSQLite3Database): Db {
  const atOneMoment: Db["atOneMoment"] = async (work) => {
    connection.run(sql`begin`);
    try {
      return await work(db);
    } finally {
      connection.run(sql`commit`);
    }
  };
  const db = Object.assign(connection, { engine: "sqlite", atOneMoment }) as unknown as Db;
  return db;
}

/** How often it is tried to empty the journal, and the pause between, which is longer than a commit takes. */
const emptyingTries = 20;
const emptyingPauseMs = 15;

/** On a connection of its own that waits for nobody: the others are of this thread, and would wait for it. */
async function emptyJournal(file: string): Promise<boolean> {
  const connection = new Database(file, { timeout: 0 });
  try {
    for (let left = emptyingTries; left > 0; left -= 1) {
      const [row] = connection.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
      if (row?.busy === 0) return true;
      await sleep(emptyingPauseMs);
    }
    return false;
  } finally {
    connection.close();
  }
}

function contentOf(connection: Database.Database): Content {
  const tables = connection
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all();
  if (tables.includes("identity")) return "ours";
  // The table of migrations comes first: another process may be migrating at this moment.
  return tables.every((name) => name === "__drizzle_migrations") ? "nothing" : "foreign";
}

/** Where the migrations of a SQLite file are. */
export const migrationsFolder = () => join(process.cwd(), "db", "migrations");

/** Drizzle knows a migration by the moment it was made, and passes over those it does not know. */
function refuseNewer(connection: Database.Database): void {
  const isNew =
    connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get() === undefined;
  if (isNew) return;
  const applied = connection.prepare("select created_at from __drizzle_migrations").pluck().all();
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() }).map((it) => it.folderMillis);
  if (applied.some((at) => !known.includes(Number(at)))) throw newerVersion();
}

/** How long another process's transaction is waited for. */
const patienceMs = 5_000;

/** Begins a transaction, once no other process writes. Throws a DatabaseAwayError when one goes on for too long. */
async function beginWrite(writer: Database.Database): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      writer.prepare("BEGIN IMMEDIATE").run();
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) throw new DatabaseAwayError(error);
    }
    // Often enough to meet the moment in which the write queue of another process pauses.
    await sleep(1 + Math.random() * 2);
  }
}

function isBusy(error: unknown): error is Error {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

/** SQLite does not wait by itself when two processes make one new file's journal a WAL at the same moment. */
function turnOnWal(connection: Database.Database): void {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      connection.pragma("journal_mode = WAL");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
    }
    // Only while opening, before anything else runs in this process.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
}

/** SQLite would take a file of a few bytes for an empty database and write over it. */
function refuseOtherFile(file: string): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const head = Buffer.alloc(16);
  const descriptor = openSync(file, "r");
  readSync(descriptor, head);
  closeSync(descriptor);
  if (head.toString("latin1") !== "SQLite format 3\0") throw new Error("file is not a database");
}

function connect(file: string): Database.Database {
  const connection = new Database(file);
  turnOnWal(connection);
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma(`busy_timeout = ${patienceMs}`);
  keepStatements(connection);
  return connection;
}

/** More than all the queries there are; lists of varying lengths make further ones. */
const mostStatements = 500;

/** Reading a statement's SQL takes longer than running most of them, and Drizzle has it read for each query. */
function keepStatements(connection: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((sql: string) => {
    let statement = kept.get(sql);
    if (!statement) {
      if (kept.size >= mostStatements) kept.clear();
      statement = prepare(sql);
      kept.set(sql, statement);
    }
    // Whoever had it before may have asked for rows as lists.
    return statement.reader ? statement.raw(false) : statement;
  }) as typeof connection.prepare;
}
