import { Client } from "pg";
import type { Queries } from "../plans-testing.ts";
import { noon } from "../testing.ts";
import { connectionOf } from "./connection.ts";
import { postgresDb, type Run } from "./session.ts";

type Step = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Step[];
};

/** Finds what PostgreSQL reads whole. */
export type PlanReader = {
  /** The tables that no index leads into, and the indexes that are walked without a condition, in the queries a function makes. */
  readWhole(queries: Queries): Promise<string[]>;
  close(): Promise<void>;
};

/** So many rows of each table that a look at all of them is dearer than an index, which is what it is about. */
const rowsOfTable = 4_000;

/** Reads plans in a database of its own, whose tables it fills with rows that mean nothing, all of them different. */
export async function openPlanReader(address: string): Promise<PlanReader> {
  const client = new Client(connectionOf(address, { readsOnly: false }));
  await client.connect();
  await fillAll(client);
  // What a query finds depends on its values, which mean nothing either: of the ways to it, one by an index.
  await client.query("set enable_seqscan = off");
  const readWhole = async (queries: Queries) => {
    const whole: string[] = [];
    const run: Run = async (text, values, asLists) => {
      const explained = await client.query<[[{ Plan: Step }]]>({
        text: `explain (format json) ${text}`,
        values,
        rowMode: "array",
      });
      for (const [[{ Plan }]] of explained.rows) whole.push(...wholeIn(Plan));
      return (await client.query({ text, values, ...(asLists ? { rowMode: "array" } : {}) })).rows;
    };
    const db = postgresDb(run, (work) => work(db));
    await queries(db);
    return whole;
  };
  return { readWhole, close: () => client.end() };
}

function wholeIn(step: Step): string[] {
  const inner = (step.Plans ?? []).flatMap(wholeIn);
  const { "Node Type": type, "Relation Name": table, "Index Name": index, "Index Cond": condition } = step;
  if (type === "Seq Scan") return [...inner, `table ${table}`];
  return /^(Index|Bitmap Index)/.test(type) && !condition ? [...inner, `index ${index}`] : inner;
}

/** What a column is given; `n` is the row's number. As in a shop that has been open for long, few rows are recent and few are due. */
function sampleOf({ column_name: column, data_type: type }: Column): string {
  const moment = `${noon.getTime()} + (n - ${rowsOfTable - 10}) * 60000`;
  if (column === "kind") return "case when n % 2 = 0 then 'refund' else 'open_checkout' end";
  if (column === "next_ask_at") return `case when n % 100 = 0 then ${moment} end`;
  if (column.endsWith("_at")) return moment;
  return { text: "n::text", bigint: "n", bytea: "''::bytea" }[type] ?? "null";
}

type Column = { table_name: string; column_name: string; data_type: string };

async function fillAll(client: Client): Promise<void> {
  // Neither keys of other tables nor the rules of what a value may be are what it is about.
  await client.query("set session_replication_role = replica");
  const rules = await client.query<{ rule: string }>(
    "select format('alter table %s drop constraint %I', conrelid::regclass, conname) rule from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace",
  );
  for (const { rule } of rules.rows) await client.query(rule);
  const columns = await client.query<Column>(
    "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' and table_name <> 'till_migrations'",
  );
  for (const [table, its] of Map.groupBy(columns.rows, (it) => it.table_name)) {
    const names = its.map((it) => `"${it.column_name}"`).join(", ");
    const values = its.map(sampleOf).join(", ");
    await client.query(
      `insert into "${table}" (${names}) overriding system value select ${values} from generate_series(1, ${rowsOfTable}) n on conflict do nothing`,
    );
  }
  await client.query("analyze");
}
