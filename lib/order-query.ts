import { compareTimes } from "./compare-times.ts";
import { approvedStatuses, type SaleStatus } from "./order-state.ts";
import type { SaleView } from "./sale-view.ts";

/** The ways a list of orders can be narrowed by status. A partly refunded sale is found under both of its names. */
export const orderGroups = [
  "waiting",
  "approved",
  "paid",
  "refunded",
  "not_charged",
  "not_confirmed",
] as const;
export type OrderGroup = (typeof orderGroups)[number];

const statuses: Record<OrderGroup, readonly SaleStatus[]> = {
  waiting: ["creating", "link_sent", "checking"],
  approved: approvedStatuses,
  paid: ["captured", "partially_refunded"],
  refunded: ["partially_refunded", "refunded"],
  not_charged: ["failed", "denied", "cancelled", "checkout_expired", "released", "authorization_expired"],
  // An operation whose answer was lost counts too, whatever the sale's status.
  not_confirmed: ["unconfirmed"],
};

/** The statuses of a group. */
export function statusesOf(group: OrderGroup): readonly SaleStatus[] {
  return statuses[group];
}

/** Tells whether a sale belongs to a group. */
export function isInGroup(sale: Pick<SaleView, "status" | "openOperation">, group: OrderGroup): boolean {
  if (group === "not_confirmed" && sale.openOperation?.state === "unconfirmed") return true;
  return statuses[group].includes(sale.status);
}

/** Tells whether a list shows what runs out first at the top, all of it on one page, and not the newest. */
export function isByExpiry({ group }: Pick<OrderQuery, "group">): boolean {
  return group === "approved";
}

/** Compares two sales of a list: newest first, or by when what is approved runs out. As the server sorts. */
export function compareInList(query: Pick<OrderQuery, "group">, a: SaleView, b: SaleView): number {
  if (isByExpiry(query)) {
    const [first, second] = [a, b].map((it) => it.authorizationExpiresAt ?? "9999");
    return compareTimes(first ?? "", second ?? "") || (a.saleId < b.saleId ? -1 : 1);
  }
  return compareTimes(b.createdAt, a.createdAt) || (a.saleId < b.saleId ? 1 : -1);
}

/** A place in a list of orders that is sorted by time, and which way to read on from it. */
export type PageKey = { direction: "older" | "newer"; at: Date; saleId: string };

/** What a list of orders shows; the address bar holds all of it. */
export type OrderQuery = {
  storeId: string | null;
  group: OrderGroup | null;
  /** Who started the sale. */
  personId: string | null;
  /** Where it was started. */
  registerId: string | null;
  /** The first and the last business day (`2026-11-24`), each in its store's own time zone. Null: no bound on that side. */
  from: string | null;
  to: string | null;
  search: string;
  page: PageKey | null;
};

/** A list that is narrowed by nothing. */
export const everyOrder: OrderQuery = {
  storeId: null,
  group: null,
  personId: null,
  registerId: null,
  from: null,
  to: null,
  search: "",
  page: null,
};

const longestSearch = 100;

/** Reads a query from an address's parameters. What is not understood narrows nothing. */
export function readOrderQuery(params: Record<string, string | string[] | undefined>): OrderQuery {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const group = one("status");
  const day = dayOf(one("day"));
  return {
    storeId: one("store") || null,
    group: isGroup(group) ? group : null,
    personId: one("by") || null,
    registerId: one("register") || null,
    from: day ?? dayOf(one("from")),
    to: day ?? dayOf(one("to")),
    search: one("q").trim().slice(0, longestSearch),
    page: readKey("older", one("before")) ?? readKey("newer", one("after")),
  };
}

/** The parameters of a query's address, as `?status=paid&day=2026-11-24`; empty when it narrows nothing. */
export function orderQueryParams(query: OrderQuery): string {
  const params = new URLSearchParams();
  if (query.storeId) params.set("store", query.storeId);
  if (query.group) params.set("status", query.group);
  if (query.personId) params.set("by", query.personId);
  if (query.registerId) params.set("register", query.registerId);
  if (query.from && query.from === query.to) params.set("day", query.from);
  else {
    if (query.from) params.set("from", query.from);
    if (query.to) params.set("to", query.to);
  }
  if (query.search) params.set("q", query.search);
  const { page } = query;
  if (page)
    params.set(page.direction === "older" ? "before" : "after", `${page.at.getTime()}.${page.saleId}`);
  const text = params.toString();
  return text && `?${text}`;
}

/** The parameter by which an order's page knows the list it was opened from; empty for the plain one. */
export function listParam(query: OrderQuery): string {
  const params = orderQueryParams(query);
  return params && `?list=${encodeURIComponent(params.slice(1))}`;
}

/** Reads that parameter again. */
export function readListParams(list: string | string[] | undefined): OrderQuery {
  return readOrderQuery(Object.fromEntries(new URLSearchParams(typeof list === "string" ? list : "")));
}

/** Tells whether a query narrows the list by anything. */
export function isNarrowed(query: OrderQuery): boolean {
  return orderQueryParams({ ...query, page: null }) !== "";
}

/** Tells whether a business day is within a query's bounds. */
export function isInDays({ from, to }: Pick<OrderQuery, "from" | "to">, day: string): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

function isGroup(text: string): text is OrderGroup {
  return (orderGroups as readonly string[]).includes(text);
}

/** Tells whether a text is a calendar day of this century, as `2026-11-24`. */
export function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function dayOf(text: string): string | null {
  return isDay(text) ? text : null;
}

function readKey(direction: PageKey["direction"], text: string): PageKey | null {
  const match = /^(\d{1,15})\.([\w-]{1,100})$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  return { direction, at: new Date(Number(match[1])), saleId: match[2] };
}
