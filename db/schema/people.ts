import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { locales } from "#lib/language.ts";
import { staffRoles } from "#lib/people.ts";
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
  /** Until when a password that somebody else gave is good for choosing one's own; null for one's own. */
  passwordUntil: moment("password_until"),
  /** argon2id of the digits that sign in on a paired tablet and approve on somebody else's screen; null: none was chosen. */
  pinHash: text("pin_hash"),
  /** What they read the till in; null: their store's language. */
  locale: text("locale", { enum: locales }),
  /** An owner is one in every store and needs no membership. */
  isOwner: integer("is_owner", { mode: "boolean" }).notNull().default(false),
  disabledAt: moment("disabled_at"),
  /** When their roles last changed: streams that were opened before know stores that may no longer be theirs. */
  rolesChangedAt: moment("roles_changed_at"),
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
    role: text("role", { enum: staffRoles }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.storeId] }),
    index("memberships_by_store").on(table.storeId),
  ],
);

/** Why a session ended before its time. */
const sessionEndReasons = [
  "signed_out",
  "password_changed",
  "disabled",
  "password_reset",
  "second_factor_changed",
  /** By its own person, from another browser. */
  "ended",
  "ended_by_other",
  /** A paired tablet was locked, or somebody else took it over. */
  "locked",
  /** Its tablet stands for no register any more. */
  "unpaired",
] as const;

/** One sign-in on one browser. The cookie names this row; the row decides, so ending it ends the session at once. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: id().primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull(),
    /** When its person last did something; a session without is idle, and ends. */
    lastSeenAt: moment("last_seen_at").notNull().default(sql`0`),
    expiresAt: moment("expires_at").notNull(),
    /** The browser in words, such as "Chrome on Android". */
    device: text("device").notNull().default(""),
    /** The browser's own id: wrong sign-ins elsewhere shut nobody out of a browser they have signed in on. */
    browserId: text("browser_id"),
    /** The paired tablet it began on: good with that tablet's cookie alone. Null on any other browser. */
    tabletId: text("tablet_id"),
    /** Begun with a PIN: good for the till's work alone. */
    byPin: integer("by_pin", { mode: "boolean" }).notNull().default(false),
    endedAt: moment("ended_at"),
    endReason: text("end_reason", { enum: sessionEndReasons }),
  },
  (table) => [
    index("sessions_by_person").on(table.personId),
    index("sessions_by_end").on(table.endedAt),
    index("sessions_by_tablet").on(table.tabletId),
  ],
);
