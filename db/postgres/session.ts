import type { Query, QueryWithTypings, SQL } from "drizzle-orm";
import { NoopCache } from "drizzle-orm/cache/core";
import { NoopLogger } from "drizzle-orm/logger";
import { SQLiteAsyncDialect, type SQLiteExecuteMethod } from "drizzle-orm/sqlite-core";
import type { SelectedFieldsOrdered } from "drizzle-orm/sqlite-core/query-builders/select.types";
import {
  type AsyncRemoteCallback,
  type PreparedQueryConfig,
  RemotePreparedQuery,
  SQLiteRemoteSession,
  SqliteRemoteDatabase,
} from "drizzle-orm/sqlite-proxy";
import type { Db } from "../engine-types.ts";

/** Runs one statement. Rows come as lists of their values, or as objects by name. */
export type Run = (text: string, values: unknown[], asLists: boolean) => Promise<unknown[]>;

/** Drizzle's SQLite words, where PostgreSQL has others: for the values, and for the columns of a conflict, which name no table. */
export class PostgresWords extends SQLiteAsyncDialect {
  override escapeParam(place: number): string {
    return `$${place + 1}`;
  }

  override sqlToQuery(words: SQL, source?: "indexes"): QueryWithTypings {
    const query = super.sqlToQuery(words, source);
    return { ...query, sql: query.sql.replace(conflict, (columns) => columns.replaceAll(tableName, "")) };
  }
}

const conflict = / on conflict \("[^)]+"\) do /;
const tableName = /"[^"]+"\./g;

const dialect = new PostgresWords();

/** What a statement that Drizzle has written is run by; its result is mapped as SQLite's is. */
class PreparedQuery extends RemotePreparedQuery {
  /** Drizzle would put the statement's values into the error: they may be a shopper's. */
  queryWithCache<Value>(_text: string, _values: unknown[], query: () => Promise<Value>): Promise<Value> {
    return query();
  }
}

type NoTables = Record<string, never>;

class PostgresSession extends SQLiteRemoteSession<NoTables, NoTables> {
  readonly #run: Run;

  constructor(run: Run) {
    super(callback(run, false), dialect, undefined);
    this.#run = run;
  }

  override prepareQuery<Config extends Omit<PreparedQueryConfig, "run">>(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    method: SQLiteExecuteMethod,
    isInLists: boolean,
    mapper?: (rows: unknown[][]) => unknown,
  ): RemotePreparedQuery<Config> {
    return new PreparedQuery(
      // Rows are mapped by place; what was written by hand has no fields, and gets them by name.
      callback(this.#run, fields !== undefined),
      query,
      new NoopLogger(),
      new NoopCache(),
      undefined,
      undefined,
      fields,
      method,
      isInLists,
      mapper,
    );
  }
}

function callback(run: Run, asLists: boolean): AsyncRemoteCallback {
  return async (text, values, method) => {
    const rows = await run(text, values.map(keepable), asLists || method === "values");
    // Of one row Drizzle wants that row. Its types do not say so.
    return { rows: method === "get" ? (rows[0] as unknown[]) : rows };
  };
}

/** Behind an even number of backslashes: a NUL as it stands in JSON, or half of a character, which stands so only without its other half. */
const unkeepableInJson = /(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})/g;

/**
 * PostgreSQL keeps no text with a NUL in it, and cannot read JSON with one or with half of a character. No field means anything by them, and
 * what came from elsewhere (an answer, a form) is rather kept without them than refused each time it comes.
 */
function keepable(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.includes("\0") ? value.replaceAll("\0", "") : value;
  return text.includes("\\u") ? text.replace(unkeepableInJson, "$1") : text;
}

/** Queries that are run by `run`. */
export function postgresDb(run: Run, atOneMoment: Db["atOneMoment"]): Db {
  const db = new SqliteRemoteDatabase("async", dialect, new PostgresSession(run), undefined);
  return Object.assign(db, { engine: "postgres" as const, atOneMoment });
}
