import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, moment } from "./columns.ts";

/**
 * The one place where shoppers' phone numbers, e-mails and names are kept, so that they can be erased
 * without touching the records of the money. `contact_words` is made from it and goes with it; nothing else in the database
 * holds any of them.
 */
export const contacts = sqliteTable("contacts", {
  id: id().primaryKey(),
  /** E.164. */
  phone: text("phone"),
  email: text("email"),
  name: text("name"),
  createdAt: moment("created_at").notNull(),
  erasedAt: moment("erased_at"),
});
