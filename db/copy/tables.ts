import { is } from "drizzle-orm";
import {
  getTableConfig,
  type SQLiteColumn,
  type SQLiteTable,
  SQLiteTimestamp,
} from "drizzle-orm/sqlite-core";
import { allTables } from "../postgres/all-tables.ts";
import { identity } from "../schema/identity.ts";

/** What a column holds, as the schema says. SQLite itself would take anything. */
export type CopiedColumn = { name: string; kind: "text" | "integer" | "moment" | "blob" };

/** A table as it is copied. */
export type CopiedTable = { name: string; columns: CopiedColumn[] };

/** Every table whose rows are copied, one that is referred to before those that refer to it. */
export const copiedTables: CopiedTable[] = inOrder(allTables.filter((it) => it !== identity)).map(copied);

/** The table that says whose database it is. It is written last: until then nobody takes a copy for a shop. */
export const identityTable: CopiedTable = copied(identity);

/** The columns of a table that hold money. */
export function moneyColumns({ columns }: CopiedTable): string[] {
  return columns.filter((it) => it.name.endsWith("_cents")).map((it) => it.name);
}

/** A name in SQL, in words of either engine. */
export const named = (name: string) => `"${name}"`;

/** Names in SQL, one after the other. */
export const listed = (names: string[]) => names.map(named).join(", ");

function copied(table: SQLiteTable): CopiedTable {
  const { name, columns } = getTableConfig(table);
  return { name, columns: columns.map((it) => ({ name: it.name, kind: kindOf(it) })) };
}

function kindOf(column: SQLiteColumn): CopiedColumn["kind"] {
  if (is(column, SQLiteTimestamp)) return "moment";
  const type = column.getSQLType();
  if (type === "text" || type === "integer" || type === "blob") return type;
  throw new Error(`nothing is known of the type ${type} of ${column.name}`);
}

function inOrder(tables: SQLiteTable[]): SQLiteTable[] {
  const done = new Set<SQLiteTable>();
  const place = (table: SQLiteTable, from: SQLiteTable[]) => {
    if (done.has(table)) return;
    if (from.includes(table))
      throw new Error(`${getTableConfig(table).name} refers to itself by way of others`);
    for (const key of getTableConfig(table).foreignKeys) {
      place(key.reference().foreignTable as SQLiteTable, [...from, table]);
    }
    done.add(table);
  };
  for (const table of tables) place(table, []);
  return [...done];
}
