import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { onTestFinished } from "vitest";
import type { Db } from "./engine.ts";
import { asDb } from "./sqlite-engine.ts";
import { openMigrated, temporaryFile } from "./testing-engine.ts";

/** What makes queries on a database. */
export type Queries = (db: Db) => Promise<unknown>;

/** How SQLite goes about the queries a function makes, with the values it binds. One list of steps a query. */
export async function plansOf(queries: Queries): Promise<string[][]> {
  const file = temporaryFile();
  await openMigrated(file);
  const connection = new Database(file);
  onTestFinished(() => {
    connection.close();
  });
  const made: { query: string; values: unknown[] }[] = [];
  const logger = { logQuery: (query: string, values: unknown[]) => void made.push({ query, values }) };
  await queries(asDb(drizzle(connection, { logger })));
  return made.map(({ query, values }) =>
    connection
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
      .all(...values)
      .map((step) => step.detail)
      // What a query inside has found is counted: that reads no table.
      .filter((step) => !/^SCAN (some_)?found$/.test(step)),
  );
}
