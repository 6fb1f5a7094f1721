import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { locales } from "#lib/language.ts";
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
  locale: text("locale", { enum: locales }).notNull(),
  timeZone: text("time_zone").notNull(),
  minCents: integer("min_cents").notNull(),
  maxCents: integer("max_cents").notNull(),
  /** How long a shopper has to complete the checkout. */
  checkoutTtlMs: integer("checkout_ttl_ms").notNull(),
  /** When an approved sale is captured: by the cashier at hand-over, or by the till as soon as Sezzle approves it. */
  capturePolicy: text("capture_policy", { enum: capturePolicies }).notNull().default("at_hand_over"),
  /** What a cashier may refund alone in one business day; pending refunds count. */
  cashierRefundLimitCents: integer("cashier_refund_limit_cents").notNull().default(0),
  /** The hour of the wall clock at which a business day begins: sales after midnight and before it belong to the day before. */
  cutOffHour: integer("cut_off_hour").notNull().default(0),
  /** The reasons a refund can be given by one touch; any other is written in words. */
  refundReasons: text("refund_reasons", { mode: "json" })
    .$type<string[]>()
    .notNull()
    .default(["Returned goods", "Price adjustment", "Mistake"]),
  /** After so many days without a sale a shopper's contact is erased; null: it is kept until somebody erases it. */
  contactRetentionDays: integer("contact_retention_days"),
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
    /** Closed: nobody can choose it; what was sold at it stays. */
    closedAt: moment("closed_at"),
  },
  (table) => [index("registers_by_store").on(table.storeId)],
);
