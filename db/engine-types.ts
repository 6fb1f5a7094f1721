import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

/**
 * What a query function takes: the connection of a read, or the transaction of a write. Queries are made with Drizzle's SQLite
 * builder on every engine; where the engines have no common words for something, `engine` tells which ones are meant.
 */
export type Db = BaseSQLiteDatabase<"async", unknown> & {
  readonly engine: "sqlite" | "postgres";
  /** Runs queries on one state of the database, whatever is committed meanwhile. No two at once. */
  atOneMoment<Value>(work: (db: Db) => Promise<Value>): Promise<Value>;
};

/** Whose tables are in a database. A part of a copy is a shop that is being copied into it, or was and is not whole. */
export type Content = "nothing" | "ours" | "foreign" | "part of a copy";

/** An open database: one connection that writes, owned by a queue, and others that read. */
export type Engine = {
  /** Runs queries that read. Each sees the last commit. */
  read<Value>(work: (db: Db) => Promise<Value>): Promise<Value>;
  /**
   * Runs `work` as one transaction, alone from its first statement to its last, also among several processes: it awaits nothing but the
   * database. The promise resolves after the commit is on disk; when `work` throws, nothing of it remains. What waits at the
   * same time shares a commit.
   */
  write<Value>(work: (db: Db) => Promise<Value>): Promise<Value>;
  /**
   * Calls the listener soon after each commit of another process, where the engine hears of it: PostgreSQL does, SQLite never. A hint
   * may be lost: what must be seen is looked for from time to time.
   */
  onCommitElsewhere(listener: () => void): void;
  /**
   * Has what was erased go from where the database still keeps it beside its tables: with SQLite the journal, which is moved into
   * the file. False when somebody was reading or writing all the time: nothing is lost, and it can be tried again.
   */
  emptyJournal(): Promise<boolean>;
  content(): Promise<Content>;
  /** Creates what is missing in the schema. Safe when two processes start at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
};
