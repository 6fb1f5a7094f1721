import { and, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { OrderSearch } from "#lib/order-search.ts";
import type { Db } from "../engine.ts";
import { orders } from "../schema/orders.ts";
import { attempts, sales } from "../schema/sales.ts";
import { contactWords, saleWords } from "../schema/search.ts";
import { sezzleOrderIdOf } from "./snapshot-sql.ts";

/** The last of all characters: what begins with a text lies between it and it with this behind. */
const last = "\u{10ffff}";

type Word = typeof contactWords.word | typeof saleWords.word | typeof attempts.referenceId;

function begins(column: Word, beginning: string): SQL | undefined {
  return and(gte(column, beginning), lt(column, beginning + last));
}

/** How a reading of a search finds sales: all of them at once, or by a look at one. */
type Reading = { ids: { getSQL(): SQL }; fits: SQL };

/** `contactIds`: the shoppers who have these words, where something finds them faster than the words do. */
function byContact(db: Db, words: SQL | undefined, contactIds = shoppersOf(db, words)): Reading {
  const saleIds = db.select({ id: attempts.saleId }).from(attempts);
  return {
    ids: saleIds.where(inArray(attempts.contactId, contactIds)),
    fits: sql`exists (select 1 from ${attempts} join ${contactWords} on ${contactWords.contactId} = ${attempts.contactId} where ${attempts.saleId} = ${sales.id} and ${words})`,
  };
}

function shoppersOf(db: Db, words: SQL | undefined): { getSQL(): SQL } {
  return db.select({ id: contactWords.contactId }).from(contactWords).where(words);
}

function bySaleWord(db: Db, beginning: string): Reading {
  const word = begins(saleWords.word, beginning);
  return {
    ids: db.select({ id: saleWords.saleId }).from(saleWords).where(word),
    fits: sql`exists (select 1 from ${saleWords} where ${saleWords.saleId} = ${sales.id} and ${word})`,
  };
}

function byNumber(db: Db, beginning: string): Reading {
  const number = begins(attempts.referenceId, beginning);
  return {
    ids: db.select({ id: attempts.saleId }).from(attempts).where(number),
    fits: sql`exists (select 1 from ${attempts} where ${attempts.saleId} = ${sales.id} and ${number})`,
  };
}

function byAmount(db: Db, storeIds: string[], amountCents: number): Reading {
  const isOfAmount = eq(sales.amountCents, amountCents);
  return {
    ids: db
      .select({ id: sales.id })
      .from(sales)
      .where(and(inArray(sales.storeId, storeIds), isOfAmount)),
    fits: isOfAmount,
  };
}

function byUuid(db: Db, orderUuid: string): Reading {
  const ids = db
    .select({ id: attempts.saleId })
    .from(orders)
    .innerJoin(attempts, eq(attempts.id, orders.attemptId))
    .where(eq(orders.uuid, orderUuid));
  return { ids, fits: inArray(sales.id, ids) };
}

function bySezzleOrderId(db: Db, number: string): Reading {
  const ids = db
    .select({ id: attempts.saleId })
    .from(orders)
    .innerJoin(attempts, eq(attempts.id, orders.attemptId))
    .where(eq(sezzleOrderIdOf(db), number));
  return { ids, fits: inArray(sales.id, ids) };
}

/** The words of a shopper who has all of a name's: the rarest finds them, the others narrow them. */
function hasNames([rarest = "", ...others]: string[]): SQL | undefined {
  const more = others.map((word, index) => {
    const also = sql.raw(`also_${index}`);
    return sql`exists (select 1 from ${contactWords} as ${also} where ${also}.contact_id = ${contactWords.contactId} and ${also}.word >= ${word} and ${also}.word < ${word + last})`;
  });
  return and(begins(contactWords.word, rarest), ...more);
}

/** The same shoppers, found by putting together all who have any of the words: two walks of an index and no look at anybody. */
function haveNamesTogether(db: Db, names: string[]): { getSQL(): SQL } {
  const each = names.map((name) => shoppersOf(db, begins(contactWords.word, name)).getSQL());
  return { getSQL: () => sql.join(each, sql` intersect `) };
}

/** How many shoppers may have any of a name's words, for them to be put together. */
const mostTogether = 120_000;

/**
 * A name as a reading, and how many shoppers have it, counted to one more than `most`. Two words that many have are a name that
 * few have: where the rarest of them does not find few, those who have the one and those who have the other are put together.
 */
async function byNames(db: Db, names: string[], most: number): Promise<{ reading: Reading; count: number }> {
  const upTo = names.length > 1 ? mostTogether : most;
  const counted: { name: string; count: number }[] = [];
  for (const name of names) {
    counted.push({ name, count: await countOf(db, shoppersOf(db, begins(contactWords.word, name)), upTo) });
  }
  const sorted = counted.toSorted((a, b) => a.count - b.count);
  const words = sorted.map((it) => it.name);
  const count = sorted[0]?.count ?? 0;
  const all = sorted.reduce((sum, it) => sum + it.count, 0);
  if (names.length === 1 || count <= most || all > mostTogether)
    return { reading: byContact(db, hasNames(words)), count };
  const together = haveNamesTogether(db, words);
  return { reading: byContact(db, hasNames(words), together), count: await countOf(db, together, most) };
}

/** How many rows a query has, counted to one more than `most`. */
async function countOf(db: Db, query: { getSQL(): SQL }, most: number): Promise<number> {
  const some = sql`select count(*) as count from (select 1 from (${query.getSQL()}) as found limit ${most + 1}) as some_found`;
  const [row] = await db.all<{ count: number }>(some);
  return row?.count ?? 0;
}

/** The condition that a search finds a sale, and whether few are found, so that they need not be walked by time. */
export type Found = { where: SQL; isFew: boolean };

/** Makes a search a condition on sales, in these stores. What finds more than `mostWords` words is many sales. */
export async function findBySearch(
  db: Db,
  search: OrderSearch,
  storeIds: string[],
  mostWords: number,
): Promise<Found> {
  const counted: number[] = [];
  const count = async (table: typeof contactWords | typeof saleWords, beginning: string) => {
    const some = db
      .select({ word: table.word })
      .from(table)
      .where(begins(table.word, beginning))
      .limit(mostWords + 1);
    return (await some).length;
  };
  const readings: Reading[] = [];
  if (search.names.length > 0) {
    const { reading, count } = await byNames(db, search.names, mostWords);
    counted.push(count);
    readings.push(reading);
  }
  for (const word of [search.phone, search.email]) {
    if (!word) continue;
    counted.push(await count(contactWords, word));
    readings.push(byContact(db, begins(contactWords.word, word)));
  }
  if (search.saleWord) {
    counted.push(await count(saleWords, search.saleWord));
    readings.push(bySaleWord(db, search.saleWord));
  }
  if (search.number) readings.push(byNumber(db, search.number));
  if (search.amountCents) {
    readings.push(byAmount(db, storeIds, search.amountCents));
    counted.push(await countOfAmount(db, storeIds, search.amountCents, mostWords));
  }
  if (search.sezzleOrderId) readings.push(bySezzleOrderId(db, search.sezzleOrderId));
  if (search.orderUuid) readings.push(byUuid(db, search.orderUuid));
  const isFew = Math.max(0, ...counted) <= mostWords;
  const where = isFew ? isAmong(readings.map((it) => it.ids)) : or(...readings.map((it) => it.fits));
  if (!where) throw new Error("a search without any reading");
  return { where, isFew };
}

async function countOfAmount(db: Db, storeIds: string[], amountCents: number, most: number): Promise<number> {
  const some = db
    .select({ id: sales.id })
    .from(sales)
    .where(and(inArray(sales.storeId, storeIds), eq(sales.amountCents, amountCents)))
    .limit(most + 1);
  return (await some).length;
}

/** That a sale's id is among those of some queries. */
export function isAmong(queries: { getSQL(): SQL }[]): SQL {
  const parts = queries.map((query) => query.getSQL());
  return sql`${sales.id} in (${sql.join(parts, sql` union all `)})`;
}
