import { sql } from "drizzle-orm";
import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";

/**
 * Webhooks whose signature held, on disk before they are answered. The raw bytes go once the event has been worked
 * off: a payload may name a shopper, and what is kept must not.
 */
export const webhookEvents = sqliteTable(
  "webhook_events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    /** Sezzle's id of the event; a repeat finds the first. For bytes that are no event, their hash. */
    eventUuid: text("event_uuid").notNull().unique(),
    event: text("event").notNull(),
    orderUuid: text("order_uuid"),
    receivedAt: moment("received_at").notNull(),
    deliveries: integer("deliveries").notNull().default(1),
    raw: blob("raw", { mode: "buffer" }),
    processedAt: moment("processed_at"),
    failures: integer("failures").notNull().default(0),
    nextTryAt: moment("next_try_at"),
    /** Why working it off failed last, in words without a payload; null: it has not. */
    problem: text("problem"),
  },
  (table) => [index("webhook_events_waiting").on(table.nextTryAt).where(sql`processed_at is null`)],
);
