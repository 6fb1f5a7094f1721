import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { people } from "../schema/people.ts";
import { sales } from "../schema/sales.ts";

/** Somebody who started sales. */
export type Seller = { id: string; name: string };

/**
 * Everybody who ever started a sale in some stores, by name: also who no longer works there. From one person to the next in the
 * index, so that it takes as long as there are people, however many sales they made.
 */
export async function listSellers(db: Db, storeIds: string[]): Promise<Seller[]> {
  const ids = new Set<string>();
  for (const storeId of storeIds) {
    const rows = await db.all<{ id: string | null }>(sql`
      with recursive sellers (id) as (
        select min(person_id) from ${sales} where store_id = ${storeId}
        union all
        select (select min(person_id) from ${sales} where store_id = ${storeId} and person_id > sellers.id)
        from sellers where sellers.id is not null
      )
      select id from sellers where id is not null`);
    for (const { id } of rows) if (id) ids.add(id);
  }
  if (ids.size === 0) return [];
  const found = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return found.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** The name of a person; null when there is none of that id. */
export async function findSellerName(db: Db, personId: string): Promise<string | null> {
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, personId));
  return row?.name ?? null;
}
