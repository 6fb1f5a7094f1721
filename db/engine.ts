import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { WriteQueue } from "./write-queue.ts";

/** What a query function takes: the connection of a read, or the transaction of a write. */
export type Db = BetterSQLite3Database;

/** An open database: one connection that writes, owned by a queue, and one that reads. */
export type Engine = {
  /** Runs queries on the read connection, which sees the last commit. */
  read<Value>(work: (db: Db) => Promise<Value>): Promise<Value>;
  /**
   * Runs `work` as one transaction, alone from BEGIN to COMMIT: it awaits nothing but the database. The promise
   * resolves after the commit is on disk; when `work` throws, nothing of it remains.
   */
  write<Value>(work: (db: Db) => Promise<Value>): Promise<Value>;
  /** Creates what is missing in the schema. Safe when two processes start at once. */
  migrate(migrationsFolder: string): void;
  close(): void;
};

/**
 * Opens (and where needed creates) the database file. Durable: a commit that was reported survives a power cut
 * (WAL with `synchronous=FULL`; SQLite's own default in WAL mode would lose the last commits).
 */
export function openEngine(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true });
  const writer = connect(file);
  const reader = connect(file);
  reader.pragma("query_only = ON");
  const queue = new WriteQueue({
    begin: () => writer.exec("BEGIN IMMEDIATE"),
    commit: () => writer.exec("COMMIT"),
    rollback: () => {
      if (writer.inTransaction) writer.exec("ROLLBACK");
    },
  });
  const writeDb = drizzle(writer);
  const readDb = drizzle(reader);
  return {
    read: (work) => work(readDb),
    write: (work) => queue.run(() => work(writeDb)),
    migrate: (migrationsFolder) => migrate(writeDb, { migrationsFolder }),
    close: () => {
      reader.close();
      writer.close();
    },
  };
}

function connect(file: string): Database.Database {
  const connection = new Database(file);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  return connection;
}
