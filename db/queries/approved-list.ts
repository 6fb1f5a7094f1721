import { and, asc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { approvedStatuses } from "#lib/order-state.ts";
import type { Db } from "../engine.ts";
import { sales } from "../schema/sales.ts";
import { isBy, type OrderListFilter } from "./order-list.ts";
import { findBySearch } from "./order-search.ts";

/** A search that finds more words than this is many sales; here it makes no difference but to how it is put. */
const mostWords = 2_000;

type Filter = Pick<OrderListFilter, "stores" | "search"> &
  Partial<Pick<OrderListFilter, "personId" | "registerId">> & {
    /** Only what is known to run out before this. */
    expiresBefore?: Date;
  };
type Found = { saleId: string; expiresAt: Date | null };

/**
 * The sales of some stores of which something is approved and not captured, those that run out first at the top; at most
 * `limit`. There are few at any time: an approval ends within days.
 */
export async function listApproved(db: Db, filter: Filter, limit: number): Promise<string[]> {
  const storeIds = filter.stores.map((it) => it.storeId);
  const search = filter.search && (await findBySearch(db, filter.search, storeIds, mostWords));
  const by = isBy({ personId: filter.personId ?? null, registerId: filter.registerId ?? null });
  const ends = filter.expiresBefore && lt(sales.authorizationExpiresAt, filter.expiresBefore);
  const found: Found[] = [];
  for (const store of filter.stores)
    found.push(...(await listInStore(db, store, and(search?.where, ends, ...by), limit)));
  return found
    .sort((a, b) => endOf(a) - endOf(b) || (a.saleId < b.saleId ? -1 : 1))
    .slice(0, limit)
    .map((it) => it.saleId);
}

function endOf({ expiresAt }: Found): number {
  return expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

function listInStore(
  db: Db,
  { storeId, from, to }: Filter["stores"][number],
  search: SQL | undefined,
  limit: number,
): Promise<Found[]> {
  return db
    .select({ saleId: sales.id, expiresAt: sales.authorizationExpiresAt })
    .from(sales)
    .where(
      and(
        eq(sales.storeId, storeId),
        inArray(sales.status, [...approvedStatuses]),
        from ? gte(sales.createdAt, from) : undefined,
        to ? lt(sales.createdAt, to) : undefined,
        search,
      ),
    )
    .orderBy(sql`${sales.authorizationExpiresAt} is null`, asc(sales.authorizationExpiresAt), asc(sales.id))
    .limit(limit);
}
