"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { OrderStore } from "#components/orders/use-live-orders.ts";
import { localDate } from "#lib/business-day.ts";
import { everyOrder, isNarrowed, type OrderQuery, orderGroups } from "#lib/order-query.ts";
import { groupWords, searchHint } from "#lib/words/order-list-words.ts";

export type OrderFiltersProps = {
  query: OrderQuery;
  stores: OrderStore[];
  now: Date;
  hrefOf: (query: OrderQuery) => string;
  /** Opens another list; the address changes with it. */
  onQuery: (query: OrderQuery) => void;
  /** The list that was asked for last is still on its way. */
  isLoading: boolean;
};

/** How long after the last key the list is looked for. */
const typingMs = 250;

const chip =
  "inline-flex min-h-11 items-center rounded-full border px-4 text-body font-medium whitespace-nowrap transition-colors";
const look = (isOn: boolean) =>
  isOn ? "border-accent bg-accent-wash text-accent" : "border-line bg-card text-soft hover:bg-sunken";

/** One search field as wide as the page, and under it the ways to narrow the list. Everything lands in the address. */
export function OrderFilters(props: OrderFiltersProps) {
  const { query, stores, now, hrefOf, onQuery } = props;
  const from = { ...query, page: null };
  const zone = (stores.find((it) => it.id === query.storeId) ?? stores[0])?.timeZone ?? "UTC";
  const today = localDate(now, zone);
  const yesterday = localDate(new Date(Date.parse(`${today}T12:00:00Z`) - 24 * 60 * 60_000), "UTC");
  const days = [
    { label: "Any day", day: null },
    { label: "Today", day: today },
    { label: "Yesterday", day: yesterday },
  ];
  return (
    <div className="flex flex-col gap-3">
      <SearchField {...props} />
      <div className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:px-0">
        <nav aria-label="Status" className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
          {[null, ...orderGroups].map((group) => (
            <Link
              key={group}
              href={hrefOf({ ...from, group })}
              scroll={false}
              aria-current={query.group === group ? "true" : undefined}
              className={`${chip} ${look(query.group === group)}`}
            >
              {group ? groupWords[group] : "All"}
            </Link>
          ))}
        </nav>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <nav aria-label="Day" className="flex flex-wrap gap-2">
          {days.map(({ label, day }) => (
            <Link
              key={label}
              href={hrefOf({ ...from, day })}
              scroll={false}
              aria-current={query.day === day ? "true" : undefined}
              className={`${chip} ${look(query.day === day)}`}
            >
              {label}
            </Link>
          ))}
        </nav>
        <input
          type="date"
          aria-label="On another day"
          value={query.day ?? ""}
          max={today}
          onChange={(event) => onQuery({ ...from, day: event.currentTarget.value || null })}
          className={`min-h-11 rounded-full border px-4 text-body font-medium ${look(query.day !== null && query.day !== today && query.day !== yesterday)}`}
        />
        {stores.length > 1 ? (
          <select
            aria-label="Store"
            value={query.storeId ?? ""}
            onChange={(event) => onQuery({ ...from, storeId: event.currentTarget.value || null })}
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
          <Link
            href={hrefOf(everyOrder)}
            scroll={false}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-full px-3 text-body font-medium text-soft hover:bg-sunken"
          >
            <X aria-hidden size={18} /> Clear
          </Link>
        ) : null}
      </div>
    </div>
  );
}

function SearchField({ query, onQuery, isLoading }: OrderFiltersProps) {
  const id = useId();
  const [text, setText] = useState(query.search);
  const asked = useRef(query.search);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What is asked for after a pause in typing is asked of the list as it is then.
  const latest = useRef({ query, onQuery });
  latest.current = { query, onQuery };

  // The address changed by other means, such as the browser's own "back": the field follows.
  useEffect(() => {
    if (query.search === asked.current) return;
    asked.current = query.search;
    setText(query.search);
  }, [query.search]);

  useEffect(() => () => clearTimeout(typing.current), []);

  function ask(typed: string) {
    clearTimeout(typing.current);
    const search = typed.trim();
    if (search === asked.current) return;
    asked.current = search;
    latest.current.onQuery({ ...latest.current.query, search, page: null });
  }

  function type(typed: string) {
    setText(typed);
    clearTimeout(typing.current);
    typing.current = setTimeout(() => ask(typed), typingMs);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(text);
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
            onChange={(event) => type(event.currentTarget.value)}
            className="min-h-14 w-full min-w-0 rounded-card bg-transparent px-3 text-body font-medium outline-none placeholder:font-normal placeholder:text-faint [&::-webkit-search-cancel-button]:hidden"
          />
          {text ? (
            <button
              type="button"
              aria-label="Clear the search"
              onClick={() => {
                setText("");
                ask("");
              }}
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
