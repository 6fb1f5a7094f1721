import { wordsOfContact, wordsOfSale } from "#lib/search-words.ts";
import type { Db } from "../engine.ts";
import { contacts } from "../schema/contacts.ts";
import { sales } from "../schema/sales.ts";
import { contactWords, saleWords } from "../schema/search.ts";

type Findable = { phone: string | null; email: string | null; name: string | null };

/** Makes a shopper findable. */
export async function insertContactWords(db: Db, contactId: string, contact: Findable): Promise<void> {
  const rows = wordsOfContact(contact).map((word) => ({ word, contactId }));
  if (rows.length > 0) await db.insert(contactWords).values(rows).onConflictDoNothing();
}

/** Makes a sale findable by its numbers; by an earlier receipt number it stays findable. */
export async function insertSaleWords(
  db: Db,
  sale: { id: string; number: string; receiptNumber: string | null },
): Promise<void> {
  const rows = wordsOfSale(sale).map((word) => ({ word, saleId: sale.id }));
  await db.insert(saleWords).values(rows).onConflictDoNothing();
}

/** Makes what was written before there were words findable. Does nothing when any of it is. */
export async function fillMissingWords(db: Db): Promise<void> {
  const found = await db.select({ word: saleWords.word }).from(saleWords).limit(1);
  if (found.length > 0) return;
  for (const contact of await db.select().from(contacts)) await insertContactWords(db, contact.id, contact);
  const columns = { id: sales.id, number: sales.number, receiptNumber: sales.receiptNumber };
  for (const sale of await db.select(columns).from(sales)) await insertSaleWords(db, sale);
}
