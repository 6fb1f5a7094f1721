import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { orders } from "../schema/orders.ts";

/** Sezzle's own number of an order, from its last answer. Put as the index on it is, or the database would not see that it serves. */
export function sezzleOrderIdOf(db: Db): SQL<string | null> {
  return db.engine === "sqlite"
    ? sql`${orders.snapshot} ->> '$.authorization.sezzleOrderId'`
    : sql`(${orders.snapshot}::json #>> '{authorization,sezzleOrderId}')`;
}

/** That an order was approved by its shopper, as its last answer says. */
export function isApprovedAt(db: Db): SQL {
  return db.engine === "sqlite"
    ? sql`json_extract(${orders.snapshot}, '$.authorization.approved') = 1`
    : sql`(${orders.snapshot}::json #>> '{authorization,approved}') = 'true'`;
}
