import Database from "better-sqlite3";

type Piece = { run(): void; committed(): void };

/** An order's sale in one row, and the position of its line of history. */
export type Approved = { seq: number; storeId: string; saleId: string; row: object };

/**
 * What the bare server keeps: the same tables as the product's, written by hand with the same durability. What waits is
 * committed together, as the product does.
 */
export class BareInbox {
  readonly #connection: Database.Database;
  readonly #waiting: Piece[] = [];
  readonly #keep: Database.Statement;
  readonly #done: Database.Statement;
  readonly #order: Database.Statement;
  readonly #sale: Database.Statement;
  readonly #find: Database.Statement;
  readonly #line: Database.Statement;

  constructor(file: string) {
    const connection = new Database(file);
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
    connection.pragma("foreign_keys = ON");
    connection.pragma("secure_delete = ON");
    this.#connection = connection;
    this.#keep = connection.prepare(
      `insert into webhook_events (event_uuid, event, order_uuid, received_at, raw, next_try_at) values (?, ?, ?, ?, ?, ?)
       on conflict (event_uuid) do update set deliveries = deliveries + 1`,
    );
    this.#done = connection.prepare(
      "update webhook_events set processed_at = ?, next_try_at = null, raw = null where event_uuid = ?",
    );
    this.#order = connection.prepare(
      "update orders set snapshot = ?, asked_at = ?, confirmed_at = ?, confirmed_by = 'webhook' where uuid = ?",
    );
    this.#sale = connection.prepare(
      `update sales set status = 'authorized', version = version + 1, status_at = ?, authorized_cents = amount_cents
       where id = (select sale_id from attempts join orders on orders.attempt_id = attempts.id where orders.uuid = ?)`,
    );
    this.#find = connection.prepare(
      "select sales.* from sales join attempts on sales.id = sale_id join orders on attempt_id = attempts.id where orders.uuid = ?",
    );
    this.#line = connection.prepare(
      "insert into history (at, kind, store_id, sale_id, order_uuid, data) values (?, 'order.changed', ?, ?, ?, ?)",
    );
  }

  /** Keeps an event. Resolves once it is on disk. */
  keep(event: { uuid: string; event: string; orderUuid: string | null; raw: Buffer }): Promise<void> {
    const now = Date.now();
    return this.#write(() => {
      this.#keep.run(event.uuid, event.event, event.orderUuid, now, event.raw, now + 30_000);
    });
  }

  /** Writes down what the gateway answered about an order that was approved. Resolves once it is on disk. */
  approve(eventUuid: string, orderUuid: string, answer: object): Promise<Approved> {
    return this.#write(() => {
      const now = Date.now();
      this.#order.run(JSON.stringify(answer), now, now, orderUuid);
      this.#sale.run(now, orderUuid);
      const row = this.#find.get(orderUuid) as { id: string; store_id: string };
      const data = JSON.stringify({ from: "link_sent", to: "authorized" });
      const { lastInsertRowid } = this.#line.run(now, row.store_id, row.id, orderUuid, data);
      this.#done.run(now, eventUuid);
      return { seq: Number(lastInsertRowid), storeId: row.store_id, saleId: row.id, row };
    });
  }

  #write<Value>(work: () => Value): Promise<Value> {
    return new Promise((resolve) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#commit());
      let value: Value;
      this.#waiting.push({
        run: () => {
          value = work();
        },
        committed: () => resolve(value),
      });
    });
  }

  #commit(): void {
    const batch = this.#waiting.splice(0);
    this.#connection.exec("BEGIN IMMEDIATE");
    for (const piece of batch) piece.run();
    this.#connection.exec("COMMIT");
    for (const piece of batch) piece.committed();
  }
}
