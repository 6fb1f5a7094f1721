"use client";

import { useEffect, useMemo, useRef } from "react";
import { useToldSales } from "#components/live/live-provider.tsx";
import { isAsNew } from "#components/live/live-store.ts";
import { businessDay } from "#lib/business-day.ts";
import { compareInList, isInDays, isInGroup, type OrderQuery } from "#lib/order-query.ts";
import type { SaleView } from "#lib/sale-view.ts";

/** A store as far as a list of orders needs it. */
export type OrderStore = {
  id: string;
  name: string;
  timeZone: string;
  cutOffHour: number;
  registers: { id: string; name: string }[];
};

/** While a list is searched or one person's, only the server can tell what belongs to it: it is asked no more often than this. */
const askAgainMs = 1_000;

type LiveOrders = {
  initial: SaleView[];
  query: OrderQuery;
  stores: OrderStore[];
  /** There are older ones on a further page: what is older than the last one here belongs there. */
  hasOlder: boolean;
  /** The position in the history the list was loaded for. */
  seq: number;
  /** Loads the list anew. */
  refresh: () => void;
};

/**
 * The list as it is now: each sale in its newest state, those that no longer belong left out and, on the first page, new ones
 * at their place.
 */
export function useLiveOrders(list: LiveOrders): SaleView[] {
  const { initial, query, stores, hasOlder } = list;
  const sales = useToldSales();
  const listed = useMemo(() => new Set(initial.map((sale) => sale.saleId)), [initial]);
  const shown = useMemo(() => {
    const now = initial.map((sale) => {
      const told = sales.get(sale.saleId);
      return told && isAsNew(told, sale) ? told : sale;
    });
    const compare = (a: SaleView, b: SaleView) => compareInList(query, a, b);
    const canGrow = query.page === null && !isToldByServer(query);
    const last = hasOlder ? initial.at(-1) : undefined;
    const added = canGrow
      ? [...sales.values()].filter((sale) => !listed.has(sale.saleId) && (!last || compare(sale, last) < 0))
      : [];
    return [...now, ...added].filter((sale) => fits(sale, query, stores)).sort(compare);
  }, [initial, listed, sales, query, stores, hasOlder]);
  useAskAgain(list, listed);
  return shown;
}

/** Browsers know neither whole numbers nor the ids of people and registers. */
function isToldByServer({ search, personId, registerId }: OrderQuery): boolean {
  return search !== "" || personId !== null || registerId !== null;
}

/** Loads such a list anew, a second after something was told of a sale that is not in it. */
function useAskAgain({ query, seq, refresh }: LiveOrders, listed: Set<string>): void {
  const sales = useToldSales();
  const told =
    isToldByServer(query) && query.page === null
      ? [...sales.values()].reduce(
          (newest, it) => (listed.has(it.saleId) ? newest : Math.max(newest, it.asOfSeq)),
          seq,
        )
      : seq;
  const again = useRef(refresh);
  again.current = refresh;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // One that is under way is not put off by the next: a busy store would starve the list.
    if (told <= seq || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      again.current();
    }, askAgainMs);
  }, [told, seq]);
  useEffect(() => () => clearTimeout(timer.current), []);
}

function fits(sale: SaleView, query: OrderQuery, stores: OrderStore[]): boolean {
  const { storeId, group } = query;
  const store = stores.find((it) => it.id === sale.storeId);
  if (!store || (storeId && storeId !== store.id)) return false;
  if (group && !isInGroup(sale, group)) return false;
  if (query.from === null && query.to === null) return true;
  return isInDays(query, businessDay(new Date(sale.createdAt), store.timeZone, store.cutOffHour).date);
}
