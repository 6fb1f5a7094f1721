import type { OperationKind, OperationState } from "#lib/operation.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { RowReader } from "../support/database.ts";

/** A sale as the lists have it, with the order it stands for and the operation that has no end. */
export type SaleNow = {
  id: string;
  number: string;
  storeId: string;
  version: number;
  status: SaleStatus;
  amountCents: number;
  authorizedCents: number;
  capturedCents: number;
  releasedCents: number;
  refundedCents: number;
  orderUuid: string | null;
  /** Another order of the sale that something is approved on, or may be. */
  otherOrderUuid: string | null;
  open: OperationKind | null;
};

export type OperationRow = {
  id: string;
  kind: OperationKind;
  state: OperationState;
  saleId: string;
  attemptId: string;
  orderUuid: string | null;
  amountCents: number | null;
  wishId: string;
  tries: number;
  movementUuid: string | null;
  /** When it was first sent, in milliseconds since 1970. */
  firstSentAt: number | null;
  /** Whether its attempt is the one its sale stands for. */
  isCurrent: 0 | 1;
};

export type OrderRow = {
  uuid: string;
  kind: "main" | "second" | "other_channel";
  attemptId: string | null;
  snapshot: SezzleOrder | null;
  /** When it is asked for next, in milliseconds since 1970; null: never again. */
  nextAskAt: number | null;
};

export type HistoryRow = {
  seq: number;
  kind: string;
  storeId: string | null;
  saleId: string | null;
  operationId: string | null;
  data: string;
};

const saleColumns = `sales.id, number, store_id as "storeId", version, sales.status, sales.amount_cents as "amountCents",
  authorized_cents as "authorizedCents", captured_cents as "capturedCents", released_cents as "releasedCents",
  refunded_cents as "refundedCents",
  (select uuid from orders where attempt_id = current_attempt_id and kind = 'main') as "orderUuid",
  (select uuid from orders join attempts on attempts.id = attempt_id where sale_id = sales.id
     and (attempt_id <> current_attempt_id or orders.kind = 'second')
     and (snapshot is null or snapshot like '%"checkoutStatus":"active"%' or snapshot like '%"checkoutStatus":"complete"%') limit 1) as "otherOrderUuid",
  (select kind from operations where sale_id = sales.id and kind <> 'set_reference'
     and state in ('prepared', 'sending', 'unconfirmed') limit 1) as open`;

const operationColumns = `id, kind, state, sale_id as "saleId", attempt_id as "attemptId", order_uuid as "orderUuid",
  amount_cents as "amountCents", wish_id as "wishId", tries, movement_uuid as "movementUuid", first_sent_at as "firstSentAt",
  (select current_attempt_id from sales where id = sale_id) = attempt_id as "isCurrent"`;

/**
 * Whether an operation is one that only a person or time ends: a link whose session answer was lost ends with the link; a receipt number
 * of an earlier link, whose answer was lost, matters to nobody any more.
 */
export function isLeftOpen({ kind, state, isCurrent }: OperationRow): boolean {
  if (state !== "unconfirmed") return false;
  return kind === "open_checkout" || (kind === "set_reference" && !isCurrent);
}

/** The app's database, read beside the app, whether it runs or not. */
export class AppBooks {
  readonly #rows: RowReader;

  constructor(database: string) {
    this.#rows = new RowReader(database);
  }

  sale(saleId: string): SaleNow | null {
    return this.one<SaleNow>(`select ${saleColumns} from sales where id = ?`, saleId);
  }

  operation(id: string): OperationRow | null {
    return this.one<OperationRow>(`select ${operationColumns} from operations where id = ?`, id);
  }

  /** Operations without an end. */
  openOperations(): OperationRow[] {
    const open = "state in ('prepared', 'sending', 'unconfirmed')";
    return this.all<OperationRow>(`select ${operationColumns} from operations where ${open}`);
  }

  /** The operations of an attempt on its order. */
  operationsOn({ uuid, attemptId }: Pick<OrderRow, "uuid" | "attemptId">): OperationRow[] {
    const query = `select ${operationColumns} from operations where attempt_id = ?`;
    return this.all<OperationRow>(query, attemptId).filter(({ orderUuid }) => orderUuid === uuid);
  }

  order(uuid: string): OrderRow | null {
    const row = this.one<Omit<OrderRow, "snapshot"> & { snapshot: string | null }>(
      `select uuid, kind, attempt_id as "attemptId", snapshot, next_ask_at as "nextAskAt"
       from orders left join order_asks on order_uuid = uuid where uuid = ?`,
      uuid,
    );
    return row && { ...row, snapshot: row.snapshot === null ? null : JSON.parse(row.snapshot) };
  }

  /** Orders of ours that Sezzle is still to be asked for, because something hinted that they changed. */
  owedAnswers(): { orderUuid: string; failures: number }[] {
    return this.all<{ orderUuid: string; failures: number }>(
      `select order_uuid as "orderUuid", failures from order_asks join orders on uuid = order_uuid
       where wanted > done and attempt_id is not null`,
    );
  }

  /** Lines of history after a position, oldest first. */
  linesAfter(seq: number): HistoryRow[] {
    return this.all<HistoryRow>(
      `select seq, kind, store_id as "storeId", sale_id as "saleId", operation_id as "operationId", data
       from history where seq > ? order by seq`,
      seq,
    );
  }

  one<Row>(query: string, ...values: unknown[]): Row | null {
    return this.all<Row>(query, ...values)[0] ?? null;
  }

  all<Row>(query: string, ...values: unknown[]): Row[] {
    return this.#rows.all<Row>(query, ...values);
  }

  close(): void {
    this.#rows.close();
  }
}
