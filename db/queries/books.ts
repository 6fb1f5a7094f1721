import { asc, count, eq, gt, inArray, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { history } from "../schema/history.ts";
import { attempts, sales } from "../schema/sales.ts";

export type Line = Pick<typeof history.$inferSelect, "kind" | "operationId" | "data">;

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

/** Some sales, each with its current attempt. */
export async function listSalesWithAttempts(
  db: Db,
  saleIds: string[],
): Promise<{ sale: typeof sales.$inferSelect; attempt: typeof attempts.$inferSelect | null }[]> {
  return db
    .select({ sale: sales, attempt: attempts })
    .from(sales)
    .leftJoin(attempts, eq(attempts.id, sales.currentAttemptId))
    .where(inArray(sales.id, saleIds))
    .orderBy(asc(sales.id));
}

/** The lines of history about some sales, the oldest of each first. */
export async function listLinesOfSales(
  db: Db,
  saleIds: string[],
): Promise<{ saleId: string | null; line: Line }[]> {
  const { saleId, kind, operationId, data } = history;
  return db
    .select({ saleId, line: { kind, operationId, data } })
    .from(history)
    .where(inArray(saleId, saleIds))
    .orderBy(asc(saleId), asc(history.seq));
}

/** How many lines the history has, and how many were ever written: equal, unless a line is missing. */
export async function countLines(db: Db): Promise<{ lines: number; written: number }> {
  // The database's own count of what it has numbered. One query, so that a line written meanwhile is in both or in neither.
  const written =
    db.engine === "sqlite"
      ? sql<number>`(select seq from sqlite_sequence where name = 'history')`
      : sql<number>`(select last from history_numbers)`;
  const [row] = await db.select({ lines: count(), written }).from(history);
  return { lines: row?.lines ?? 0, written: row?.written ?? 0 };
}
