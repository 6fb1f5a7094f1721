import { join } from "node:path";
import Database from "better-sqlite3";
import { isPostgres } from "#db/address.ts";
import { dropDatabase, holdWrites as holdPostgres, makeDatabase } from "#db/postgres/testing.ts";
import { askPostgres } from "./postgres.ts";

/** What keeps the data of a house. */
export type EngineName = "sqlite" | "postgres";

/** The address of a new database for an app: a file in this folder, or one on the server that `TILL_TEST_SERVER` names. */
export async function newDatabase(engine: EngineName, folder: string): Promise<string> {
  if (engine === "sqlite") return join(folder, "till.db");
  const { TILL_TEST_SERVER: server } = process.env;
  if (!server) throw new Error("no PostgreSQL server was started for these tests");
  return makeDatabase(server, { isEmpty: true });
}

/** Removes a database that is no file: those go with their folder. */
export async function removeDatabase(database: string): Promise<void> {
  if (isPostgres(database)) await dropDatabase(database);
}

/** Reads rows of an app's database, as they are on disk. Keep it open for many reads, and close it in the end. */
export class RowReader {
  readonly #database: string;
  readonly #file: Database.Database | null;
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>();

  constructor(database: string) {
    this.#database = database;
    this.#file = isPostgres(database) ? null : new Database(database, { readonly: true, timeout: 5_000 });
  }

  /** Runs a query, whose values are question marks and whose new names stand in quotes: so each engine understands it. */
  all<Row>(query: string, ...values: unknown[]): Row[] {
    if (!this.#file) return askPostgres(this.#database, "read", query, values) as Row[];
    const statement = this.#statements.get(query) ?? this.#file.prepare<unknown[], unknown>(query);
    this.#statements.set(query, statement);
    return statement.all(...values) as Row[];
  }

  close(): void {
    this.#file?.close();
  }
}

/** Reads the app's database as it is on disk, while the app runs or after it was killed. */
export function readRows<Row>(database: string, query: string, ...values: unknown[]): Row[] {
  const reader = new RowReader(database);
  try {
    return reader.all<Row>(query, ...values);
  } finally {
    reader.close();
  }
}

/** Changes the app's database beside the app, as another process of it would. */
export function changeRows(database: string, statement: string, ...values: unknown[]): void {
  if (isPostgres(database)) {
    askPostgres(database, "write", statement, values);
    return;
  }
  const file = new Database(database, { timeout: 5_000 });
  try {
    file.prepare(statement).run(...values);
  } finally {
    file.close();
  }
}

/** Has nobody else write until what is returned is called, as while another process is in a long transaction. */
export async function holdWrites(database: string): Promise<() => Promise<void>> {
  if (isPostgres(database)) return holdPostgres(database);
  const file = new Database(database, { timeout: 5_000 });
  file.exec("BEGIN IMMEDIATE");
  return async () => void file.close();
}
