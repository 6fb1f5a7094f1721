import { asc, count, eq, gt, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { history } from "../schema/history.ts";
import { sales } from "../schema/sales.ts";

export type Line = Pick<typeof history.$inferSelect, "kind" | "operationId" | "data">;

/**
 * Runs queries on one state of the database, whatever is committed meanwhile. For a connection that nobody else uses at the
 * time.
 */
export async function atOneMoment<Value>(db: Db, work: () => Promise<Value>): Promise<Value> {
  await db.run(sql`begin`);
  try {
    return await work();
  } finally {
    await db.run(sql`commit`);
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

/** The lines of history about a sale, oldest first. */
export async function listSaleLines(db: Db, saleId: string): Promise<Line[]> {
  const { kind, operationId, data } = history;
  return db
    .select({ kind, operationId, data })
    .from(history)
    .where(eq(history.saleId, saleId))
    .orderBy(asc(history.seq));
}

/** How many lines the history has, and how many were ever written: equal, unless a line is missing. */
export async function countLines(db: Db): Promise<{ lines: number; written: number }> {
  // SQLite's own count of what it has numbered. One query, so that a line written meanwhile is in both or in neither.
  const written = sql<number>`(select seq from sqlite_sequence where name = 'history')`;
  const [row] = await db.select({ lines: count(), written }).from(history);
  return { lines: row?.lines ?? 0, written: row?.written ?? 0 };
}

/** What the database itself refuses about the history, and the trigger that does, as SQLite keeps its text. */
const guards = [
  { refuses: "change", text: /^CREATE TRIGGER \S+ BEFORE UPDATE ON .history. BEGIN SELECT RAISE\(ABORT,/ },
  { refuses: "delete", text: /^CREATE TRIGGER \S+ BEFORE DELETE ON .history. BEGIN SELECT RAISE\(ABORT,/ },
  {
    refuses: "replace",
    text: /^CREATE TRIGGER \S+ BEFORE INSERT ON .history. WHEN EXISTS \(SELECT 1 FROM .history. WHERE .seq. = NEW\..seq.\) BEGIN SELECT RAISE\(ABORT,/,
  },
] as const;

/** Which of the three the database does not refuse any more, because its trigger is gone or is another one. */
export async function listMissingGuards(db: Db): Promise<("change" | "delete" | "replace")[]> {
  const rows = await db.all<{ sql: string }>(
    sql`select sql from sqlite_master where type = 'trigger' and tbl_name = 'history'`,
  );
  const texts = rows.map((row) => row.sql.replaceAll(/\s+/g, " "));
  return guards.filter(({ text }) => !texts.some((it) => text.test(it))).map(({ refuses }) => refuses);
}
