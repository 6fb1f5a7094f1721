import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { locales } from "#lib/language.ts";
import { currencies } from "#lib/money.ts";
import { saleStatuses } from "#lib/order-state.ts";
import { id, moment } from "./columns.ts";
import { contacts } from "./contacts.ts";
import { people } from "./people.ts";
import { registers, stores } from "./stores.ts";

/**
 * What a cashier wants to be paid for. `status`, the four amounts and the two expiries are the copy kept for
 * lists, written by the door for state alone, always in one transaction with their history line.
 */
export const sales = sqliteTable(
  "sales",
  {
    id: id().primaryKey(),
    storeId: text("store_id")
      .notNull()
      .references(() => stores.id),
    registerId: text("register_id").references(() => registers.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** Readable and unique, such as `MAPLE-261122-7K3F`. */
    number: text("number").notNull().unique(),
    amountCents: integer("amount_cents").notNull(),
    currency: text("currency", { enum: currencies }).notNull(),
    receiptNumber: text("receipt_number"),
    /** The shopper's own language, for the link and the receipt; null: the store's. */
    shopperLocale: text("shopper_locale", { enum: locales }),
    createdAt: moment("created_at").notNull(),
    currentAttemptId: text("current_attempt_id").notNull(),
    version: integer("version").notNull().default(1),
    status: text("status", { enum: saleStatuses }).notNull(),
    statusAt: moment("status_at").notNull(),
    authorizedCents: integer("authorized_cents").notNull().default(0),
    capturedCents: integer("captured_cents").notNull().default(0),
    releasedCents: integer("released_cents").notNull().default(0),
    refundedCents: integer("refunded_cents").notNull().default(0),
    checkoutExpiresAt: moment("checkout_expires_at"),
    authorizationExpiresAt: moment("authorization_expires_at"),
  },
  (table) => [
    index("sales_by_store_and_time").on(table.storeId, table.createdAt, table.id),
    index("sales_by_status_and_expiry").on(table.status, table.checkoutExpiresAt),
    index("sales_by_store_and_status").on(table.storeId, table.status, table.createdAt, table.id),
    // With the status in them, so that a person's or a register's sales of one status are one walk, too.
    index("sales_by_store_and_person").on(
      table.storeId,
      table.personId,
      table.status,
      table.createdAt,
      table.id,
    ),
    index("sales_by_store_and_register").on(
      table.storeId,
      table.registerId,
      table.status,
      table.createdAt,
      table.id,
    ),
    index("sales_by_store_and_amount").on(table.storeId, table.amountCents),
  ],
);

/** One try to open a checkout for a sale. Its id is unguessable and travels in `metadata.till_attempt`. */
export const attempts = sqliteTable(
  "attempts",
  {
    id: id().primaryKey(),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    ordinal: integer("ordinal").notNull(),
    channel: text("channel", { enum: ["sms", "email"] }).notNull(),
    contactId: text("contact_id")
      .notNull()
      .references(() => contacts.id),
    /** The reference the checkout was opened with; a receipt number set later does not change it. */
    referenceId: text("reference_id").notNull().unique(),
    /** Names the attempt on the shopper's own pages, apart from the id that Sezzle is told. */
    shopperToken: text("shopper_token").notNull().unique(),
    checkoutExpiresAt: moment("checkout_expires_at").notNull(),
    /** The reauthorize operation that brought this attempt its order; null: it opened a checkout of its own. */
    renewalOperationId: text("renewal_operation_id"),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("attempts_by_sale").on(table.saleId, table.ordinal),
    index("attempts_by_contact").on(table.contactId),
    // Sales whose link was sent again; few beside all attempts.
    index("attempts_further").on(table.createdAt).where(sql`ordinal > 1`),
  ],
);
