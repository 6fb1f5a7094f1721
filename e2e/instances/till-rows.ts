import { Pool } from "pg";

/** A sale as the till's lists have it. */
export type SaleRow = {
  id: string;
  number: string;
  version: number;
  status: string;
  amountCents: number;
  capturedCents: number;
};

/** The till's database, read beside its instances. */
export class TillRows {
  readonly #pool: Pool;

  constructor(address: string) {
    this.#pool = new Pool({ connectionString: address, max: 4, application_name: "reader of a test" });
    this.#pool.on("error", () => {});
  }

  /** Rows of a query, whose numbers are to be cast where they are counts. */
  async all<Row extends object>(query: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query<Row>(query, values)).rows;
  }

  /** A sale; null also while the database is away. */
  async sale(id: string): Promise<SaleRow | null> {
    const query = `select id, number, version::int, status, amount_cents::int as "amountCents",
      captured_cents::int as "capturedCents" from sales where id = $1`;
    return this.all<SaleRow>(query, [id]).then(
      ([row]) => row ?? null,
      () => null,
    );
  }

  async idOf(table: "stores" | "people" | "registers", column: string, value: string): Promise<string> {
    const [row] = await this.all<{ id: string }>(`select id from ${table} where ${column} = $1 limit 1`, [
      value,
    ]);
    if (!row) throw new Error(`${table} has no ${column} ${value}`);
    return row.id;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
