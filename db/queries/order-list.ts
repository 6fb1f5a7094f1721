import { and, asc, desc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { OrderSearch } from "#lib/order-search.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { Db } from "../engine.ts";
import { movesMoneyAndIsOpen, operations } from "../schema/operations.ts";
import { orders } from "../schema/orders.ts";
import { attempts, sales } from "../schema/sales.ts";
import { contactWords, saleWords } from "../schema/search.ts";

/** A sale's place in a list that is sorted by when it was started. */
export type SaleKey = { at: Date; saleId: string };

export type OrderListFilter = {
  /** The stores to list, each with the stretch of time that counts there. */
  stores: { storeId: string; from: Date | null; to: Date | null }[];
  /** Null: any. */
  statuses: readonly SaleStatus[] | null;
  /** Sales whose money operation has a lost answer count beside those of `statuses`. */
  orInDoubt: boolean;
  search: OrderSearch | null;
  /** Where to read on, and which way; null: from the newest. */
  page: (SaleKey & { direction: "older" | "newer" }) | null;
  limit: number;
};

/**
 * The keys of the sales that fit, at most `limit`: from the newest on, or from a key on towards older or newer ones. Always
 * found by an index: where nothing is looked for, one short walk for each store and status, put together here.
 */
export async function listSaleKeys(db: Db, filter: OrderListFilter): Promise<SaleKey[]> {
  const found =
    filter.search || filter.orInDoubt ? await listFound(db, filter) : await listByTime(db, filter);
  const isNewer = filter.page?.direction === "newer";
  return isNewer ? found.reverse() : found;
}

type Store = OrderListFilter["stores"][number];

async function listByTime(db: Db, filter: OrderListFilter): Promise<SaleKey[]> {
  const sign = filter.page?.direction === "newer" ? 1 : -1;
  const keys: SaleKey[] = [];
  for (const store of filter.stores) {
    for (const status of filter.statuses ?? [null]) {
      const where = and(...within(store, filter), status === null ? undefined : eq(sales.status, status));
      keys.push(...(await walk(db, where, filter)));
    }
  }
  return keys.sort((a, b) => sign * compareKeys(a, b)).slice(0, filter.limit);
}

function compareKeys(a: SaleKey, b: SaleKey): number {
  return a.at.getTime() - b.at.getTime() || (a.saleId < b.saleId ? -1 : 1);
}

/** What is looked for is few: it is found first, and narrowed afterwards. */
function listFound(db: Db, filter: OrderListFilter): Promise<SaleKey[]> {
  const { search } = filter;
  const place = or(...filter.stores.map((store) => and(...within(store, filter, "+"))));
  return walk(
    db,
    and(search ? isFoundBy(db, search, filter) : undefined, isOfStatus(db, filter), place),
    filter,
  );
}

function isOfStatus(db: Db, filter: OrderListFilter): SQL | undefined {
  const { statuses, orInDoubt, search } = filter;
  // Where a search has found few, their status is looked at; where nothing is looked for, the status finds them.
  if (!search) return isAmong([salesOfStatuses(db, filter), inDoubt(db)]);
  if (!statuses) return undefined;
  const status = inArray(sql`+${sales.status}`, [...statuses]);
  return orInDoubt ? or(status, inArray(sales.id, inDoubt(db))) : status;
}

/** The conditions on a store, its stretch of time and the page. A plus keeps SQLite from walking the store's index. */
function within({ storeId, from, to }: Store, { page }: OrderListFilter, plus = ""): (SQL | undefined)[] {
  const store = sql.raw(plus);
  const at = sql`${store}${sales.createdAt}`;
  const key = page && sql`(${at}, ${sales.id})`;
  const place = page && sql`(${page.at.getTime()}, ${page.saleId})`;
  return [
    sql`${store}${sales.storeId} = ${storeId}`,
    from ? sql`${at} >= ${from.getTime()}` : undefined,
    to ? sql`${at} < ${to.getTime()}` : undefined,
    page ? (page.direction === "older" ? sql`${key} < ${place}` : sql`${key} > ${place}`) : undefined,
  ];
}

function walk(db: Db, where: SQL | undefined, { page, limit }: OrderListFilter): Promise<SaleKey[]> {
  const order = page?.direction === "newer" ? asc : desc;
  return db
    .select({ at: sales.createdAt, saleId: sales.id })
    .from(sales)
    .where(where)
    .orderBy(order(sales.createdAt), order(sales.id))
    .limit(limit);
}

function inDoubt(db: Db) {
  return db
    .select({ id: operations.saleId })
    .from(operations)
    .where(and(movesMoneyAndIsOpen, eq(operations.state, "unconfirmed")));
}

function salesOfStatuses(db: Db, { stores, statuses }: OrderListFilter) {
  const storeIds = stores.map((it) => it.storeId);
  return db
    .select({ id: sales.id })
    .from(sales)
    .where(and(inArray(sales.storeId, storeIds), inArray(sales.status, [...(statuses ?? [])])));
}

/** That any reading of a search finds the sale, in these stores or others. */
function isFoundBy(db: Db, search: OrderSearch, { stores }: OrderListFilter): SQL {
  const { contactWords: words, phone, saleWord, amountCents, orderUuid } = search;
  const isContacts = (word: string) => inArray(attempts.contactId, contactsBy(db, word));
  return isAmong([
    words.length > 0 ? salesOf(db, and(...words.map(isContacts))) : null,
    phone ? salesOf(db, isContacts(phone)) : null,
    saleWord ? salesBy(db, saleWord) : null,
    amountCents ? salesOfAmount(db, stores, amountCents) : null,
    orderUuid ? salesOfOrder(db, orderUuid) : null,
  ]);
}

/** That a sale's id is among those of some queries. */
function isAmong(queries: ({ getSQL(): SQL } | null)[]): SQL {
  const parts = queries.flatMap((query) => (query ? [query.getSQL()] : []));
  return sql`${sales.id} in (${sql.join(parts, sql` union all `)})`;
}

function salesOf(db: Db, where: SQL | undefined) {
  return db.select({ id: attempts.saleId }).from(attempts).where(where);
}

function salesBy(db: Db, beginning: string) {
  return db.select({ id: saleWords.saleId }).from(saleWords).where(begins(saleWords.word, beginning));
}

function contactsBy(db: Db, beginning: string) {
  return db
    .select({ id: contactWords.contactId })
    .from(contactWords)
    .where(begins(contactWords.word, beginning));
}

function salesOfAmount(db: Db, stores: Store[], amountCents: number) {
  const storeIds = stores.map((it) => it.storeId);
  return db
    .select({ id: sales.id })
    .from(sales)
    .where(and(inArray(sales.storeId, storeIds), eq(sales.amountCents, amountCents)));
}

function salesOfOrder(db: Db, orderUuid: string) {
  return db
    .select({ id: attempts.saleId })
    .from(orders)
    .innerJoin(attempts, eq(attempts.id, orders.attemptId))
    .where(eq(orders.uuid, orderUuid));
}

/** The last of all characters: what begins with a text lies between it and it with this behind. */
const last = "\u{10ffff}";

function begins(
  column: typeof contactWords.word | typeof saleWords.word,
  beginning: string,
): SQL | undefined {
  return and(gte(column, beginning), lt(column, beginning + last));
}
