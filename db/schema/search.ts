import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { contacts } from "./contacts.ts";
import { sales } from "./sales.ts";

/**
 * What a shopper can be found by: the words of a name, a whole e-mail, a phone number from its last digit to its first.
 * Made from `contacts` and erased with it. An index finds every word that begins with what was typed.
 */
export const contactWords = sqliteTable(
  "contact_words",
  {
    word: text("word").notNull(),
    contactId: text("contact_id")
      .notNull()
      .references(() => contacts.id),
  },
  (table) => [
    primaryKey({ columns: [table.word, table.contactId] }),
    index("contact_words_by_contact").on(table.contactId),
  ],
);

/** What a sale can be found by beside its shopper: the last letters of its number, and receipt numbers, in parts. */
export const saleWords = sqliteTable(
  "sale_words",
  {
    word: text("word").notNull(),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
  },
  (table) => [
    primaryKey({ columns: [table.word, table.saleId] }),
    index("sale_words_by_sale").on(table.saleId),
  ],
);
