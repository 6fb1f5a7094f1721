import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, moment } from "./columns.ts";
import { people } from "./people.ts";
import { registers } from "./stores.ts";

/** A browser that stands for a register until somebody at the desk unpairs it. Kept afterwards: sessions name them. */
export const tablets = sqliteTable(
  "tablets",
  {
    id: id().primaryKey(),
    registerId: text("register_id")
      .notNull()
      .references(() => registers.id),
    /** Of the random token in the tablet's cookie; the token itself is nowhere but there. */
    tokenHash: text("token_hash").notNull().unique(),
    /** The browser in words, such as "Chrome on Android". */
    device: text("device").notNull(),
    pairedBy: text("paired_by")
      .notNull()
      .references(() => people.id),
    pairedAt: moment("paired_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    unpairedBy: text("unpaired_by").references(() => people.id),
    unpairedAt: moment("unpaired_at"),
  },
  (table) => [index("tablets_by_register").on(table.registerId)],
);

/** Codes with which a tablet can be paired. One that was used is gone, so that nobody can use it twice. */
export const pairingCodes = sqliteTable(
  "pairing_codes",
  {
    /** Keyed: a copy of the database does not give a code away while it is good. */
    codeHash: text("code_hash").primaryKey(),
    registerId: text("register_id")
      .notNull()
      .references(() => registers.id),
    madeBy: text("made_by")
      .notNull()
      .references(() => people.id),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [index("pairing_codes_by_register").on(table.registerId)],
);
