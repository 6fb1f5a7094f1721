import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { currencies } from "#lib/money.ts";
import { capturePolicies } from "#lib/store.ts";
import { id, moment } from "./columns.ts";

/** A shop. Its code begins every sale's number; currency and time zone are fixed once sales exist. */
export const stores = sqliteTable("stores", {
  id: id().primaryKey(),
  code: text("code").notNull().unique(),
  name: text("name").notNull(),
  country: text("country", { enum: ["US", "CA"] }).notNull(),
  currency: text("currency", { enum: currencies }).notNull(),
  locale: text("locale", { enum: ["en-US", "en-CA", "fr-CA"] }).notNull(),
  timeZone: text("time_zone").notNull(),
  minCents: integer("min_cents").notNull(),
  maxCents: integer("max_cents").notNull(),
  /** How long a shopper has to complete the checkout. */
  checkoutTtlMs: integer("checkout_ttl_ms").notNull(),
  /** When an approved sale is captured: by the cashier at hand-over, or by the till as soon as Sezzle approves it. */
  capturePolicy: text("capture_policy", { enum: capturePolicies }).notNull().default("at_hand_over"),
  /** What a cashier may refund alone in one business day; pending refunds count. */
  cashierRefundLimitCents: integer("cashier_refund_limit_cents").notNull().default(0),
  createdAt: moment("created_at").notNull(),
});

/** A counter with a tablet. */
export const registers = sqliteTable(
  "registers",
  {
    id: id().primaryKey(),
    storeId: text("store_id")
      .notNull()
      .references(() => stores.id),
    name: text("name").notNull(),
  },
  (table) => [index("registers_by_store").on(table.storeId)],
);
