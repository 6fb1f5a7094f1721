import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";

/**
 * Sign-ins that failed, or are being tried, by account (`account:casey`, whether there is such a person or not) and by
 * address. A sign-in that succeeds forgets its account's.
 */
export const signInTries = sqliteTable(
  "sign_in_tries",
  {
    key: text("key").primaryKey(),
    tries: integer("tries").notNull(),
    lastAt: moment("last_at").notNull(),
  },
  (table) => [index("sign_in_tries_by_time").on(table.lastAt)],
);
