import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";

/**
 * One row: whose database this is. A database belongs to one mode and one merchant for ever, so that lost
 * keys never turn a live shop into a demo.
 */
export const identity = sqliteTable("identity", {
  id: integer("id").primaryKey(),
  mode: text("mode", { enum: ["local", "sandbox", "production"] }).notNull(),
  /** Known from the first successful sign-in at the gateway on. */
  merchantUuid: text("merchant_uuid"),
  createdAt: moment("created_at").notNull(),
});
