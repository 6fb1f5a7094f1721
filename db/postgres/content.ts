import type { ClientBase, Pool } from "pg";
import type { Content } from "../engine-types.ts";

/** The table that stands in a database for as long as a copy of a shop into it has not ended. */
export const copyTable = "till_copy";

/** Whose tables are in the database of a connection. */
export async function contentOf(connection: Pool | ClientBase): Promise<Content> {
  const { rows } = await connection.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')",
  );
  const tables = rows.map((it) => it.name);
  if (tables.includes(copyTable)) return "part of a copy";
  if (tables.includes("identity")) return "ours";
  // The table of migrations comes first: another process may be migrating at this moment.
  return tables.every((name) => name === "till_migrations") ? "nothing" : "foreign";
}
