import { and, asc, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { contacts } from "../schema/contacts.ts";
import { disputes } from "../schema/disputes.ts";
import { movesMoneyAndIsOpen, operations } from "../schema/operations.ts";
import { attempts, sales } from "../schema/sales.ts";
import { contactWords } from "../schema/search.ts";
import { stores } from "../schema/stores.ts";
import type { Contact } from "./sales.ts";
import { deleteContactWords } from "./search-words.ts";

/** The contacts that a whole word stands for: a phone number's or an e-mail's. */
export async function listContactsOfWord(db: Db, word: string): Promise<Contact[]> {
  const rows = await db
    .select({ contact: contacts })
    .from(contactWords)
    .innerJoin(contacts, eq(contacts.id, contactWords.contactId))
    .where(eq(contactWords.word, word));
  return rows.map((row) => row.contact);
}

/** A sale that a contact was used for, with its store, and when a link was last made for it. */
export type ContactUse = {
  contactId: string;
  sale: typeof sales.$inferSelect;
  store: typeof stores.$inferSelect;
  attemptedAt: Date;
};

/** The sales that some contacts were used for, newest first; one line an attempt. */
export async function listUsesOfContacts(db: Db, contactIds: string[]): Promise<ContactUse[]> {
  return db
    .select({ contactId: attempts.contactId, sale: sales, store: stores, attemptedAt: attempts.createdAt })
    .from(attempts)
    .innerJoin(sales, eq(sales.id, attempts.saleId))
    .innerJoin(stores, eq(stores.id, sales.storeId))
    .where(inArray(attempts.contactId, contactIds))
    .orderBy(desc(sales.createdAt));
}

/**
 * Of some contacts, those that a link is about to be sent to. One whose answer was lost is not among them: an opening is never
 * sent twice.
 */
export async function listContactsBeingSent(db: Db, contactIds: string[]): Promise<string[]> {
  const openings = await db
    .select({ contactId: attempts.contactId })
    .from(attempts)
    .innerJoin(operations, eq(operations.attemptId, attempts.id))
    .where(
      and(
        inArray(attempts.contactId, contactIds),
        eq(operations.kind, "open_checkout"),
        inArray(operations.state, ["prepared", "sending"]),
      ),
    );
  // Few are open at any time, and the index holds no others; its beginning is named so that it is looked up in.
  const replacements = await db
    .select({ input: operations.input })
    .from(operations)
    .where(and(gt(operations.saleId, ""), sql`${movesMoneyAndIsOpen}`));
  const named = replacements.flatMap(({ input }) => input.replacement?.contactId ?? []);
  return [...openings.map((it) => it.contactId), ...named.filter((it) => contactIds.includes(it))];
}

/** Empties a contact for ever, and makes its shopper unfindable. */
export async function eraseContact(db: Db, contactId: string, now: Date): Promise<void> {
  await deleteContactWords(db, contactId);
  await db
    .update(contacts)
    .set({ phone: null, email: null, name: null, erasedAt: now })
    .where(eq(contacts.id, contactId));
}

/** A contact's place in the order in which contacts came. */
export type ContactPlace = { place: number; contact: Contact };

/** Contacts in the order in which they came, after a place. */
export async function walkContacts(db: Db, after: number, limit: number): Promise<ContactPlace[]> {
  return db
    .select({ place: sql<number>`${contacts}.rowid`, contact: contacts })
    .from(contacts)
    .where(sql`${contacts}.rowid > ${after}`)
    .orderBy(asc(sql`${contacts}.rowid`))
    .limit(limit);
}

/** Of some sales, those whose money has something open: an operation without a known end, or a dispute. */
export async function listUnsettledSales(db: Db, saleIds: string[]): Promise<string[]> {
  const open = await db
    .select({ saleId: operations.saleId })
    .from(operations)
    .where(and(inArray(operations.saleId, saleIds), sql`${movesMoneyAndIsOpen}`));
  const disputed = await db
    .select({ saleId: disputes.saleId })
    .from(disputes)
    .where(and(inArray(disputes.saleId, saleIds), ne(disputes.stage, "closed")));
  return [...open, ...disputed].flatMap((it) => it.saleId ?? []);
}
