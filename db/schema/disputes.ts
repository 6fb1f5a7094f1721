import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { disputeOutcomes, disputeStages } from "#lib/dispute.ts";
import { currencies } from "#lib/money.ts";
import { id, moment } from "./columns.ts";

/** A dispute as events reported it: shown, and never reckoned with. No call of Sezzle's tells of disputes. */
export const disputes = sqliteTable(
  "disputes",
  {
    /** Sezzle's id of the dispute. */
    id: id().primaryKey(),
    orderUuid: text("order_uuid"),
    /** The sale and store of its order; null where the order is of another channel or not known. */
    saleId: text("sale_id"),
    storeId: text("store_id"),
    reference: text("reference"),
    type: text("type"),
    status: text("status"),
    amountCents: integer("amount_cents"),
    currency: text("currency", { enum: currencies }),
    dueAt: moment("due_at"),
    /** What the newest event said. */
    stage: text("stage", { enum: disputeStages }).notNull(),
    outcome: text("outcome", { enum: disputeOutcomes }),
    openedAt: moment("opened_at").notNull(),
    /** When the newest event arose. */
    reportedAt: moment("reported_at").notNull(),
    closedAt: moment("closed_at"),
  },
  (table) => [
    index("disputes_by_store").on(table.storeId, table.stage, table.dueAt),
    index("disputes_by_sale").on(table.saleId),
    index("disputes_by_order").on(table.orderUuid),
  ],
);
