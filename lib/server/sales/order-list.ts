import type { Db } from "#db/engine.ts";
import { listApproved } from "#db/queries/approved-list.ts";
import { lastSeq } from "#db/queries/history.ts";
import { listSaleKeys, type OrderListFilter } from "#db/queries/order-list.ts";
import { listSaleRows } from "#db/queries/sales.ts";
import { listSellers, type Seller } from "#db/queries/sellers.ts";
import { boundsOfDate } from "#lib/business-day.ts";
import { isByExpiry, type OrderQuery, type PageKey, statusesOf } from "#lib/order-query.ts";
import { readOrderSearch } from "#lib/order-search.ts";
import type { SaleView } from "#lib/sale-view.ts";
import type { Viewer, ViewerStore } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { viewRows } from "./view.ts";

const pageSize = 50;
/** A list by expiry is one page: nobody looks for what runs out last. */
const mostByExpiry = 200;

/**
 * One page of a list of orders, newest first or by expiry, the keys of the pages beside it, and the live position it is right
 * for.
 */
export type OrderPage = { sales: SaleView[]; newer: PageKey | null; older: PageKey | null; seq: number };

/** The orders of the viewer's stores that a query asks for. A store that is not theirs is a store without orders. */
export async function loadOrders(viewer: Viewer, query: OrderQuery): Promise<OrderPage> {
  return read(async (db) => {
    const seq = await lastSeq(db);
    const { page } = query;
    const search = readOrderSearch(query.search);
    if (query.search && !search) return { sales: [], newer: null, older: null, seq };
    const filter: OrderListFilter = { ...filterOf(viewer.stores, query), search, page, limit: pageSize + 1 };
    if (filter.stores.length === 0) return { sales: [], newer: null, older: null, seq };
    if (isByExpiry(query)) {
      const saleIds = await listApproved(db, filter, mostByExpiry);
      return { sales: await viewInOrder(db, saleIds), newer: null, older: null, seq };
    }
    let keys = await listSaleKeys(db, filter);
    let isNewest = page === null;
    if (page?.direction === "newer") {
      // Read towards newer ones, so what is too many is the newest. A page that is not full is the first.
      isNewest = keys.length <= pageSize;
      keys = isNewest ? await listSaleKeys(db, { ...filter, page: null }) : keys.slice(1);
    }
    const isOldest = isNewest || page?.direction === "older" ? keys.length <= pageSize : false;
    keys = keys.slice(0, pageSize);
    const [first, last] = [keys[0], keys.at(-1)];
    return {
      sales: await viewInOrder(
        db,
        keys.map((it) => it.saleId),
      ),
      newer: isNewest || !first ? null : { direction: "newer", ...first },
      older: isOldest || !last ? null : { direction: "older", ...last },
      seq,
    };
  });
}

/** What a query narrows a list by beside its search and its page, in these stores alone. */
export function filterOf(
  stores: ViewerStore[],
  query: OrderQuery,
): Omit<OrderListFilter, "search" | "page" | "limit"> {
  const { group, personId, registerId } = query;
  return {
    stores: stores.flatMap(({ store, registers }) => {
      if (query.storeId && store.id !== query.storeId) return [];
      if (registerId && !registers.some((it) => it.id === registerId)) return [];
      const boundsOf = (date: string) => boundsOfDate(date, store.timeZone, store.cutOffHour);
      const from = query.from ? boundsOf(query.from).from : null;
      const to = query.to ? boundsOf(query.to).to : null;
      return [{ storeId: store.id, from, to }];
    }),
    statuses: group && statusesOf(group),
    orInDoubt: group === "not_confirmed",
    personId,
    registerId,
  };
}

/** Who ever started a sale in a viewer's stores, by name. */
export async function loadSellers(viewer: Viewer): Promise<Seller[]> {
  return read((db) =>
    listSellers(
      db,
      viewer.stores.map(({ store }) => store.id),
    ),
  );
}

async function viewInOrder(db: Db, saleIds: string[]): Promise<SaleView[]> {
  const views = await viewRows(db, () => listSaleRows(db, saleIds));
  const byId = new Map(views.map((view) => [view.saleId, view]));
  return saleIds.flatMap((id) => byId.get(id) ?? []);
}
