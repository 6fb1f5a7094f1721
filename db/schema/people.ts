import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, moment } from "./columns.ts";
import { stores } from "./stores.ts";

/** Someone who can sign in. Never deleted: history lines name them. */
export const people = sqliteTable("people", {
  id: id().primaryKey(),
  /** Lower case; what is typed at the sign-in. */
  signInName: text("sign_in_name").notNull().unique(),
  name: text("name").notNull(),
  /** argon2id, in PHC format. */
  passwordHash: text("password_hash").notNull(),
  /** An owner is one in every store and needs no membership. */
  isOwner: integer("is_owner", { mode: "boolean" }).notNull().default(false),
  disabledAt: moment("disabled_at"),
  createdAt: moment("created_at").notNull(),
});

/** A person's role in one store. */
export const memberships = sqliteTable(
  "memberships",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    storeId: text("store_id")
      .notNull()
      .references(() => stores.id),
    role: text("role", { enum: ["cashier", "manager"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.storeId] })],
);

/** One sign-in on one browser. The cookie names this row; the row decides, so ending it ends the session at once. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: id().primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    endedAt: moment("ended_at"),
    endReason: text("end_reason", { enum: ["signed_out", "password_changed", "disabled"] }),
  },
  (table) => [index("sessions_by_person").on(table.personId), index("sessions_by_end").on(table.endedAt)],
);
