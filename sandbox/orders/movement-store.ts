import { randomUUID } from "node:crypto";
import type { Sandbox } from "../sandbox.ts";
import type { MovementKind, MovementRow } from "./order-row.ts";

/** Sums of an order's movements, in cents. */
export interface Totals {
  capturedCents: number;
  releasedCents: number;
  refundedCents: number;
}

/** An order's movements, oldest first. */
export function listMovements(sandbox: Sandbox, orderUuid: string): MovementRow[] {
  return sandbox.db
    .prepare<[string], MovementRow>("SELECT * FROM movements WHERE order_uuid = ? ORDER BY id")
    .all(orderUuid);
}

/** Writes one movement. The rules of what may move live in `movements.ts`. */
export function insertMovement(
  sandbox: Sandbox,
  movement: Pick<MovementRow, "order_uuid" | "kind" | "amount_cents" | "source"> & Partial<MovementRow>,
): MovementRow {
  const row = { uuid: randomUUID(), request_id: null, created_at: sandbox.now(), ...movement };
  const { lastInsertRowid } = sandbox.db
    .prepare(
      `INSERT INTO movements (uuid, order_uuid, kind, amount_cents, source, request_id, created_at)
       VALUES (@uuid, @order_uuid, @kind, @amount_cents, @source, @request_id, @created_at)`,
    )
    .run(row);
  return { ...row, id: Number(lastInsertRowid) };
}

/** What was captured, released and refunded of an order so far. */
export function totalsOf(sandbox: Sandbox, orderUuid: string): Totals {
  const sums = sandbox.db
    .prepare<[string], { kind: MovementKind; cents: number }>(
      "SELECT kind, sum(amount_cents) AS cents FROM movements WHERE order_uuid = ? GROUP BY kind",
    )
    .all(orderUuid);
  const centsOf = (kind: MovementKind) => sums.find((sum) => sum.kind === kind)?.cents ?? 0;
  return {
    capturedCents: centsOf("capture"),
    releasedCents: centsOf("release"),
    refundedCents: centsOf("refund"),
  };
}
