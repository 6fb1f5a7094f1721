import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";
import { people } from "./people.ts";

/** A person's second factor: codes of an authenticator app (TOTP, RFC 6238). At most one a person. */
export const secondFactors = sqliteTable("second_factors", {
  personId: text("person_id")
    .primaryKey()
    .references(() => people.id),
  /** The shared secret, sealed under a key that is not in the database. */
  sealedSecret: text("sealed_secret").notNull(),
  createdAt: moment("created_at").notNull(),
  /** When a first code proved that the app has the secret; asked for at sign-in only from then on. */
  confirmedAt: moment("confirmed_at"),
  /** The time step of the last code that was taken: none is taken twice, nor an older one. */
  lastStep: integer("last_step").notNull().default(0),
});

/** Codes that stand in for the second factor once each, kept as hashes of long random texts. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    hash: text("hash").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    usedAt: moment("used_at"),
  },
  (table) => [index("recovery_codes_by_person").on(table.personId)],
);
