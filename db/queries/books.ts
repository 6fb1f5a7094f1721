import { asc, count, eq, gt, max, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { history } from "../schema/history.ts";
import { operations } from "../schema/operations.ts";
import { sales } from "../schema/sales.ts";
import type { Operation } from "./operations.ts";

export type Line = Pick<typeof history.$inferSelect, "kind" | "operationId" | "data">;

/**
 * Runs queries on one state of the database, whatever is committed meanwhile. For a connection that nobody else uses at the
 * time.
 */
export async function atOneMoment<Value>(db: Db, work: () => Promise<Value>): Promise<Value> {
  db.run(sql`begin`);
  try {
    return await work();
  } finally {
    db.run(sql`commit`);
  }
}

/** The ids of sales after an id, in the order of ids. */
export async function listSaleIds(db: Db, afterId: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: sales.id })
    .from(sales)
    .where(gt(sales.id, afterId))
    .orderBy(asc(sales.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The operations of a sale, of all its attempts, oldest first. */
export async function listSaleOperations(db: Db, saleId: string): Promise<Operation[]> {
  return db
    .select()
    .from(operations)
    .where(eq(operations.saleId, saleId))
    .orderBy(asc(operations.preparedAt), asc(operations.id));
}

/** The lines of history about a sale, oldest first. */
export async function listSaleLines(db: Db, saleId: string): Promise<Line[]> {
  const { kind, operationId, data } = history;
  return db
    .select({ kind, operationId, data })
    .from(history)
    .where(eq(history.saleId, saleId))
    .orderBy(asc(history.seq));
}

/** How many lines the history has, and the number of its newest: equal, unless a line is missing. */
export async function countLines(db: Db): Promise<{ lines: number; newest: number }> {
  const [row] = await db.select({ lines: count(), newest: max(history.seq) }).from(history);
  return { lines: row?.lines ?? 0, newest: row?.newest ?? 0 };
}
