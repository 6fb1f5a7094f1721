"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import Link from "next/link";
import { type FormEvent, type MouseEvent, useEffect, useId, useRef, useState } from "react";
import type { OrderStore } from "#components/orders/use-live-orders.ts";
import { localDate } from "#lib/business-day.ts";
import { everyOrder, isDay, isNarrowed, type OrderQuery, orderGroups } from "#lib/order-query.ts";
import { groupWords, searchHint } from "#lib/words/order-list-words.ts";

export type OrderFiltersProps = {
  /** The list that was asked for last. */
  query: OrderQuery;
  stores: OrderStore[];
  now: Date;
  hrefOf: (query: OrderQuery) => string;
  /** Opens another list; the address changes with it. */
  onQuery: (query: OrderQuery) => void;
  /** That list is still on its way. */
  isLoading: boolean;
};

/** How long after the last key the list is looked for. */
const typingMs = 250;

const chip =
  "inline-flex min-h-11 items-center rounded-full border px-4 text-body font-medium whitespace-nowrap transition-colors";
const look = (isOn: boolean) =>
  isOn ? "border-accent bg-accent-wash text-accent" : "border-line bg-card text-soft hover:bg-sunken";

/** One search field as wide as the page, and under it the ways to narrow the list. Everything lands in the address. */
export function OrderFilters({ query, stores, now, hrefOf, onQuery, isLoading }: OrderFiltersProps) {
  const [text, setText] = useState(query.search);
  const asked = useRef(query.search);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ query, onQuery });
  latest.current = { query, onQuery };
  const zone = (stores.find((it) => it.id === query.storeId) ?? stores[0])?.timeZone ?? "UTC";
  const today = localDate(now, zone);
  const yesterday = localDate(new Date(Date.parse(`${today}T12:00:00Z`) - 24 * 60 * 60_000), "UTC");

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

  /** A chip: a link for who opens it elsewhere, a step of this list for who presses it. */
  const link = (label: string, change: Partial<OrderQuery>, isOn: boolean) => (
    <Link
      key={label}
      href={hrefOf({ ...query, ...change, page: null })}
      scroll={false}
      prefetch={false}
      aria-current={isOn ? "true" : undefined}
      onClick={(event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        narrow(change);
      }}
      className={`${chip} ${look(isOn)}`}
    >
      {label}
    </Link>
  );

  return (
    <div className="flex flex-col gap-3">
      <SearchField
        text={text}
        isLoading={isLoading}
        onType={type}
        onLeave={leave}
        onSubmit={() => narrow({})}
        onClear={() => narrow({ search: "" })}
      />
      <div className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:px-0">
        <nav aria-label="Status" className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
          {[null, ...orderGroups].map((group) =>
            link(group ? groupWords[group] : "All", { group }, query.group === group),
          )}
        </nav>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <nav aria-label="Day" className="flex flex-wrap gap-2">
          {link("Any day", { day: null }, query.day === null)}
          {link("Today", { day: today }, query.day === today)}
          {link("Yesterday", { day: yesterday }, query.day === yesterday)}
        </nav>
        <input
          // Not held to the list's day while it is typed: a date that is half typed is another one, or none.
          key={query.day}
          type="date"
          aria-label="On another day"
          defaultValue={query.day ?? ""}
          max={today}
          onChange={(event) => {
            const day = event.currentTarget.value || null;
            if (day !== query.day && (day === null || isDay(day))) narrow({ day });
          }}
          className={`min-h-11 rounded-full border px-4 text-body font-medium ${look(query.day !== null && query.day !== today && query.day !== yesterday)}`}
        />
        {stores.length > 1 ? (
          <select
            aria-label="Store"
            value={query.storeId ?? ""}
            onChange={(event) => narrow({ storeId: event.currentTarget.value || null })}
            className={`min-h-11 rounded-full border px-4 text-body font-medium ${look(query.storeId !== null)}`}
          >
            <option value="">All stores</option>
            {stores.map((store) => (
              <option key={store.id} value={store.id}>
                {store.name}
              </option>
            ))}
          </select>
        ) : null}
        {isNarrowed(query) ? (
          <button
            type="button"
            onClick={() => narrow(everyOrder)}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-full px-3 text-body font-medium text-soft hover:bg-sunken"
          >
            <X aria-hidden size={18} /> Clear
          </button>
        ) : null}
      </div>
    </div>
  );
}

function opensElsewhere(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
}

type SearchFieldProps = {
  text: string;
  isLoading: boolean;
  onType: (text: string) => void;
  onLeave: () => void;
  onSubmit: () => void;
  onClear: () => void;
};

function SearchField({ text, isLoading, onType, onLeave, onSubmit, onClear }: SearchFieldProps) {
  const id = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <search>
      <form onSubmit={submit}>
        <label htmlFor={id} className="sr-only">
          Find an order
        </label>
        <div className="flex min-h-14 items-center rounded-card border border-edge bg-card focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
          <span aria-hidden className="pl-4 text-soft">
            {isLoading ? <LoaderCircle size={20} className="animate-turn" /> : <Search size={20} />}
          </span>
          <input
            id={id}
            type="search"
            value={text}
            maxLength={100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            placeholder={searchHint}
            onChange={(event) => onType(event.currentTarget.value)}
            onBlur={onLeave}
            className="min-h-14 w-full min-w-0 rounded-card bg-transparent px-3 text-body font-medium outline-none placeholder:font-normal placeholder:text-faint [&::-webkit-search-cancel-button]:hidden"
          />
          {text ? (
            <button
              type="button"
              aria-label="Clear the search"
              onClick={onClear}
              className="mr-1 grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken"
            >
              <X aria-hidden size={18} />
            </button>
          ) : null}
        </div>
      </form>
    </search>
  );
}
