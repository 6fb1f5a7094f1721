import { setImmediate } from "node:timers/promises";
import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { sales } from "../schema/sales.ts";

/** A sale's place in a list that is sorted by when it was started. */
export type SaleKey = { at: Date; saleId: string };

/** Where a list is read on, and which way; null: from the newest. */
export type Page = (SaleKey & { direction: Direction }) | null;

type Direction = "older" | "newer";

/** How many sales are wanted, from where on. */
type Wanted = { page: Page; limit: number };

/** A walk of one index by time from a page on, and the condition that no index has, for which each sale is looked at. */
export type Walk = { inStore: (page: Page) => SQL | undefined; looked: SQL | undefined };

/** How many sales a walk looks at first; twice as many each time after. */
const firstStep = 128;

/** A walk under way: how far it has come, and how many sales it looks at next. */
type WalkNow = Walk & { page: Page; step: number };

/**
 * Walks looking at each sale, some at a time: a search that finds nothing looks at all of them. The walk that is behind goes on, until it
 * is past as many as are wanted: what several walks find together is not looked for in each of them.
 */
export async function walkInSteps(
  db: Db,
  walks: Walk[],
  wanted: Wanted,
  mostAStep: number,
): Promise<SaleKey[]> {
  const direction = wanted.page?.direction ?? "older";
  const compare = (a: SaleKey, b: SaleKey) => (direction === "newer" ? 1 : -1) * compareKeys(a, b);
  let under: WalkNow[] = walks.map((it) => ({
    ...it,
    page: wanted.page,
    step: Math.min(firstStep, mostAStep),
  }));
  let found: SaleKey[] = [];
  for (;;) {
    const [behind] = under.toSorted((a, b) => (a.page && b.page ? compare(a.page, b.page) : a.page ? 1 : -1));
    const last = found[wanted.limit - 1];
    if (!behind || (last && behind.page && compare(last, behind.page) <= 0)) return found;
    const { keys, end } = await lookAtSome(db, behind, direction, wanted.limit);
    found = sortKeys([...found, ...keys], wanted);
    if (!end) under = under.filter((it) => it !== behind);
    behind.page = end && { direction, ...end };
    behind.step = Math.min(behind.step * 2, mostAStep);
    await setImmediate();
  }
}

/** The sales of a walk's next step that fit, at most `limit`, and where it has come to; null: to its end. */
async function lookAtSome(
  db: Db,
  { inStore, looked, page, step }: WalkNow,
  direction: Direction,
  limit: number,
): Promise<{ keys: SaleKey[]; end: SaleKey | null }> {
  const [end] = await walk(db, inStore(page), direction, 1, step - 1);
  const place = end && sql`(${end.at.getTime()}, ${end.saleId})`;
  const key = sql`(${sales.createdAt}, ${sales.id})`;
  const untilEnd = place && (direction === "newer" ? sql`${key} <= ${place}` : sql`${key} >= ${place}`);
  const keys = await walk(db, and(inStore(page), untilEnd, looked), direction, limit);
  return { keys, end: keys.length === limit ? (keys.at(-1) ?? null) : (end ?? null) };
}

function compareKeys(a: SaleKey, b: SaleKey): number {
  if (a.at.getTime() !== b.at.getTime()) return a.at.getTime() - b.at.getTime();
  return Number(a.saleId > b.saleId) - Number(a.saleId < b.saleId);
}

/** The first of some keys in the order in which a list is read. */
export function sortKeys(keys: SaleKey[], { page, limit }: Wanted): SaleKey[] {
  const sign = page?.direction === "newer" ? 1 : -1;
  return keys.toSorted((a, b) => sign * compareKeys(a, b)).slice(0, limit);
}

/** Keys in the order in which a list is read, after so many. */
export function walk(
  db: Db,
  where: SQL | undefined,
  direction: Direction | undefined,
  limit: number,
  offset = 0,
): Promise<SaleKey[]> {
  const order = direction === "newer" ? asc : desc;
  return db
    .select({ at: sales.createdAt, saleId: sales.id })
    .from(sales)
    .where(where)
    .orderBy(order(sales.createdAt), order(sales.id))
    .limit(limit)
    .offset(offset);
}
