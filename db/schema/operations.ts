import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { currencies } from "#lib/money.ts";
import { operationKinds, operationStates } from "#lib/operation.ts";
import type { KeptProblem } from "#lib/problem.ts";
import { id, moment } from "./columns.ts";
import { people } from "./people.ts";
import { attempts, sales } from "./sales.ts";
import { registers } from "./stores.ts";

/** What an operation needs beside its amount to be sent. Never a phone or an e-mail. */
export type OperationInput = {
  referenceId?: string;
  /** The link that takes the place of the one this cancel deletes: whom it is sent to, and how. */
  replacement?: { contactId: string; channel: "sms" | "email" };
};

/**
 * An operation that can move a sale's money and has no end yet. Written out, and used word for word by queries too: only
 * then can SQLite tell that the index on it serves them.
 */
export const movesMoneyAndIsOpen = sql`kind in ('cancel_checkout', 'capture', 'release', 'refund', 'reauthorize') and state in ('prepared', 'sending', 'unconfirmed')`;

/** An operation that some process sends or is about to send; written out for the same reason. */
export const isUnderWay = sql`state in ('prepared', 'sending')`;

/**
 * One wish to change something at Sezzle, on disk before its first byte leaves. The id is the
 * `Sezzle-Request-Id` of every try. One unique index lets at most one open operation at a time move a sale's money; another
 * lets an attempt open its checkout once and never again.
 */
export const operations = sqliteTable(
  "operations",
  {
    id: id().primaryKey(),
    kind: text("kind", { enum: operationKinds }).notNull(),
    state: text("state", { enum: operationStates }).notNull(),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    attemptId: text("attempt_id")
      .notNull()
      .references(() => attempts.id),
    orderUuid: text("order_uuid"),
    amountCents: integer("amount_cents"),
    currency: text("currency", { enum: currencies }).notNull(),
    input: text("input", { mode: "json" }).$type<OperationInput>().notNull(),
    reason: text("reason"),
    /** Made by the screen, once for one wish: a second press or a replayed form finds the first. */
    wishId: text("wish_id").notNull().unique(),
    /** The version of the sale its person saw. */
    seenVersion: integer("seen_version").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    registerId: text("register_id").references(() => registers.id),
    /** The manager who approved a refund that its person could not make alone. */
    approvedBy: text("approved_by").references(() => people.id),
    preparedAt: moment("prepared_at").notNull(),
    firstSentAt: moment("first_sent_at"),
    tries: integer("tries").notNull().default(0),
    /** Who sends it (or is about to), and until when that may be believed. */
    lease: text("lease"),
    leaseUntil: moment("lease_until"),
    /** When its end last became unknown: an answer that was asked for later may tell it. */
    unconfirmedAt: moment("unconfirmed_at"),
    /** When the till itself is to send it: repeat what has no known end by then, or start what follows from another; null: never. */
    nextRepeatAt: moment("next_repeat_at"),
    endedAt: moment("ended_at"),
    /** How its success became known. */
    settledBy: text("settled_by", { enum: ["reply", "order"] }),
    /** Sezzle's id of the movement it made. */
    movementUuid: text("movement_uuid"),
    /** Why it was refused, or what is not known. */
    problem: text("problem", { mode: "json" }).$type<KeptProblem>(),
  },
  (table) => [
    uniqueIndex("operations_one_open_a_sale").on(table.saleId).where(movesMoneyAndIsOpen),
    uniqueIndex("operations_one_opening_an_attempt").on(table.attemptId).where(sql`kind = 'open_checkout'`),
    index("operations_by_sale").on(table.saleId, table.preparedAt),
    index("operations_by_attempt").on(table.attemptId),
    index("operations_leased").on(table.leaseUntil).where(isUnderWay),
    index("operations_to_repeat").on(table.nextRepeatAt).where(sql`next_repeat_at is not null`),
    index("operations_refunds_by_person").on(table.personId, table.preparedAt).where(sql`kind = 'refund'`),
  ],
);
