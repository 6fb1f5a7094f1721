"use client";

import { X } from "lucide-react";
import { type MouseEvent, type RefObject, useEffect, useRef, useState } from "react";
import { chipClass } from "#components/orders/chip-class.ts";
import { DayRange } from "#components/orders/day-range.tsx";
import { SearchField } from "#components/orders/search-field.tsx";
import type { OrderStore } from "#components/orders/use-live-orders.ts";
import { useOrderKeys } from "#components/orders/use-order-keys.ts";
import { type Seller, WhereAndBy } from "#components/orders/where-and-by.tsx";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { addDays, businessDay } from "#lib/business-day.ts";
import { everyOrder, isNarrowed, type OrderQuery, orderGroups } from "#lib/order-query.ts";
import { groupWords, orderListWords } from "#lib/words/order-list-words.ts";

export type OrderFiltersProps = {
  /** The list that was asked for last. */
  query: OrderQuery;
  stores: OrderStore[];
  /** Who ever started a sale in these stores. */
  sellers: Seller[];
  /** What holds the list, for the keys that move in it. */
  listRef: RefObject<HTMLElement | null>;
  /** Whether single letters are keys. */
  withLetters: boolean;
  now: Date;
  hrefOf: (query: OrderQuery) => string;
  /** Opens another list; the address changes with it. */
  onQuery: (query: OrderQuery) => void;
  /** That list is still on its way. */
  isLoading: boolean;
};

/** How long after the last key the list is looked for. */
const typingMs = 250;

/** One search field as wide as the page, and under it the ways to narrow the list. Everything lands in the address. */
export function OrderFilters(props: OrderFiltersProps) {
  const { query, stores, sellers, listRef, now, hrefOf, onQuery, isLoading } = props;
  const words = useWords(orderListWords);
  const groups = useWords(groupWords);
  const [text, setText] = useState(query.search);
  const searchRef = useRef<HTMLInputElement>(null);
  const asked = useRef(query.search);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ query, onQuery });
  latest.current = { query, onQuery };
  const store = stores.find((it) => it.id === query.storeId) ?? stores[0];
  const today = businessDay(now, store?.timeZone ?? "UTC", store?.cutOffHour ?? 0).date;

  // The address changed by other means, such as the browser's own "back": the field follows.
  useEffect(() => {
    if (query.search === asked.current) return;
    asked.current = query.search;
    setText(query.search);
  }, [query.search]);
  useEffect(() => () => clearTimeout(typing.current), []);

  /** Asks for the list that was asked for last, with a change, and with what is in the search field by now. */
  function narrow(change: Partial<OrderQuery>, typed = text) {
    clearTimeout(typing.current);
    const next = { ...latest.current.query, search: typed.trim(), ...change, page: null };
    asked.current = next.search;
    if (change.search !== undefined) setText(change.search);
    latest.current.onQuery(next);
  }

  function type(typed: string) {
    setText(typed);
    clearTimeout(typing.current);
    if (typed.trim() !== asked.current) typing.current = setTimeout(() => narrow({}, typed), typingMs);
  }

  /** Asked for now and not later: who has pressed an order meanwhile would be called back to the list. */
  function leave() {
    if (text.trim() !== asked.current) narrow({});
  }

  useOrderKeys({
    withLetters: props.withLetters,
    search: searchRef,
    list: listRef,
    onClear: () => narrow({ search: "" }),
  });

  /** A chip: a link for who opens it elsewhere, a step of this list for who presses it. */
  const link = (label: string, change: Partial<OrderQuery>, isOn: boolean) => (
    <Link
      key={label}
      href={hrefOf({ ...query, ...change, page: null })}
      scroll={false}
      aria-current={isOn ? "true" : undefined}
      onClick={(event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        narrow(change);
      }}
      className={chipClass(isOn)}
    >
      {label}
    </Link>
  );

  return (
    <div className="flex flex-col gap-3">
      <SearchField
        inputRef={searchRef}
        text={text}
        isLoading={isLoading}
        onType={type}
        onLeave={leave}
        onSubmit={() => narrow({})}
        onClear={() => narrow({ search: "" })}
      />
      <div className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:px-0">
        <nav aria-label={words.status} className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
          {[null, ...orderGroups].map((group) =>
            link(group ? groups[group] : words.all, { group }, query.group === group),
          )}
        </nav>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <nav aria-label={words.day} className="flex flex-wrap gap-2">
          {link(words.anyDay, { from: null, to: null }, query.from === null && query.to === null)}
          {[
            [words.today, today],
            [words.yesterday, addDays(today, -1)],
          ].map(([label = "", day = ""]) =>
            link(label, { from: day, to: day }, query.from === day && query.to === day),
          )}
        </nav>
        <DayRange query={query} today={today} onNarrow={narrow} />
        <WhereAndBy query={query} stores={stores} sellers={sellers} onNarrow={narrow} />
        {isNarrowed(query) ? (
          <button
            type="button"
            onClick={() => narrow(everyOrder)}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-full px-3 text-body font-medium text-soft hover:bg-sunken"
          >
            <X aria-hidden size={18} /> {words.clear}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function opensElsewhere(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
}
