import { integer, sqliteTable } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";

/** One row: what this shop's processes have noticed of Sezzle's gateway. Written when it changes, not with every call. */
export const gatewayHealth = sqliteTable("gateway_health", {
  id: integer("id").primaryKey(),
  /** Since when the gateway has given no usable answer; null while it answers. */
  downSince: moment("down_since"),
  /** Until when Sezzle asked (429, `Retry-After`) to be left alone by what the till does by itself. */
  quietUntil: moment("quiet_until"),
});
