"use client";

import { chipClass } from "#components/orders/chip-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { isDay, type OrderQuery } from "#lib/order-query.ts";
import { orderListWords } from "#lib/words/order-list-words.ts";

export type DayRangeProps = {
  query: OrderQuery;
  today: string;
  onNarrow: (change: Partial<OrderQuery>) => void;
};

/** The first and the last business day of a list; either may be left open. */
export function DayRange({ query, today, onNarrow }: DayRangeProps) {
  const words = useWords(orderListWords);
  const field = (side: "from" | "to", label: string, change: (day: string | null) => Partial<OrderQuery>) => (
    <input
      // Not held to the list's day while it is typed: a date that is half typed is another one, or none.
      key={`${side} ${query[side]}`}
      type="date"
      aria-label={label}
      defaultValue={query[side] ?? ""}
      max={today}
      onChange={(event) => {
        const day = event.currentTarget.value || null;
        if (day !== query[side] && (day === null || isDay(day))) onNarrow(change(day));
      }}
      className={chipClass(query[side] !== null)}
    />
  );
  // The other end moves along rather than standing before the first.
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{words.days}</legend>
      {field("from", words.fromDay, (from) => ({
        from,
        ...(from && query.to && query.to < from ? { to: from } : {}),
      }))}
      <span aria-hidden className="text-soft">
        –
      </span>
      {field("to", words.toDay, (to) => ({
        to,
        ...(to && query.from && query.from > to ? { from: to } : {}),
      }))}
    </fieldset>
  );
}
