import type { Engine } from "./engine-types.ts";
import { openSqlite } from "./sqlite-engine.ts";

export type { Db, Engine } from "./engine-types.ts";

/** Opens (and where needed creates) the database. Throws when a file is something else. */
export function openEngine(file: string): Engine {
  return openSqlite(file);
}
