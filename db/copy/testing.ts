import { readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { is } from "drizzle-orm";
import {
  getTableConfig,
  type SQLiteColumn,
  type SQLiteTable,
  SQLiteTimestamp,
} from "drizzle-orm/sqlite-core";
import { Client } from "pg";
import { onTestFinished } from "vitest";
import { allTables } from "../postgres/all-tables.ts";
import { prepareDatabase } from "../prepare.ts";
import { temporaryFile } from "../testing-engine.ts";
import { copiedTables, identityTable, listed, named } from "./tables.ts";

/** More than one batch of these. */
const manyLines = 2_500;
const fewRows = 40;

/** Tables whose rows have places that are no plain count. */
const numbered = ["contacts", "sales"];

/** The path of a till's file with rows in every table, in which SQLite has counted further than to its last row. */
export async function filledFile(): Promise<string> {
  filled ??= fillFile();
  const file = temporaryFile();
  writeFileSync(file, await filled);
  return file;
}

let filled: Promise<Buffer> | undefined;

async function fillFile(): Promise<Buffer> {
  const file = temporaryFile();
  const prepared = await prepareDatabase({ database: file, mode: "production" });
  if (!prepared.ok) throw new Error(prepared.problem);
  changeFile(file, (connection) => {
    const byName = new Map(allTables.map((it) => [getTableConfig(it).name, it]));
    for (const { name } of copiedTables) {
      const table = byName.get(name);
      if (table) fill(connection, table, name === "history" ? manyLines : fewRows);
    }
    // The newest event is gone, and its number is not given again.
    connection.exec("delete from webhook_events where id = (select max(id) from webhook_events)");
    connection.exec("update sqlite_sequence set seq = seq + 3 where name = 'history'");
  });
  // Nobody has it open any more: its bytes are the whole of it.
  return readFileSync(file);
}

/** Changes a file as a program of its own would, and lets go of it. */
export function changeFile(file: string, change: (connection: Database.Database) => void): void {
  const connection = new Database(file);
  try {
    connection.transaction(() => change(connection))();
  } finally {
    connection.close();
  }
}

function fill(connection: Database.Database, table: SQLiteTable, count: number): void {
  const { name, columns, foreignKeys } = getTableConfig(table);
  const keys = foreignKeys.map((key) => key.reference());
  const rowid = numbered.includes(name) ? ["rowid"] : [];
  const places = [...rowid, ...columns].map(() => "?").join(", ");
  const insert = connection.prepare(
    `insert into ${named(name)} (${listed([...rowid, ...columns.map((it) => it.name)])}) values (${places})`,
  );
  const parents = new Map(
    keys.map(({ columns: [own], foreignTable, foreignColumns: [theirs] }) => [
      own?.name,
      connection
        .prepare(
          `select ${named(theirs?.name ?? "")} from ${named(getTableConfig(foreignTable).name)} order by rowid`,
        )
        .pluck()
        .all(),
    ]),
  );
  for (let row = 0; row < count; row += 1) {
    const values = columns.map((column) => {
      const ofParent = parents.get(column.name);
      if (!column.notNull && !column.primary && row % 3 === 2) return null;
      return ofParent ? ofParent[row % ofParent.length] : sampleOf(column, row);
    });
    insert.run(...rowid.map(() => row * 10 + 7), ...values);
  }
}

/** What a column may hold: each row another value, and every letter that could be taken for something else. */
function sampleOf(column: SQLiteColumn, row: number): unknown {
  // SQLite keeps a part of a millisecond where a moment was reckoned.
  if (column.name === "next_ask_at") return 1_796_000_000_000.5 + row;
  if (column.name === "from" || column.name === "to") return (row + (column.name === "to" ? 1 : 0)) * 1_000;
  if (is(column, SQLiteTimestamp)) return 1_796_000_000_000 + row;
  if (column.dataType === "boolean") return row % 2;
  const type = column.getSQLType();
  if (type === "blob") return Buffer.from([0, 255, row % 256, 92]);
  if (type === "integer") return column.primary ? row + 1 : 9_007_199_254_740 - row;
  if (column.enumValues?.length) return column.enumValues[row % column.enumValues.length];
  if (column.dataType === "json") return JSON.stringify({ row, said: "\0É\\" });
  if (column.dataType === "custom") return JSON.stringify({ authorization: { sezzleOrderId: `É${row}` } });
  return `${column.name} ${row} É𝄞 "\\{},\n\t'NULL`;
}

/** Every row of a file, by table, in no matter what order. */
export function rowsOfFile(file: string): Record<string, string[]> {
  const connection = new Database(file, { readonly: true });
  onTestFinished(() => {
    connection.close();
  });
  const read = (name: string, columns: string[]) =>
    connection
      .prepare<[], unknown[]>(`select ${columns.join(", ")} from ${named(name)}`)
      .raw()
      .all();
  const all = [...copiedTables, identityTable].map(({ name, columns }) => {
    const asked = columns.map((it) =>
      it.kind === "moment" ? `cast("${it.name}" as integer)` : `"${it.name}"`,
    );
    return [name, inWords(read(name, numbered.includes(name) ? ["rowid", ...asked] : asked))];
  });
  connection.close();
  return Object.fromEntries(all);
}

/** Every row of a database, by table, in no matter what order. */
export async function rowsOfDatabase(address: string): Promise<Record<string, string[]>> {
  const all: [string, string[]][] = [];
  for (const { name, columns } of [...copiedTables, identityTable]) {
    const asked = [...(numbered.includes(name) ? ["rowid"] : []), ...columns.map((it) => it.name)];
    const text = `select ${listed(asked)} from ${named(name)}`;
    const { rows } = await atDatabase(address, (client) => client.query({ text, rowMode: "array" }));
    all.push([name, inWords(rows)]);
  }
  return Object.fromEntries(all);
}

function inWords(rows: unknown[][]): string[] {
  const word = (value: unknown) => (Buffer.isBuffer(value) ? value.toString("hex") : value);
  return rows.map((row) => JSON.stringify(row.map((it) => (it === null ? null : String(word(it)))))).sort();
}

/** Does something in a database as another program would. */
export async function atDatabase<Value>(
  address: string,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
