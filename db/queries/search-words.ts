import { asc, desc, eq, notExists, sql } from "drizzle-orm";
import { wordsOfContact, wordsOfSale } from "#lib/search-words.ts";
import type { Db } from "../engine.ts";
import { prepared } from "../prepared.ts";
import { contacts } from "../schema/contacts.ts";
import { attempts, sales } from "../schema/sales.ts";
import { contactWords, saleWords } from "../schema/search.ts";

type Findable = { phone: string | null; email: string | null; name: string | null };

const contactWord = prepared((db, it: { word: string; contactId: string }) =>
  db.insert(contactWords).values(it).onConflictDoNothing(),
);

/** Makes a shopper findable. */
export async function insertContactWords(db: Db, contactId: string, contact: Findable): Promise<void> {
  for (const word of wordsOfContact(contact)) await contactWord(db, { word, contactId });
}

/** Makes a shopper unfindable. */
export async function deleteContactWords(db: Db, contactId: string): Promise<void> {
  await db.delete(contactWords).where(eq(contactWords.contactId, contactId));
}

const saleWord = prepared((db, it: { word: string; saleId: string }) =>
  db.insert(saleWords).values(it).onConflictDoNothing(),
);

/** Makes a sale findable by its numbers; by an earlier receipt number it stays findable. */
export async function insertSaleWords(
  db: Db,
  sale: { id: string; number: string; receiptNumber: string | null },
): Promise<void> {
  for (const word of wordsOfSale(sale)) await saleWord(db, { word, saleId: sale.id });
}

/** A sale that nothing finds: its numbers were never written as words. */
const isUnfindable = notExists(sql`(select 1 from ${saleWords} where ${saleWords.saleId} = ${sales.id})`);

/**
 * Tells whether sales that were written before there were words are still to be made findable: looked at is the oldest, and the
 * newest, which a process of an older version may have written.
 */
export async function areWordsMissing(db: Db): Promise<boolean> {
  for (const order of [asc, desc]) {
    const [sale] = await db
      .select({ isMissing: sql<number>`${isUnfindable}` })
      .from(sales)
      .orderBy(order(sql`rowid`))
      .limit(1);
    if (sale?.isMissing) return true;
  }
  return false;
}

/** Makes some sales findable that are not. Returns how many: none when all are. */
export async function fillMissingWords(db: Db, limit: number): Promise<number> {
  const rows = await db
    .select({ id: sales.id, number: sales.number, receiptNumber: sales.receiptNumber })
    .from(sales)
    .where(isUnfindable)
    .limit(limit);
  for (const sale of rows) {
    await insertSaleWords(db, sale);
    const shoppers = await db
      .select({ contact: contacts })
      .from(attempts)
      .innerJoin(contacts, eq(contacts.id, attempts.contactId))
      .where(eq(attempts.saleId, sale.id));
    for (const { contact } of shoppers) await insertContactWords(db, contact.id, contact);
  }
  return rows.length;
}
