"use client";

import { ArrowLeft, ArrowRight, ReceiptText, SearchX } from "lucide-react";
import { useRef } from "react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { useServerNow } from "#components/live/live-provider.tsx";
import { ExportOrders } from "#components/orders/export-orders.tsx";
import { KeysHelp, useLetterKeys } from "#components/orders/keys-help.tsx";
import { OrderFilters } from "#components/orders/order-filters.tsx";
import { OrderRows } from "#components/orders/order-rows.tsx";
import { type OrderStore, useLiveOrders } from "#components/orders/use-live-orders.ts";
import type { Seller } from "#components/orders/where-and-by.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { isNarrowed, type OrderQuery, type PageKey } from "#lib/order-query.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { emptyListWords, foundWords, orderListWords } from "#lib/words/order-list-words.ts";

export type OrdersScreenProps = {
  query: OrderQuery;
  /** The list that was asked for last; another than `query` while it is on its way. */
  asked: OrderQuery;
  stores: OrderStore[];
  sellers: Seller[];
  /** The stores whose orders this person may take along. */
  exportableStoreIds: string[];
  sales: SaleView[];
  newer: PageKey | null;
  older: PageKey | null;
  /** The position in the history the list was loaded for. */
  seq: number;
  hrefOf: (query: OrderQuery) => string;
  orderHrefOf: (saleId: string) => string;
  onQuery: (query: OrderQuery) => void;
  refresh: () => void;
  isLoading: boolean;
};

/** The orders of one's stores, newest first and live, with ways to find one. */
export function OrdersScreen(props: OrdersScreenProps) {
  const { query, stores, newer, older, hrefOf, isLoading } = props;
  const words = useWords(orderListWords);
  const locale = useLocale();
  const now = useServerNow();
  const listRef = useRef<HTMLDivElement>(null);
  const [withLetters, setWithLetters] = useLetterKeys();
  const sales = useLiveOrders({
    initial: props.sales,
    query,
    stores,
    hasOlder: older !== null,
    seq: props.seq,
    refresh: props.refresh,
  });
  return (
    <DeskPage
      title={words.title}
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <KeysHelp isOn={withLetters} onChange={setWithLetters} />
          <ExportOrders query={query} stores={stores} exportableStoreIds={props.exportableStoreIds} />
        </div>
      }
    >
      <OrderFilters
        query={props.asked}
        stores={stores}
        sellers={props.sellers}
        listRef={listRef}
        withLetters={withLetters}
        now={now}
        hrefOf={hrefOf}
        onQuery={props.onQuery}
        isLoading={isLoading}
      />
      <div
        ref={listRef}
        aria-busy={isLoading}
        className={`flex flex-col gap-4 transition-opacity ${isLoading ? "opacity-60" : ""}`}
      >
        <p role="status" className="sr-only">
          {query.search && !isLoading ? foundWords(sales.length, older !== null, locale) : ""}
        </p>
        {sales.length === 0 ? (
          <Nothing query={query} />
        ) : (
          <OrderRows sales={sales} stores={stores} now={now} hrefOf={props.orderHrefOf} />
        )}
        <Pages query={query} newer={newer} older={older} hrefOf={hrefOf} />
      </div>
    </DeskPage>
  );
}

function Nothing({ query }: { query: OrderQuery }) {
  const { title, line } = emptyListWords(query, useLocale());
  const Icon = isNarrowed(query) ? SearchX : ReceiptText;
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-line border-dashed px-6 py-14 text-center">
      <Icon aria-hidden size={32} className="text-faint" />
      <p className="text-title font-semibold text-balance">{title}</p>
      <p className="text-body text-soft text-balance">{line}</p>
    </div>
  );
}

type PagesProps = Pick<OrdersScreenProps, "query" | "newer" | "older" | "hrefOf">;

function Pages({ query, newer, older, hrefOf }: PagesProps) {
  const words = useWords(orderListWords);
  if (!newer && !older && !query.page) return null;
  const link = `${buttonClass("secondary", "desk")} gap-2`;
  return (
    <nav aria-label={words.pages} className="flex flex-wrap items-center justify-between gap-2">
      <span className="flex gap-2">
        {query.page ? (
          <Link href={hrefOf({ ...query, page: null })} className={link}>
            {words.newest}
          </Link>
        ) : null}
        {newer ? (
          <Link href={hrefOf({ ...query, page: newer })} className={link}>
            <ArrowLeft aria-hidden size={18} /> {words.newer}
          </Link>
        ) : null}
      </span>
      {older ? (
        <Link href={hrefOf({ ...query, page: older })} className={link}>
          {words.older} <ArrowRight aria-hidden size={18} />
        </Link>
      ) : null}
    </nav>
  );
}
