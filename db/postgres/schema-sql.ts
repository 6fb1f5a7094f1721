import { Column, is, SQL } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { PostgresWords } from "./session.ts";

const dialect = new PostgresWords();

/** Text sorts and compares by its bytes, as in SQLite, whatever language the server speaks. */
const types: Record<string, string> = { text: 'text collate "C"', integer: "bigint", blob: "bytea" };

const named = (name: string) => dialect.escapeName(name);
const listed = (columns: { name: string }[]) => columns.map((it) => named(it.name)).join(", ");

/**
 * The statements that make these tables in PostgreSQL: the tables, then their indexes, then what refers from one to another. Left out is
 * an index on something reckoned, which each engine puts in words of its own.
 */
export function schemaStatements(tables: SQLiteTable[]): string[] {
  return [tables.map(tableOf), tables.flatMap(indexesOf), tables.flatMap(referencesOf)].flat();
}

function tableOf(table: SQLiteTable): string {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const keys = primaryKeys.map((key) => `primary key (${listed(key.columns)})`);
  const lines = [...columns.map(columnOf), ...keys];
  return `create table ${named(name)} (\n  ${lines.join(",\n  ")}\n)`;
}

function columnOf(column: SQLiteColumn): string {
  const type = types[column.getSQLType()];
  if (!type) throw new Error(`no PostgreSQL type for ${column.name}`);
  return [
    named(column.name),
    type,
    ...(column.notNull ? ["not null"] : []),
    ...(column.primary ? ["primary key"] : []),
    ...(column.isUnique ? [`constraint ${named(column.uniqueName ?? "")} unique`] : []),
    ...(column.default === undefined ? [] : [`default ${defaultOf(column)}`]),
  ].join(" ");
}

function defaultOf(column: SQLiteColumn): string {
  if (is(column.default, SQL)) return inWords(column.default);
  const value = column.mapToDriverValue(column.default);
  return typeof value === "number" ? String(value) : dialect.escapeString(String(value));
}

function inWords(condition: SQL): string {
  return dialect.sqlToQuery(condition.inlineParams()).sql;
}

function indexesOf(table: SQLiteTable): string[] {
  const { name, indexes } = getTableConfig(table);
  return indexes.flatMap(({ config }) => {
    const columns = config.columns.filter((it) => is(it, Column));
    if (columns.length < config.columns.length) return [];
    const where = config.where ? ` where ${inWords(config.where)}` : "";
    const kind = config.unique ? "unique index" : "index";
    return [`create ${kind} ${named(config.name)} on ${named(name)} (${listed(columns)})${where}`];
  });
}

function referencesOf(table: SQLiteTable): string[] {
  const { name, foreignKeys } = getTableConfig(table);
  return foreignKeys.map((key) => {
    const { columns, foreignColumns, foreignTable } = key.reference();
    const target = named(getTableConfig(foreignTable).name);
    return `alter table ${named(name)} add constraint ${named(key.getName())} foreign key (${listed(columns)}) references ${target} (${listed(foreignColumns)})`;
  });
}
