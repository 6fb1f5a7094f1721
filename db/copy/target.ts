import { Client, DatabaseError, type QueryResult } from "pg";
import { nameOf } from "../address.ts";
import { asTold, connectionOf } from "../postgres/connection.ts";
import { contentOf, copyTable } from "../postgres/content.ts";
import { applyMigrations, beginMigrating } from "../postgres/migrate.ts";
import { CopyRefusal } from "./refusal.ts";
import { addRows, noRows, type Row, type RowSum, type Value } from "./rows.ts";
import type { Source } from "./source.ts";
import { type CopiedColumn, type CopiedTable, identityTable, listed, moneyColumns, named } from "./tables.ts";

/** How far a table has been copied: the place of the last row, and what came until then. */
export type Reached = RowSum & { place: number };

/** How many rows are fetched at once to be looked at. */
const rowsAFetch = 1_000;

const types: Record<CopiedColumn["kind"], string> = {
  text: "text",
  integer: "bigint",
  moment: "bigint",
  blob: "bytea",
};

/** The PostgreSQL database that a shop is copied into, on one connection. */
export class Target {
  readonly #client: Client;
  readonly #name: string;
  /** The tables that have a column for the place of their rows. */
  #numbered = new Set<string>();

  private constructor(client: Client, name: string) {
    this.#client = client;
    this.#name = name;
  }

  static async open(address: string): Promise<Target> {
    const client = new Client(connectionOf(address, { readsOnly: false }));
    // Whoever queries next is told.
    client.on("error", () => {});
    await client.connect();
    return new Target(client, nameOf(address));
  }

  /**
   * Begins a copy, or finds one of the same file that was begun and has not ended. Throws `CopyRefusal` when the database holds anything
   * else. From the first moment on that there are tables, the database says itself that it is a part of a copy.
   */
  async begin(source: Source): Promise<"begun" | "resumed"> {
    await beginMigrating(this.#client);
    const content = await contentOf(this.#client);
    if (content === "foreign") {
      throw new CopyRefusal(`The database ${this.#name} belongs to another program: give an empty one.`);
    }
    if (content === "ours") throw await this.#ownRefusal(source);
    if (content === "part of a copy") await this.#refuseOtherCopy(source);
    else await this.#mark(source);
    await this.#query("commit");
    const { rows } = await this.#query<[string]>(
      "select table_name from information_schema.columns where table_schema = current_schema() and column_name = 'rowid'",
    );
    this.#numbered = new Set(rows.map(([name]) => name));
    return content === "nothing" ? "begun" : "resumed";
  }

  async reached({ name }: CopiedTable): Promise<Reached> {
    const { rows } = await this.#query<[number, number, string]>(
      `select place, rows, sum from ${copyTable}_tables where name = $1`,
      [name],
    );
    const [row] = rows;
    return row ? { place: row[0], rows: row[1], sum: BigInt(row[2]) } : { place: 0, ...noRows };
  }

  /** Writes the next rows of a table, together with how far that is. */
  async write(table: CopiedTable, rows: Row[], from: Reached): Promise<Reached> {
    const last = rows.at(-1);
    if (!last) return from;
    const written = rows.map((row) => this.#withPlace(table, row));
    const reached = { place: last.place, ...addRows(from, written) };
    await this.#query("begin");
    // First: another copy that has come as far waits here, and then finds that it has not.
    const { rowCount } = await this.#query(
      `insert into ${copyTable}_tables as it (name, place, rows, sum) values ($1, $2, $3, $4)
       on conflict (name) do update set place = excluded.place, rows = excluded.rows, sum = excluded.sum where it.place = $5`,
      [table.name, reached.place, reached.rows, String(reached.sum), from.place],
    );
    if (rowCount !== 1) throw new CopyRefusal(`Another copy into ${this.#name} is under way.`);
    await this.#insert(table, written).catch((error: unknown) => {
      throw error instanceof DatabaseError && isAboutValues(error)
        ? new CopyRefusal(
            `Of the rows ${rows[0]?.place} to ${last.place} of ${table.name} PostgreSQL refuses one: ${error.message}.`,
          )
        : error;
    });
    await this.#query("commit");
    return reached;
  }

  /** Lets the database number further rows behind those that the file has numbered; and has it look at how much there is of what. */
  async prepareForUse(source: Source): Promise<void> {
    const last = source.lastNumber("webhook_events");
    await this.#query("update history_numbers set last = $1", [source.lastNumber("history")]);
    await this.#query("select setval('webhook_event_numbers', greatest($1::bigint, 1), $1::bigint > 0)", [
      last,
    ]);
    for (const name of this.#numbered) {
      await this.#query(
        `select setval(pg_get_serial_sequence($1, 'rowid'), greatest(max(rowid), 1), max(rowid) is not null) from ${named(name)}`,
        [named(name)],
      );
    }
    await this.#query("analyze");
  }

  async countRows({ name }: CopiedTable): Promise<number> {
    return (await this.#query<[number]>(`select count(*) from ${named(name)}`)).rows[0]?.[0] ?? 0;
  }

  async sumMoney(table: CopiedTable): Promise<number[]> {
    const sums = moneyColumns(table).map((column) => `coalesce(sum(${named(column)}), 0)`);
    if (sums.length === 0) return [];
    return (await this.#query<number[]>(`select ${sums.join(", ")} from ${named(table.name)}`)).rows[0] ?? [];
  }

  /** Reads a table from its first row to its last. */
  async readAll(table: CopiedTable, onRows: (rows: Value[][]) => void): Promise<void> {
    await this.#query("begin read only");
    await this.#query(
      `declare it no scroll cursor for select ${this.#columns(table)} from ${named(table.name)}`,
    );
    for (;;) {
      const { rows } = await this.#query<Value[]>(`fetch ${rowsAFetch} from it`);
      if (rows.length === 0) break;
      onRows(rows);
    }
    await this.#query("commit");
  }

  /** Says whose database it is, and that it is no part of a copy any more: from then on it is a shop. */
  async end(source: Source): Promise<void> {
    await this.#query("begin");
    await this.#insert(identityTable, [source.identity]);
    await this.#query(`drop table ${copyTable}, ${copyTable}_tables`);
    await this.#query("commit");
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => {});
  }

  async #mark(source: Source): Promise<void> {
    await applyMigrations(this.#client);
    await this.#query(`create table ${copyTable} (shop text not null, fingerprint text not null)`);
    await this.#query(
      `create table ${copyTable}_tables (name text primary key, place bigint not null, rows bigint not null, sum text not null)`,
    );
    await this.#query(`insert into ${copyTable} values ($1, $2)`, [
      shopOf(source.identity),
      source.fingerprint,
    ]);
  }

  async #refuseOtherCopy(source: Source): Promise<void> {
    const { rows } = await this.#query<[string, string]>(`select shop, fingerprint from ${copyTable}`);
    const [[shop, fingerprint] = ["", ""]] = rows;
    const advice = "drop it and give an empty one";
    if (shop !== shopOf(source.identity)) {
      throw new CopyRefusal(`The database ${this.#name} holds a part of another shop's copy: ${advice}.`);
    }
    if (fingerprint !== source.fingerprint) {
      throw new CopyRefusal(
        `The file has changed since its copy into ${this.#name} was begun, and the two would not fit: ${advice}.`,
      );
    }
    if ((await applyMigrations(this.#client)) > 0) {
      throw new CopyRefusal(
        `The copy into ${this.#name} was begun by another version of the till: ${advice}.`,
      );
    }
  }

  async #ownRefusal(source: Source): Promise<CopyRefusal> {
    const { rows } = await this.#query<Value[]>(`select ${this.#columns(identityTable)} from identity`);
    const isSame = rows[0] && shopOf(rows[0]) === shopOf(source.identity);
    return new CopyRefusal(
      isSame
        ? `The database ${this.#name} already holds this shop, and its copy is whole: nothing was changed.`
        : `The database ${this.#name} already is another till's: give an empty one.`,
    );
  }

  async #insert(table: CopiedTable, rows: Value[][]): Promise<void> {
    const kinds = table.columns.map((it) => types[it.kind]);
    if (this.#numbered.has(table.name)) kinds.unshift("bigint");
    const lists = kinds.map((kind, index) => `$${index + 1}::${kind}[]`);
    const insert = `insert into ${named(table.name)} (${this.#columns(table)}) overriding system value select * from unnest(${lists.join(", ")})`;
    const isHistory = table.name === "history";
    // Its lines have their numbers. The trigger would count up one row for each of them, of which a transaction keeps every version.
    if (isHistory) await this.#query("alter table history disable trigger history_is_numbered");
    await this.#query(
      insert,
      kinds.map((_, index) => rows.map((values) => values[index])),
    );
    if (isHistory) await this.#query("alter table history enable trigger history_is_numbered");
  }

  #columns({ name, columns }: CopiedTable): string {
    return listed([...(this.#numbered.has(name) ? ["rowid"] : []), ...columns.map((it) => it.name)]);
  }

  #withPlace({ name }: CopiedTable, { place, values }: Row): Value[] {
    return this.#numbered.has(name) ? [place, ...values] : values;
  }

  async #query<Values extends unknown[]>(text: string, values: unknown[] = []): Promise<QueryResult<Values>> {
    try {
      return await this.#client.query<Values>({ text, values, rowMode: "array" });
    } catch (error) {
      throw asTold(error);
    }
  }
}

/** Whether a statement was refused for what it says (classes 22 and 23): the next time it would be again. */
function isAboutValues({ code }: DatabaseError): boolean {
  return /^2[23]/.test(code ?? "");
}

/** Tells a shop from others: its mode, its merchant, and when it was made. */
function shopOf(identity: Value[]): string {
  return JSON.stringify(identity);
}
