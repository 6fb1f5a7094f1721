import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { onTestFinished, test } from "vitest";
import type { Db } from "./engine.ts";
import { listHistoryOfSale, listSaleLinesAfter } from "./queries/history.ts";
import { listDueAsks } from "./queries/orders.ts";
import { listWaitingWebhookEvents } from "./queries/webhooks.ts";
import { noon, openMigrated, temporaryFile } from "./testing.ts";

/** How SQLite goes about the queries a function makes, with the values the function binds: one text a query. */
async function _plansOf(work: (db: Db) => Promise<unknown>): Promise<string[]> {
  const file = temporaryFile();
  openMigrated(file);
  const connection = new Database(file);
  onTestFinished(() => {
    connection.close();
  });
  const asked: { query: string; values: unknown[] }[] = [];
  const logger = { logQuery: (query: string, values: unknown[]) => asked.push({ query, values }) };
  await work(
    drizzle(connection, { logger: { logQuery: (query, values) => void logger.logQuery(query, values) } }),
  );
  return asked.map(({ query, values }) => {
    const steps = connection
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
      .all(...values);
    return steps.map((step) => step.detail).join("\n");
  });
}

test.each<[string, (db: Db) => Promise<unknown>, RegExp[]]>([
  [
    "a sale's history",
    (db) => listHistoryOfSale(db, "s-1", 200),
    [/history USING INDEX history_by_sale \(sale_id=\?\)/],
  ],
  [
    "a stream's missed lines",
    (db) => listSaleLinesAfter(db, 7, ["a", "b"], 100),
    [/history USING INTEGER PRIMARY KEY \(rowid>\?\)/],
  ],
  [
    "all missed lines",
    (db) => listSaleLinesAfter(db, 7, null, 100),
    [/history USING INTEGER PRIMARY KEY \(rowid>\?\)/],
  ],
  [
    "the orders due",
    (db) => listDueAsks(db, noon, 4),
    [/order_asks USING INDEX order_asks_by_next \(next_ask_at<\?\)/],
  ],
  [
    "the webhooks that wait",
    (db) => listWaitingWebhookEvents(db, noon, 10),
    [/USING INDEX webhook_events_waiting \(next_try_at<\?\)/],
  ],
])("%s", () => {});
