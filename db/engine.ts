import { isPostgres } from "./address.ts";
import type { Engine } from "./engine-types.ts";
import { openPostgres } from "./postgres/engine.ts";
import { openSqlite } from "./sqlite-engine.ts";

export type { Db, Engine } from "./engine-types.ts";

/** Opens the database of an address. A file that is not there is created. Throws when a file is something else. */
export function openEngine(address: string): Engine {
  return isPostgres(address) ? openPostgres(address) : openSqlite(address);
}
