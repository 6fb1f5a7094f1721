import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, moment } from "./columns.ts";
import { people } from "./people.ts";

/** A payout of Sezzle's to the merchant, as its summary says. Amounts in cents of its own currencies. */
export const payouts = sqliteTable(
  "payouts",
  {
    /** Sezzle's id of the payout. */
    uuid: text("uuid").primaryKey(),
    payoutCurrency: text("payout_currency").notNull(),
    settlementCurrency: text("settlement_currency"),
    /** As `2026-11-22`. */
    payoutDate: text("payout_date").notNull(),
    netSettlementCents: integer("net_settlement_cents").notNull(),
    finalPayoutCents: integer("final_payout_cents"),
    forexFeesCents: integer("forex_fees_cents"),
    status: text("status").notNull(),
    seenAt: moment("seen_at").notNull(),
    /** When its details were last read whole; null: not yet. */
    readAt: moment("read_at"),
    /** The totals its details name, by their own names, in cents. */
    totals: text("totals", { mode: "json" }).$type<Record<string, number>>(),
    /** Why its details could not be read, in words. */
    problem: text("problem"),
  },
  (table) => [index("payouts_by_date").on(table.payoutDate, table.uuid)],
);

/** One line of a payout's details, and what of ours it was found to be. */
export const payoutLines = sqliteTable(
  "payout_lines",
  {
    id: id().primaryKey(),
    payoutUuid: text("payout_uuid")
      .notNull()
      .references(() => payouts.uuid),
    ordinal: integer("ordinal").notNull(),
    type: text("type").notNull(),
    typeCode: text("type_code").notNull(),
    orderUuid: text("order_uuid"),
    reference: text("reference"),
    sezzleOrderId: text("sezzle_order_id"),
    /** As `2026-11-22`. */
    eventDate: text("event_date"),
    amountCents: integer("amount_cents").notNull(),
    currency: text("currency").notNull(),
    /** The sale and store of its order; null for other channels and lines about no order. */
    saleId: text("sale_id"),
    storeId: text("store_id"),
    /** The movement of ours that it pays out or takes back. */
    movementUuid: text("movement_uuid"),
  },
  (table) => [
    index("payout_lines_by_payout").on(table.payoutUuid, table.ordinal),
    index("payout_lines_by_order").on(table.orderUuid),
    index("payout_lines_by_movement").on(table.movementUuid),
  ],
);

/** Something in a payout that does not agree with our books, until somebody has worked it through. */
export const payoutDifferences = sqliteTable(
  "payout_differences",
  {
    /** Made from what differs, so that reading a payout again finds the same one. */
    id: id().primaryKey(),
    payoutUuid: text("payout_uuid").references(() => payouts.uuid),
    lineId: text("line_id"),
    movementUuid: text("movement_uuid"),
    saleId: text("sale_id"),
    storeId: text("store_id"),
    kind: text("kind").notNull(),
    /** Ours less theirs, in cents. */
    amountCents: integer("amount_cents").notNull(),
    currency: text("currency").notNull(),
    foundAt: moment("found_at").notNull(),
    resolvedAt: moment("resolved_at"),
    resolvedBy: text("resolved_by").references(() => people.id),
    note: text("note"),
  },
  (table) => [
    index("payout_differences_by_payout").on(table.payoutUuid),
    index("payout_differences_open").on(table.resolvedAt, table.foundAt),
  ],
);
