import Database from "better-sqlite3";

/** An order in the sandbox's own database. Amounts in cents, moments in milliseconds since 1970. */
export type SezzleOrderRow = {
  uuid: string;
  channel: string;
  metadata: string;
  referenceId: string;
  amountCents: number;
  checkoutStatus: "active" | "complete" | "denied" | "deleted";
  closedBecause: string | null;
  authorizedCents: number;
  authorizedAt: number | null;
  lapsedAt: number | null;
  completeUrl: string | null;
};

export type SezzleMovementRow = {
  uuid: string;
  orderUuid: string;
  kind: "capture" | "refund" | "release";
  amountCents: number;
  source: string;
  requestId: string | null;
};

/** A call in the gateway's log. */
export type SezzleRequestRow = {
  id: number;
  call: string;
  orderUuid: string | null;
  requestId: string | null;
  fault: string | null;
  status: number | null;
  acted: number;
};

const orderColumns = `uuid, channel, metadata, reference_id as referenceId, amount_cents as amountCents,
  checkout_status as checkoutStatus, closed_because as closedBecause, authorized_cents as authorizedCents,
  authorized_at as authorizedAt, authorization_lapsed_at as lapsedAt, complete_url as completeUrl`;

/** The sandbox's database, read beside the sandbox: what really happened at Sezzle. */
export class SezzleBooks {
  readonly #db: Database.Database;
  /** Orders by the number of the sale their metadata names, as far as they have been read. */
  readonly #bySale = new Map<string, string[]>();
  #readTo = 0;

  constructor(file: string) {
    this.#db = new Database(file, { readonly: true, timeout: 5_000 });
  }

  /** The orders that were opened for a sale, oldest first. */
  ordersOf(saleNumber: string): SezzleOrderRow[] {
    const query = this.#db.prepare<[number], { rowid: number; uuid: string; metadata: string }>(
      "select rowid, uuid, metadata from orders where rowid > ? order by rowid",
    );
    for (const { rowid, uuid, metadata } of query.all(this.#readTo)) {
      const sale = (JSON.parse(metadata) as Record<string, string>).till_sale;
      if (sale) this.#bySale.set(sale, [...(this.#bySale.get(sale) ?? []), uuid]);
      this.#readTo = rowid;
    }
    return (this.#bySale.get(saleNumber) ?? []).flatMap((uuid) => this.order(uuid) ?? []);
  }

  order(uuid: string): SezzleOrderRow | null {
    const query = `select ${orderColumns} from orders where uuid = ?`;
    return this.#db.prepare<[string], SezzleOrderRow>(query).get(uuid) ?? null;
  }

  /** Every order, oldest first. */
  orders(): SezzleOrderRow[] {
    return this.#db.prepare<[], SezzleOrderRow>(`select ${orderColumns} from orders order by rowid`).all();
  }

  movementsOf(orderUuid: string): SezzleMovementRow[] {
    return this.#db
      .prepare<[string], SezzleMovementRow>(
        `select uuid, order_uuid as orderUuid, kind, amount_cents as amountCents, source, request_id as requestId
         from movements where order_uuid = ? order by id`,
      )
      .all(orderUuid);
  }

  /** Calls of the gateway's log after a position, oldest first. The log keeps the newest fifty thousand. */
  requestsAfter(id: number): SezzleRequestRow[] {
    return this.#db
      .prepare<[number], SezzleRequestRow>(
        `select id, call, order_uuid as orderUuid, request_id as requestId, fault, status, acted
         from requests where id > ? order by id`,
      )
      .all(id);
  }

  /** How many webhooks are still to be delivered. */
  waitingDeliveries(): number {
    const query = "select count(*) as n from deliveries where state in ('pending', 'held')";
    return this.#db.prepare<[], { n: number }>(query).get()?.n ?? 0;
  }

  /** How many tries webhooks have taken, and how many of them were dropped. */
  deliveryCounts(): { tries: number; dropped: number } {
    const query =
      "select coalesce(sum(tries), 0) as tries, coalesce(sum(state = 'dropped'), 0) as dropped from deliveries";
    return this.#db.prepare<[], { tries: number; dropped: number }>(query).get() ?? { tries: 0, dropped: 0 };
  }

  /** The bodies of some webhooks of the past. */
  pastDeliveries(limit: number): { body: string }[] {
    const query = "select body from deliveries where state = 'delivered' order by id desc limit ?";
    return this.#db.prepare<[number], { body: string }>(query).all(limit);
  }

  /** The webhooks that told of an order and were dropped on the way. */
  droppedAbout(orderUuid: string): { body: string }[] {
    const query =
      "select body from deliveries where order_uuid = ? and state in ('dropped', 'failed', 'cancelled')";
    return this.#db.prepare<[string], { body: string }>(query).all(orderUuid);
  }

  close(): void {
    this.#db.close();
  }
}
