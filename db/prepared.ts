import { and, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "./engine-types.ts";

// Drizzle takes some 150 µs to put the SQL of a query together, and SQLite 5 to run it. What a sale is sent and captured with is more than
// a hundred queries, so theirs are put together once for each connection.

type Value = string | number | boolean | Date | Uint8Array | object | null;
/** What varies from one run of a query to the next, by name. Lists are for `inArray`; any other object is kept as JSON. */
type Values = Readonly<Record<string, Value | readonly Value[]>>;

/** A query as Drizzle's builder has it. */
type Query<Result> = PromiseLike<Result> & {
  prepare(): { execute(values: Record<string, unknown>): PromiseLike<Result> };
};

/**
 * A query that is put together when it is first run. `build` writes it as any other, with the values in their places; it gets a place for
 * each instead of the value itself, so it cannot look at them.
 */
export function prepared<Given extends Values, Result>(
  build: (db: Db, it: Given) => Query<Result>,
): (db: Db, given: Given) => Promise<Result> {
  const forms = new WeakMap<Db, Map<string, ReturnType<Query<Result>["prepare"]>>>();
  return async (db, given) => {
    const ofDb = forms.get(db) ?? new Map<string, ReturnType<Query<Result>["prepare"]>>();
    if (ofDb.size === 0) forms.set(db, ofDb);
    const form = formOf(given);
    let query = form === null ? undefined : ofDb.get(form);
    query ??= build(db, placesOf(given) as Given).prepare();
    if (form !== null) ofDb.set(form, query);
    return query.execute(keptValuesOf(given));
  };
}

/** The names of the values, and the lengths of the lists: each needs SQL of its own. Null for those that are too long to be kept. */
function formOf(given: Values): string | null {
  let form = "";
  for (const name in given) {
    const value = given[name];
    form += `${name} `;
    if (!Array.isArray(value)) continue;
    if (value.length > longestFilled) return null;
    form += `${roundLength(value.length)} `;
  }
  return form;
}

function placesOf(given: Values): Record<string, SQL | SQL[]> {
  const places: Record<string, SQL | SQL[]> = {};
  for (const [name, value] of Object.entries(given)) {
    places[name] = Array.isArray(value)
      ? Array.from({ length: roundLength(value.length) }, (_, index) => placeOf(`${name} ${index}`))
      : placeOf(name);
  }
  return places;
}

function keptValuesOf(given: Values): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name in given) {
    const value = given[name] as Value;
    if (!Array.isArray(value)) {
      values[name] = asKept(value);
      continue;
    }
    const last = value.length - 1;
    // The last one again: in a list that is searched, a repeat changes nothing.
    for (let index = roundLength(value.length) - 1; index >= 0; index -= 1)
      values[`${name} ${index}`] = asKept(value[Math.min(index, last)]);
  }
  return values;
}

/** Longer ones are put together each time, for their own length: filled up, they could have more values than SQLite takes (32,766). */
const longestFilled = 8_192;

/** A power of two, so that lists of many lengths share few forms. */
function roundLength(length: number): number {
  return length === 0 || length > longestFilled ? length : 2 ** Math.ceil(Math.log2(length));
}

/** Drizzle takes SQL as it is, where it would take a value for one of the column's own type and try to translate it. */
function placeOf(name: string): SQL {
  return sql`${sql.placeholder(name)}`;
}

/** A value as the columns keep it (`schema/columns.ts`). */
function asKept(value: Value): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "object" && value !== null && !(value instanceof Uint8Array))
    return JSON.stringify(value);
  return value;
}

type Change = (db: Db, given: Values) => Promise<unknown>;

const insertions = new WeakMap<SQLiteTable, Map<string, Change>>();
const updates = new WeakMap<SQLiteTable, Map<string, Change>>();

/** Adds a row to a table. Columns that are not given get their default. */
export async function insertRow<Table extends SQLiteTable>(
  db: Db,
  table: Table,
  row: Table["$inferInsert"],
): Promise<void> {
  const given = defined(row);
  const insert = kept(insertions, table, Object.keys(given).join(), () =>
    prepared((db: Db, it: Values) => db.insert(table).values(it as Table["$inferInsert"])),
  );
  await insert(db, given);
}

/** Writes what changed on the rows of a table that have these values. True when there was one. Nothing changed: nothing is written. */
export async function updateRow<Table extends SQLiteTable>(
  db: Db,
  table: Table,
  change: Partial<Table["$inferSelect"]>,
  ...where: { column: SQLiteColumn; is: string }[]
): Promise<boolean> {
  const given = defined(change);
  const names = Object.keys(given);
  if (names.length === 0) return false;
  const form = [...where.map(({ column }) => column.name), "", ...names].join();
  const update = kept(updates, table, form, () =>
    prepared((db: Db, it: Values) =>
      db
        .update(table)
        .set(Object.fromEntries(names.map((name) => [name, it[name]])) as never)
        .where(and(...where.map(({ column }) => eq(column, it[`where ${column.name}`]))))
        .returning({ found: sql<number>`1` }),
    ),
  );
  const values = Object.fromEntries(where.map(({ column, is }) => [`where ${column.name}`, is]));
  const rows = (await update(db, { ...given, ...values })) as unknown[];
  return rows.length > 0;
}

/** What is given of a row. A list in a row is kept as JSON: it is none to search in. */
function defined(row: object): Values {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : value]),
  );
}

function kept(
  all: WeakMap<SQLiteTable, Map<string, Change>>,
  table: SQLiteTable,
  form: string,
  make: () => Change,
): Change {
  const ofTable = all.get(table) ?? new Map<string, Change>();
  all.set(table, ofTable);
  const change = ofTable.get(form) ?? make();
  ofTable.set(form, change);
  return change;
}
