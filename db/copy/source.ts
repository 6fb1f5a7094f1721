import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Db } from "../engine-types.ts";
import { asDb, migrationsFolder } from "../sqlite-engine.ts";
import { CopyRefusal } from "./refusal.ts";
import { type Row, readRow, sizeOf, type Value } from "./rows.ts";
import { type CopiedTable, identityTable, listed, moneyColumns, named } from "./tables.ts";

/** A batch ends with the row that makes it as large as one of these: however large a shop is, that much of it is in memory. */
const rowsABatch = 1_000;
const bytesABatch = 4 * 1024 * 1024;

/** A shop in a SQLite file, which is this process's alone as long as it is open. */
export type Source = {
  /** The row that says whose database it is. */
  identity: Value[];
  /** Tells the file from what it was before the least change. */
  fingerprint: string;
  countRows(table: CopiedTable): number;
  /** What each money column of a table adds up to. */
  sumMoney(table: CopiedTable): number[];
  /** The next rows after a place, in the order of places. */
  rowsAfter(table: CopiedTable, place: number): Row[];
  /** The last number that the database gave a row of a table that it numbers. */
  lastNumber(table: string): number;
  /** For queries on it. */
  db: Db;
  close(): Promise<void>;
};

/**
 * Opens a till's file for itself alone: no till can run on it meanwhile, and nothing in it is changed. Throws `CopyRefusal` when a till
 * runs on it, or when it is not a shop of this version.
 */
export async function openSource(file: string): Promise<Source> {
  // Closed last, and nobody else here may open the file: whenever a process closes a file it loses all locks it has on it.
  const bytes = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new CopyRefusal(`The file ${file} cannot be read: ${error.code}.`);
  });
  let connection: Database.Database | undefined;
  const close = async () => {
    connection?.close();
    await bytes.close();
  };
  try {
    connection = new Database(file, { fileMustExist: true, timeout: 0 });
    takeAlone(connection);
    refuseOther(connection, file);
    return { ...readerOf(connection, file), fingerprint: await fingerprintOf(bytes), close };
  } catch (error) {
    await close();
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code.startsWith("SQLITE_BUSY")) {
      throw new CopyRefusal(`A till runs on ${file}, or something else has it open: stop that first.`);
    }
    throw new CopyRefusal(`The file ${file} cannot be read: ${error.message}.`);
  }
}

/**
 * A till keeps its file open, which this lock does not bear, nor lets happen later. What is still in the journal is moved into the
 * file, as whoever closes it last would do: then the file's bytes are the whole of it.
 */
function takeAlone(connection: Database.Database): void {
  connection.pragma("locking_mode = EXCLUSIVE");
  connection.prepare("select count(*) from sqlite_master").get();
  connection.pragma("wal_checkpoint(TRUNCATE)");
  connection.exec("BEGIN EXCLUSIVE");
  connection.pragma("query_only = ON");
}

function refuseOther(connection: Database.Database, file: string): void {
  const tables = connection.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  if (!tables.includes("identity") || !tables.includes("__drizzle_migrations")) {
    throw new CopyRefusal(`The file ${file} is no till's database.`);
  }
  const applied = connection
    .prepare("select hash from __drizzle_migrations order by created_at")
    .pluck()
    .all();
  const wanted = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  if (applied.join() !== wanted.map((it) => it.hash).join()) {
    throw new CopyRefusal(
      `The file ${file} is of another version of the till: start this version on it once, and stop it again.`,
    );
  }
  if (!connection.prepare("select 1 from identity").get()) {
    throw new CopyRefusal(`The file ${file} holds no shop yet.`);
  }
}

function readerOf(connection: Database.Database, file: string): Omit<Source, "fingerprint" | "close"> {
  const first = (query: string, ...values: unknown[]) =>
    connection
      .prepare<unknown[], unknown[]>(query)
      .raw()
      .get(...values) ?? [];
  const [identity] = rowsAfter(connection, identityTable, 0);
  if (!identity) throw new CopyRefusal(`The file ${file} holds no shop yet.`);
  const db = asDb(drizzle(connection));
  return {
    identity: identity.values,
    countRows: ({ name }) => Number(first(`select count(*) from ${named(name)}`)[0]),
    sumMoney: (table) => {
      const sums = moneyColumns(table).map((column) => `coalesce(sum(${named(column)}), 0)`);
      return sums.length === 0
        ? []
        : first(`select ${sums.join(", ")} from ${named(table.name)}`).map(Number);
    },
    rowsAfter: (table, place) => rowsAfter(connection, table, place),
    lastNumber: (table) => Number(first("select seq from sqlite_sequence where name = ?", table)[0] ?? 0),
    // All of it is one moment, for as long as the file is open.
    db: Object.assign(db, { atOneMoment: <It>(work: (db: Db) => Promise<It>) => work(db) }),
  };
}

function rowsAfter(connection: Database.Database, table: CopiedTable, place: number): Row[] {
  const columns = listed(table.columns.map((it) => it.name));
  const query = connection
    .prepare<[number], [number, ...unknown[]]>(
      `select rowid, ${columns} from ${named(table.name)} where rowid > ? order by rowid limit ${rowsABatch}`,
    )
    .raw();
  const rows: Row[] = [];
  let bytes = 0;
  for (const [at, ...kept] of query.iterate(place)) {
    const row = readRow(table, at, kept);
    rows.push(row);
    bytes += sizeOf(row);
    if (bytes >= bytesABatch) break;
  }
  return rows;
}

async function fingerprintOf(bytes: FileHandle): Promise<string> {
  const reckoned = createHash("sha256");
  for await (const part of bytes.createReadStream({
    start: 0,
    autoClose: false,
    highWaterMark: 1024 * 1024,
  })) {
    reckoned.update(part);
  }
  return reckoned.digest("hex");
}
