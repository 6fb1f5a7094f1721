import { type Column, type SQL, sql } from "drizzle-orm";

// What both engines understand, where their usual words for it differ.

/** A text column that no index is walked for: for conditions on which few rows, found otherwise, are looked at. */
export function unindexed<Value>(column: Column): SQL<Value> {
  return sql<Value>`${column} || ''`.mapWith(column) as SQL<Value>;
}

/** The lesser of two numbers. */
export function lesser(one: SQL | Column, other: SQL | Column | number): SQL<number> {
  return sql<number>`case when ${one} < ${other} then ${one} else ${other} end`;
}

/** The greater of two numbers. */
export function greater(one: SQL | Column, other: SQL | Column | number): SQL<number> {
  return sql<number>`case when ${one} > ${other} then ${one} else ${other} end`;
}
