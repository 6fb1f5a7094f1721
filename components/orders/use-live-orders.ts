"use client";

import { useEffect, useMemo, useRef } from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { isAsNew } from "#components/live/live-store.ts";
import { localDate } from "#lib/business-day.ts";
import { isInGroup, type OrderQuery } from "#lib/order-query.ts";
import type { SaleView } from "#lib/sale-view.ts";

/** A store as far as a list of orders needs it. */
export type OrderStore = { id: string; name: string; timeZone: string; locale: string };

/** While a list is searched, only the server can tell what belongs to it: it is asked no more often than this. */
const askAgainMs = 1_000;

type LiveOrders = {
  initial: SaleView[];
  query: OrderQuery;
  stores: OrderStore[];
  /** Loads the list anew. */
  refresh: () => void;
};

/**
 * The list as it is now: each sale in its newest state, those that no longer belong left out and, on the first page, new ones
 * at their place.
 */
export function useLiveOrders({ initial, query, stores, refresh }: LiveOrders): SaleView[] {
  const { sales } = useLive();
  const listed = useMemo(() => new Set(initial.map((sale) => sale.saleId)), [initial]);
  const shown = useMemo(() => {
    const now = initial.map((sale) => {
      const told = sales.get(sale.saleId);
      return told && isAsNew(told, sale) ? told : sale;
    });
    const canGrow = query.page === null && query.search === "";
    const added = canGrow ? [...sales.values()].filter((sale) => !listed.has(sale.saleId)) : [];
    return [...now, ...added]
      .filter((sale) => fits(sale, query, stores))
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || (a.saleId < b.saleId ? 1 : -1));
  }, [initial, listed, sales, query, stores]);

  const isSearched = query.search !== "" && query.page === null;
  const unknown = isSearched ? [...sales.keys()].filter((id) => !listed.has(id)).length : 0;
  const again = useRef(refresh);
  again.current = refresh;
  useEffect(() => {
    if (unknown === 0) return;
    const timer = setTimeout(() => again.current(), askAgainMs);
    return () => clearTimeout(timer);
  }, [unknown]);
  return shown;
}

function fits(sale: SaleView, { storeId, group, day }: OrderQuery, stores: OrderStore[]): boolean {
  const store = stores.find((it) => it.id === sale.storeId);
  if (!store || (storeId && storeId !== store.id)) return false;
  if (group && !isInGroup(sale, group)) return false;
  return day === null || localDate(new Date(sale.createdAt), store.timeZone) === day;
}
