import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { type HistoryData, historyKinds } from "#lib/sale-view.ts";
import { moment } from "./columns.ts";

/**
 * Who did what, when, why, on which register, and what Sezzle said. Append-only: triggers refuse to change or delete a
 * line. `seq` is the position of the live stream; SQLite hands it out in the order of commits, since one
 * writer writes at a time.
 */
export const history = sqliteTable(
  "history",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    at: moment("at").notNull(),
    kind: text("kind", { enum: historyKinds }).notNull(),
    storeId: text("store_id"),
    saleId: text("sale_id"),
    orderUuid: text("order_uuid"),
    operationId: text("operation_id"),
    personId: text("person_id"),
    /** Whom it was done to, when that is somebody else. */
    aboutPersonId: text("about_person_id"),
    registerId: text("register_id"),
    /** Amounts and words; never a shopper's phone or e-mail. */
    data: text("data", { mode: "json" }).$type<HistoryData>().notNull(),
  },
  (table) => [
    index("history_by_sale").on(table.saleId, table.seq),
    index("history_by_person").on(table.personId, table.seq),
    index("history_about_person").on(table.aboutPersonId, table.seq),
  ],
);
