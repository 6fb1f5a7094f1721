import { randomUUID } from "node:crypto";
import { notFound } from "../refusal.ts";
import type { Sandbox } from "../sandbox.ts";
import { settleExpiries } from "./expiry.ts";
import type { OrderRow } from "./order-row.ts";

type NewOrder = Pick<
  OrderRow,
  | "channel"
  | "intent"
  | "reference_id"
  | "description"
  | "amount_cents"
  | "currency"
  | "metadata"
  | "checkout_expires_at"
> &
  Partial<OrderRow>;

/** Writes a new order with an active checkout unless told otherwise, and returns it. */
export function insertOrder(sandbox: Sandbox, order: NewOrder): OrderRow {
  const row: OrderRow = {
    uuid: randomUUID(),
    session_uuid: null,
    customer: null,
    phone: null,
    complete_url: null,
    cancel_url: null,
    checkout_status: "active",
    closed_because: null,
    gave_up_at: null,
    authorization_uuid: null,
    authorized_cents: 0,
    authorized_at: null,
    authorization_expires_at: null,
    authorization_lapsed_at: null,
    financing_option: null,
    reauthorized_from: null,
    created_at: sandbox.now(),
    ...order,
  };
  const columns = Object.keys(row);
  sandbox.db
    .prepare(
      `INSERT INTO orders (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
    )
    .run(row);
  return row;
}

/** The order as it stands now, or undefined. What has run out meanwhile is settled first. */
export function findOrder(sandbox: Sandbox, uuid: string): OrderRow | undefined {
  settleExpiries(sandbox);
  return sandbox.db.prepare<[string], OrderRow>("SELECT * FROM orders WHERE uuid = ?").get(uuid);
}

/** The order as it stands now. @throws Refusal 404 when there is none. */
export function getOrder(sandbox: Sandbox, uuid: string): OrderRow {
  const order = findOrder(sandbox, uuid);
  if (!order) throw notFound("order");
  return order;
}

/** The newest orders as they stand now, newest first. */
export function listOrders(sandbox: Sandbox, limit: number): OrderRow[] {
  settleExpiries(sandbox);
  return sandbox.db
    .prepare<[number], OrderRow>("SELECT * FROM orders ORDER BY created_at DESC, rowid DESC LIMIT ?")
    .all(limit);
}
