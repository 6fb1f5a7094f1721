import type { OrderQuery } from "../order-query.ts";
import { groupWords } from "./order-list-words.ts";

const counted = (count: number) => `${count.toLocaleString("en-US")} ${count === 1 ? "order" : "orders"}`;

/** How far an export is: "12,400 of about 48,000 orders". */
export function exportProgressWords(count: number, about: number | null): string {
  if (about === null || about < count) return `${counted(count)} so far`;
  return `${count.toLocaleString("en-US")} of about ${counted(about)}`;
}

/** What was saved in the end. */
export function exportedWords(count: number): string {
  return `Saved: ${counted(count)}`;
}

/** What a list was narrowed by, for the history. Of a search it says only that there was one: it may be a shopper's number. */
export function filterWords(
  query: OrderQuery,
  names: { stores: string[]; person: string | null; register: string | null },
): string {
  const { group, from, to, search } = query;
  const days = from === to ? from : from ? (to ? `${from} to ${to}` : `from ${from} on`) : `until ${to}`;
  return [
    names.stores.join(", "),
    group && groupWords[group],
    days,
    names.person && `started by ${names.person}`,
    names.register && `at ${names.register}`,
    search && "narrowed by a search",
  ]
    .filter(Boolean)
    .join(" · ");
}
