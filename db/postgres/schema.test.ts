import { Pool } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { temporaryDatabase } from "../testing-engine.ts";
import { allTables } from "./all-tables.ts";
import { schemaStatements } from "./schema-sql.ts";

/** What PostgreSQL alone has: what stands in for SQLite's own numbers, and an index that each engine words by itself. */
const ofPostgresAlone = ["history_numbers", "till_migrations", "rowid", "orders_by_sezzle_id"];

const catalogue = `
  select format('column %s.%s %s %s %s %s', relname, attname, format_type(atttypid, atttypmod), collname,
    case when attnotnull then 'not null' end, pg_get_expr(adbin, adrelid)) as line
  from pg_class join pg_attribute on attrelid = pg_class.oid
    left join pg_attrdef on adrelid = attrelid and adnum = attnum left join pg_collation on pg_collation.oid = attcollation
  where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0
  union all
  select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select indexdef from pg_indexes where schemaname = 'public'
  order by 1`;

async function describe(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(catalogue);
  return rows.map((it) => it.line).filter((line) => !ofPostgresAlone.some((word) => line.includes(word)));
}

async function connectTo(address: string): Promise<Pool> {
  const pool = new Pool({ connectionString: address });
  pool.on("error", () => {});
  onTestFinished(() => pool.end());
  return pool;
}

test("the migrations make the tables that the schema says", async () => {
  const migrated = await connectTo(await temporaryDatabase({ isEmpty: false }));
  const made = await connectTo(await temporaryDatabase());
  for (const statement of schemaStatements(allTables)) await made.query(statement);
  const lines = await describe(made);
  expect(lines.length).toBeGreaterThan(300);
  expect(await describe(migrated)).toEqual(lines);
});
