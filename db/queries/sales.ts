import { and, desc, eq, gt, gte, inArray, lte, max, type SQL } from "drizzle-orm";
import type { Locale } from "#lib/language.ts";
import { waitingStatuses } from "#lib/order-state.ts";
import type { Db } from "../engine.ts";
import { insertRow, prepared, updateRow } from "../prepared.ts";
import { contacts } from "../schema/contacts.ts";
import { movesMoneyAndIsOpen, operations } from "../schema/operations.ts";
import { orderAsks, orders } from "../schema/orders.ts";
import { people } from "../schema/people.ts";
import { attempts, sales } from "../schema/sales.ts";
import { registers, stores } from "../schema/stores.ts";
import { unindexed } from "./common-sql.ts";
import { deleteContactWords, insertContactWords, insertSaleWords } from "./search-words.ts";

export type Sale = typeof sales.$inferSelect;
export type Attempt = typeof attempts.$inferSelect;
export type Contact = typeof contacts.$inferSelect;

/** Adds a sale with its first attempt and the shopper's contact. */
export async function insertSale(db: Db, sale: Sale, attempt: Attempt, contact: Contact): Promise<void> {
  await insertContact(db, contact);
  await insertRow(db, sales, sale);
  await insertRow(db, attempts, attempt);
  await insertSaleWords(db, sale);
}

/** Adds a shopper's contact, by which sales can be found. */
export async function insertContact(db: Db, contact: Contact): Promise<void> {
  await insertRow(db, contacts, contact);
  await insertContactWords(db, contact.id, contact);
}

/** Adds a further attempt to a sale and makes it the current one. */
export async function insertAttempt(db: Db, attempt: Attempt): Promise<void> {
  await db.insert(attempts).values(attempt);
  await db.update(sales).set({ currentAttemptId: attempt.id }).where(eq(sales.id, attempt.saleId));
}

/** The ordinal of a sale's next attempt. */
export async function nextOrdinal(db: Db, saleId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(attempts.ordinal) })
    .from(attempts)
    .where(eq(attempts.saleId, saleId));
  return (row?.last ?? 0) + 1;
}

const lostAttempts = prepared((db, it: { saleIds: string[]; expiresAfter: Date }) =>
  db
    .select({ attempt: attempts })
    .from(attempts)
    .innerJoin(operations, eq(operations.attemptId, attempts.id))
    .where(
      and(
        inArray(attempts.saleId, it.saleIds),
        eq(operations.kind, "open_checkout"),
        eq(operations.state, "unconfirmed"),
        gt(attempts.checkoutExpiresAt, it.expiresAfter),
      ),
    )
    .orderBy(desc(attempts.checkoutExpiresAt)),
);

/** Attempts whose session answer was lost and whose link, if it was sent, expires after a moment; the last to expire first. */
export async function listLostAttempts(db: Db, saleIds: string[], expiresAfter: Date): Promise<Attempt[]> {
  const rows = await lostAttempts(db, { saleIds, expiresAfter });
  return rows.map((row) => row.attempt);
}

/** Removes a contact that no attempt was made with. */
export async function deleteUnusedContact(db: Db, contactId: string): Promise<void> {
  if ((await db.$count(attempts, eq(attempts.contactId, contactId))) > 0) return;
  await deleteContactWords(db, contactId);
  await db.delete(contacts).where(eq(contacts.id, contactId));
}

const saleById = prepared((db, it: { saleId: string }) =>
  db.select().from(sales).where(eq(sales.id, it.saleId)),
);

/** One sale; null when there is none of that id. */
export async function findSale(db: Db, saleId: string): Promise<Sale | null> {
  const [row] = await saleById(db, { saleId });
  return row ?? null;
}

/** Writes what changed on a sale. */
export async function updateSale(db: Db, saleId: string, change: Partial<Sale>): Promise<void> {
  await updateRow(db, sales, change, { column: sales.id, is: saleId });
}

/** Gives a sale a receipt number, by which it can be found from then on. */
export async function setReceiptNumber(db: Db, sale: Sale, receiptNumber: string): Promise<void> {
  await updateSale(db, sale.id, { receiptNumber });
  await insertSaleWords(db, { ...sale, receiptNumber });
}

const attemptById = prepared((db, it: { attemptId: string }) =>
  db.select().from(attempts).where(eq(attempts.id, it.attemptId)),
);

/** One attempt; null when there is none of that id. */
export async function findAttempt(db: Db, attemptId: string): Promise<Attempt | null> {
  const [row] = await attemptById(db, { attemptId });
  return row ?? null;
}

/** An attempt with its sale, and the order it opened once one is known. */
export type SaleAttempt = { sale: Sale; attempt: Attempt; order: typeof orders.$inferSelect | null };

const isItsMainOrder = and(eq(orders.attemptId, attempts.id), eq(orders.kind, "main"));

function saleAttempts(db: Db, where: SQL | undefined) {
  return db
    .select({ sale: sales, attempt: attempts, order: orders })
    .from(attempts)
    .innerJoin(sales, eq(sales.id, attempts.saleId))
    .leftJoin(orders, isItsMainOrder)
    .where(where);
}

const saleAttemptById = prepared((db, it: { attemptId: string }) =>
  saleAttempts(db, eq(attempts.id, it.attemptId)),
);

/** One attempt with its sale and order; null when there is none of that id. */
export async function findSaleAttempt(db: Db, attemptId: string): Promise<SaleAttempt | null> {
  const [row] = await saleAttemptById(db, { attemptId });
  return row ?? null;
}

const currentAttemptOfSale = prepared((db, it: { saleId: string }) =>
  saleAttempts(db, and(eq(sales.id, it.saleId), eq(attempts.id, sales.currentAttemptId))),
);

/** A sale with its current attempt and that one's order; null when there is no sale of that id. */
export async function findCurrentAttempt(db: Db, saleId: string): Promise<SaleAttempt | null> {
  const [row] = await currentAttemptOfSale(db, { saleId });
  return row ?? null;
}

/** The attempts of a sale with their shoppers, the newest first. */
export async function listAttempts(
  db: Db,
  saleId: string,
): Promise<{ attempt: Attempt; contact: Contact }[]> {
  return db
    .select({ attempt: attempts, contact: contacts })
    .from(attempts)
    .innerJoin(contacts, eq(contacts.id, attempts.contactId))
    .where(eq(attempts.saleId, saleId))
    .orderBy(desc(attempts.ordinal));
}

/** The attempt that opened its checkout with this reference; null when none did. */
export async function findAttemptByReference(db: Db, referenceId: string): Promise<Attempt | null> {
  const [row] = await db.select().from(attempts).where(eq(attempts.referenceId, referenceId));
  return row ?? null;
}

/** What a shopper's own page needs: the shop's name, the shopper's language, and the order to ask for. Null for a token nobody was given. */
export async function findByShopperToken(
  db: Db,
  token: string,
): Promise<{ shopName: string; locale: Locale; orderUuid: string | null } | null> {
  const [row] = await db
    .select({
      shopName: stores.name,
      storeLocale: stores.locale,
      shopperLocale: sales.shopperLocale,
      orderUuid: orders.uuid,
    })
    .from(attempts)
    .innerJoin(sales, eq(sales.id, attempts.saleId))
    .innerJoin(stores, eq(stores.id, sales.storeId))
    .leftJoin(orders, and(eq(orders.attemptId, attempts.id), eq(orders.kind, "main")))
    .where(eq(attempts.shopperToken, token));
  if (!row) return null;
  const { shopName, shopperLocale, storeLocale, orderUuid } = row;
  return { shopName, locale: shopperLocale ?? storeLocale, orderUuid };
}

/** One shopper's contact; null when there is none of that id. */
export async function findContact(db: Db, contactId: string): Promise<Contact | null> {
  const [row] = await db.select().from(contacts).where(eq(contacts.id, contactId));
  return row ?? null;
}

const contactOfAttempt = prepared((db, it: { attemptId: string }) =>
  db
    .select({ contact: contacts })
    .from(attempts)
    .innerJoin(contacts, eq(contacts.id, attempts.contactId))
    .where(eq(attempts.id, it.attemptId)),
);

/** The shopper of an attempt. */
export async function findContactOfAttempt(db: Db, attemptId: string): Promise<Contact | null> {
  const [row] = await contactOfAttempt(db, { attemptId });
  return row?.contact ?? null;
}

function selectSaleRows(db: Db) {
  return db
    .select({
      sale: sales,
      attempt: attempts,
      contact: contacts,
      order: orders,
      failedAt: orderAsks.failedAt,
      person: people.name,
      register: registers.name,
      storeLocale: stores.locale,
    })
    .from(sales)
    .innerJoin(stores, eq(stores.id, sales.storeId))
    .innerJoin(attempts, eq(attempts.id, sales.currentAttemptId))
    .innerJoin(contacts, eq(contacts.id, attempts.contactId))
    .innerJoin(people, eq(people.id, sales.personId))
    .leftJoin(registers, eq(registers.id, sales.registerId))
    .leftJoin(orders, and(eq(orders.attemptId, attempts.id), eq(orders.kind, "main")))
    .leftJoin(orderAsks, eq(orderAsks.orderUuid, orders.uuid));
}

/** A sale with all that its view is made from. */
export type SaleRow = Awaited<ReturnType<typeof selectSaleRows>>[number];

const saleRows = prepared((db, it: { saleIds: string[] }) =>
  selectSaleRows(db).where(inArray(sales.id, it.saleIds)),
);

/** Sales with all that their views are made from, in no particular order. */
export async function listSaleRows(db: Db, saleIds: string[]): Promise<SaleRow[]> {
  return saleRows(db, { saleIds });
}

/** Sales whose link was perhaps never sent, and would have run out before a moment. */
export async function listLostLinks(db: Db, expiredBefore: Date): Promise<string[]> {
  const rows = await db
    .select({ id: sales.id })
    .from(sales)
    .where(and(eq(sales.status, "unconfirmed"), lte(sales.checkoutExpiresAt, expiredBefore)))
    .limit(100);
  return rows.map((row) => row.id);
}

const saleIdsByNumber = prepared((db, it: { number: string }) =>
  db.select({ id: sales.id }).from(sales).where(eq(sales.number, it.number)),
);

/** Whether a sale of this number exists. */
export async function isNumberTaken(db: Db, number: string): Promise<boolean> {
  return (await saleIdsByNumber(db, { number })).length > 0;
}

/**
 * What stands beside the till: a store's sales since a moment, newest first, and every older one that still waits for
 * something. At most `limit` of each.
 */
export async function listBoard(db: Db, storeId: string, since: Date, limit: number): Promise<SaleRow[]> {
  const today = selectSaleRows(db)
    .where(and(eq(sales.storeId, storeId), gte(sales.createdAt, since)))
    .orderBy(desc(sales.createdAt), desc(sales.id))
    .limit(limit);
  const waiting = selectSaleRows(db)
    .where(and(eq(sales.storeId, storeId), inArray(sales.status, [...waitingStatuses])))
    .limit(limit);
  // Found first, and apart: among so many tables PostgreSQL would not begin with the few open operations.
  const inDoubt = await db
    .select({ id: sales.id })
    .from(operations)
    .innerJoin(sales, eq(sales.id, operations.saleId))
    .where(and(movesMoneyAndIsOpen, eq(unindexed(sales.storeId), storeId)))
    .limit(limit);
  const ids = inDoubt.map((it) => it.id);
  const rows = new Map<string, SaleRow>();
  const found = [...(await today), ...(await waiting), ...(await listSaleRows(db, ids))];
  for (const row of found) rows.set(row.sale.id, row);
  return [...rows.values()].sort((a, b) => b.sale.createdAt.getTime() - a.sale.createdAt.getTime());
}
