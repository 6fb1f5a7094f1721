import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, moment, orderSnapshot } from "./columns.ts";
import { operations } from "./operations.ts";
import { attempts } from "./sales.ts";

/**
 * A Sezzle order and its last answer. `main` is the order its attempt opened; a `second` one for the same attempt is
 * an alarm, kept and never dropped; `other_channel` belongs to no sale of ours.
 */
export const orders = sqliteTable(
  "orders",
  {
    /** Sezzle's own order uuid. */
    uuid: text("uuid").primaryKey(),
    kind: text("kind", { enum: ["main", "second", "other_channel"] }).notNull(),
    attemptId: text("attempt_id").references(() => attempts.id),
    sessionUuid: text("session_uuid"),
    checkoutUrl: text("checkout_url"),
    /** Sezzle's last answer; it carries no contact data, and no metadata for other channels. */
    snapshot: orderSnapshot("snapshot"),
    /** When that answer was asked for. */
    askedAt: moment("asked_at"),
    /** When that answer came. */
    confirmedAt: moment("confirmed_at"),
    confirmedBy: text("confirmed_by", { enum: ["webhook", "poll", "operation", "person", "start"] }),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    index("orders_by_attempt").on(table.attemptId),
    // Few: a second order for one attempt is an alarm.
    index("orders_second").on(table.createdAt).where(sql`kind = 'second'`),
    // The number Sezzle's dashboard shows, by which a manager looks for an order.
    index("orders_by_sezzle_id").on(sql`snapshot ->> '$.authorization.sezzleOrderId'`),
  ],
);

/**
 * When an order is to be asked for, and who is asking. `wanted` counts the hints, `done` the hints answered: while they
 * differ an answer is owed. The lease lets one process ask at a time; its token fences off a late answer.
 */
export const orderAsks = sqliteTable(
  "order_asks",
  {
    orderUuid: text("order_uuid").primaryKey(),
    wanted: integer("wanted").notNull().default(0),
    done: integer("done").notNull().default(0),
    /** What the latest hint was, for "confirmed by". */
    hint: text("hint", { enum: ["webhook", "poll", "operation", "person", "start"] }).notNull(),
    lease: text("lease"),
    leaseUntil: moment("lease_until"),
    failures: integer("failures").notNull().default(0),
    /** When Sezzle was last asked in vain; null once it has answered. */
    failedAt: moment("failed_at"),
    nextAskAt: moment("next_ask_at"),
    /** A screen shows this order; it is asked for within five seconds until then. */
    watchedUntil: moment("watched_until"),
  },
  (table) => [index("order_asks_by_next").on(table.nextAskAt)],
);

/** A capture, refund or release as Sezzle's order lists it, and the operation of ours that made it, if one did. */
export const movements = sqliteTable(
  "movements",
  {
    /** Sezzle's id of the movement. */
    uuid: text("uuid").primaryKey(),
    orderUuid: text("order_uuid")
      .notNull()
      .references(() => orders.uuid),
    /** Whose sale it belongs to, kept here so that a day's movements of a store are one walk of an index. */
    storeId: text("store_id").notNull().default(""),
    saleId: text("sale_id").notNull().default(""),
    kind: text("kind", { enum: ["capture", "refund", "release"] }).notNull(),
    amountCents: integer("amount_cents").notNull(),
    operationId: id("operation_id")
      .unique()
      .references(() => operations.id),
    /** Where a refund was made, as an event reported it (`dashboard` or `gateway`); shown, never reckoned with. */
    source: text("source"),
    firstSeenAt: moment("first_seen_at").notNull(),
  },
  (table) => [
    index("movements_by_order").on(table.orderUuid),
    index("movements_by_store_and_time").on(table.storeId, table.firstSeenAt),
  ],
);
