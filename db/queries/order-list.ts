import { setImmediate } from "node:timers/promises";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { OrderSearch } from "#lib/order-search.ts";
import { type SaleStatus, saleStatuses } from "#lib/order-state.ts";
import type { Db } from "../engine.ts";
import { movesMoneyAndIsOpen, operations } from "../schema/operations.ts";
import { sales } from "../schema/sales.ts";
import { unindexed } from "./common-sql.ts";
import { findBySearch, isAmong } from "./order-search.ts";
import { type Page, type SaleKey, sortKeys, type Walk, walk, walkInSteps } from "./order-walks.ts";

export type OrderListFilter = {
  /** The stores to list, each with the stretch of time that counts there. */
  stores: { storeId: string; from: Date | null; to: Date | null }[];
  /** Null: any. */
  statuses: readonly SaleStatus[] | null;
  /** Sales whose money operation has a lost answer count beside those of `statuses`. */
  orInDoubt: boolean;
  search: OrderSearch | null;
  /** Who started the sale, and at which register; null: anybody, anywhere. */
  personId: string | null;
  registerId: string | null;
  /** Where to read on, and which way; null: from the newest. */
  page: Page;
  limit: number;
};

/** How many words of a search still are few, and how many sales a walk looks at before it lets others run. */
type Sizes = { few: number; step: number };
const usual: Sizes = { few: 2_000, step: 2_000 };

/**
 * The keys of the sales that fit, at most `limit`: from the newest on, or from a key on towards older or newer ones. Found in
 * one of two ways. Few are found first and sorted afterwards; many are met soon on a walk of each store by time.
 */
export async function listSaleKeys(
  db: Db,
  filter: OrderListFilter,
  sizes: Sizes = usual,
): Promise<SaleKey[]> {
  const storeIds = filter.stores.map((it) => it.storeId);
  const found = filter.search && (await findBySearch(db, filter.search, storeIds, sizes.few));
  const isFew = found ? found.isFew : filter.orInDoubt;
  const keys = isFew
    ? await listFew(db, filter, found?.where)
    : await listByTime(db, filter, found?.where, sizes.step);
  const isNewer = filter.page?.direction === "newer";
  return isNewer ? keys.reverse() : keys;
}

type Store = OrderListFilter["stores"][number];

async function listByTime(
  db: Db,
  filter: OrderListFilter,
  found: SQL | undefined,
  step: number,
): Promise<SaleKey[]> {
  const walks = walksOf(db, filter, found);
  if (walks.some((it) => it.looked)) return walkInSteps(db, walks, filter, step);
  const keys: SaleKey[] = [];
  for (const { inStore } of walks)
    keys.push(...(await walk(db, inStore(filter.page), filter.page?.direction, filter.limit)));
  return sortKeys(keys, filter);
}

/** The walks that together meet all sales that fit, each once: one for each store and status. */
function walksOf(db: Db, filter: OrderListFilter, found: SQL | undefined): Walk[] {
  const { personId, registerId } = filter;
  const both = personId && registerId ? eq(unindexed(sales.registerId), registerId) : undefined;
  const looked = and(found, filter.orInDoubt ? isOfStatus(db, filter) : undefined, both);
  return filter.stores.flatMap((store) =>
    walkedStatuses(filter).map((status) => {
      const walked = [
        status ? eq(sales.status, status) : undefined,
        personId ? eq(sales.personId, personId) : undefined,
        registerId && !personId ? eq(sales.registerId, registerId) : undefined,
      ];
      return { inStore: (page) => and(...within(store, page), ...walked), looked };
    }),
  );
}

/**
 * How many sales fit, counted some at a time with a turn for everybody else between. Null where only a look at each sale would
 * tell: for a search, for what is in doubt, and for one person at one register.
 */
export async function countSales(db: Db, filter: OrderListFilter, step = 20_000): Promise<number | null> {
  if (filter.search || filter.orInDoubt || (filter.personId && filter.registerId)) return null;
  let total = 0;
  for (const { inStore } of walksOf(db, filter, undefined)) {
    let page: Page = null;
    for (;;) {
      const [end] = await walk(db, inStore(page), page?.direction, 1, step - 1);
      if (!end) break;
      total += step;
      page = { direction: "older", ...end };
      await setImmediate();
    }
    total += await db.$count(sales, inStore(page));
    await setImmediate();
  }
  return total;
}

/**
 * The statuses to walk, each by itself; null: all together. A person's sales and a register's have an index by status and time alone:
 * what is of any status is a walk of each.
 */
function walkedStatuses(filter: OrderListFilter): readonly (SaleStatus | null)[] {
  const { statuses, orInDoubt, personId, registerId } = filter;
  if (personId || registerId) return (orInDoubt ? null : statuses) ?? saleStatuses;
  // Doubt is no status.
  return (orInDoubt ? null : statuses) ?? [null];
}

function listFew(db: Db, filter: OrderListFilter, found: SQL | undefined): Promise<SaleKey[]> {
  const place = or(...filter.stores.map((store) => and(...within(store, filter.page, true))));
  // Where nothing is looked for, the few are those in doubt and of the statuses beside.
  const few = found ?? isAmong([salesOfStatuses(db, filter), inDoubt(db)]);
  const where = and(few, found ? isOfStatus(db, filter) : undefined, ...isBy(filter), place);
  return walk(db, where, filter.page?.direction, filter.limit);
}

/** The conditions on who started a sale and where. No index is walked for them: the few come first. */
export function isBy({ personId, registerId }: Pick<OrderListFilter, "personId" | "registerId">): SQL[] {
  const isPerson = personId && eq(unindexed(sales.personId), personId);
  const isRegister = registerId && eq(unindexed(sales.registerId), registerId);
  return [isPerson, isRegister].flatMap((it) => it || []);
}

function isOfStatus(db: Db, { statuses, orInDoubt }: OrderListFilter): SQL | undefined {
  if (!statuses) return undefined;
  const status = inArray(unindexed(sales.status), [...statuses]);
  return orInDoubt ? or(status, inArray(sales.id, inDoubt(db))) : status;
}

/** The conditions on a store, its stretch of time and the page: those that an index is walked for, or that a sale is looked at for. */
function within({ storeId, from, to }: Store, page: Page, isLook = false): (SQL | undefined)[] {
  const at = isLook ? sql`+${sales.createdAt}` : sql`${sales.createdAt}`;
  const key = page && sql`(${at}, ${sales.id})`;
  const place = page && sql`(${page.at.getTime()}, ${page.saleId})`;
  return [
    sql`${isLook ? unindexed(sales.storeId) : sales.storeId} = ${storeId}`,
    from ? sql`${at} >= ${from.getTime()}` : undefined,
    to ? sql`${at} < ${to.getTime()}` : undefined,
    page ? (page.direction === "older" ? sql`${key} < ${place}` : sql`${key} > ${place}`) : undefined,
  ];
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
