import { sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ClosedDay } from "#lib/day-report.ts";
import { id, moment } from "./columns.ts";
import { people } from "./people.ts";
import { stores } from "./stores.ts";

/**
 * A signed-off business day of a store: its report as it was when somebody signed it. Append-only: triggers refuse to change or
 * delete one, to put one in its place, or to let two of a store overlap.
 */
export const dayCloses = sqliteTable(
  "day_closes",
  {
    id: id().primaryKey(),
    storeId: text("store_id")
      .notNull()
      .references(() => stores.id),
    /** The business day, as `2026-11-22`. */
    date: text("date").notNull(),
    from: moment("from").notNull(),
    /** The first moment that is no longer of it. */
    to: moment("to").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    closedAt: moment("closed_at").notNull(),
    /** Totals, and what was open with its explanation: everything the printed report shows, and no shopper's contact. */
    report: text("report", { mode: "json" }).$type<ClosedDay>().notNull(),
  },
  (table) => [
    uniqueIndex("day_closes_by_store_and_date").on(table.storeId, table.date),
    uniqueIndex("day_closes_by_store_and_end").on(table.storeId, table.to),
  ],
);
