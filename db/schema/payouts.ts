import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { differenceKinds, lineOwners } from "#lib/payout.ts";
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
  (table) => [
    index("payouts_by_date").on(table.payoutDate, table.uuid),
    index("payouts_to_read").on(table.readAt, table.payoutDate),
  ],
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
    /** As it counts in the payout: positive for the merchant, whatever sign its file wrote. */
    amountCents: integer("amount_cents").notNull(),
    currency: text("currency").notNull(),
    chargebackCode: text("chargeback_code"),
    /** Whose it is: a store's, another channel's, of an order nobody knows, or of no order. */
    owner: text("owner", { enum: lineOwners }).notNull().default("unknown"),
    /** The sale and store of its order; null for other channels and lines about no order. */
    saleId: text("sale_id"),
    storeId: text("store_id"),
    /** The movement of ours that it pays out or takes back. */
    movementUuid: text("movement_uuid"),
  },
  (table) => [
    index("payout_lines_by_payout").on(table.payoutUuid, table.ordinal),
    index("payout_lines_by_order").on(table.orderUuid),
    // Each movement pays out once.
    uniqueIndex("payout_lines_by_movement").on(table.movementUuid),
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
    orderUuid: text("order_uuid"),
    kind: text("kind", { enum: differenceKinds }).notNull(),
    /** What it is about, where the kind alone does not tell: a total's name, a type code, a reference. */
    about: text("about"),
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

/**
 * What a payout's lines come to, by whose they are and by type, written whenever its lines are matched: a list of payouts adds up
 * some of these and never the lines.
 */
export const payoutSums = sqliteTable(
  "payout_sums",
  {
    payoutUuid: text("payout_uuid")
      .notNull()
      .references(() => payouts.uuid),
    owner: text("owner", { enum: lineOwners }).notNull(),
    /** Empty unless a store's. */
    storeId: text("store_id").notNull(),
    typeCode: text("type_code").notNull(),
    lines: integer("lines").notNull(),
    amountCents: integer("amount_cents").notNull(),
    /** What our books say of the movements these lines were found to be. */
    oursCents: integer("ours_cents").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.payoutUuid, table.owner, table.storeId, table.typeCode] }),
    index("payout_sums_by_store").on(table.storeId, table.payoutUuid),
  ],
);

/** One row: the reading of payouts, which one process does at a time. */
export const payoutReads = sqliteTable("payout_reads", {
  id: integer("id").primaryKey(),
  lease: text("lease"),
  leaseUntil: moment("lease_until"),
  nextReadAt: moment("next_read_at").notNull(),
  /** When the payouts were last read whole; null: never. */
  readAt: moment("read_at"),
  failures: integer("failures").notNull().default(0),
  /** Why the last reading failed, in words; null once one has not. */
  problem: text("problem"),
  /** Up to when every capture and refund was looked at for a payout; null until the first payout is known. */
  checkedUntil: moment("checked_until"),
});
