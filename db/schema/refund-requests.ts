import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, moment } from "./columns.ts";
import { operations } from "./operations.ts";
import { people } from "./people.ts";
import { sales } from "./sales.ts";
import { registers, stores } from "./stores.ts";

/**
 * A refund that its person may not make alone, until a manager decides. Approved, it becomes an operation in the same
 * transaction: a request is decided once.
 */
export const refundRequests = sqliteTable(
  "refund_requests",
  {
    id: id().primaryKey(),
    storeId: text("store_id")
      .notNull()
      .references(() => stores.id),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    /** Who asks, and at which register. */
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    registerId: text("register_id").references(() => registers.id),
    amountCents: integer("amount_cents").notNull(),
    reason: text("reason").notNull(),
    /** The person said that it comes in addition to an equal refund. */
    additional: integer("additional", { mode: "boolean" }).notNull(),
    /** The wish of the refund itself: pressed twice, one request. */
    wishId: text("wish_id").notNull().unique(),
    createdAt: moment("created_at").notNull(),
    decision: text("decision", { enum: ["approved", "declined", "withdrawn"] }),
    decidedBy: text("decided_by").references(() => people.id),
    decidedAt: moment("decided_at"),
    operationId: text("operation_id").references(() => operations.id),
  },
  (table) => [
    index("refund_requests_open").on(table.storeId, table.createdAt).where(sql`decision is null`),
    index("refund_requests_by_sale").on(table.saleId),
  ],
);
