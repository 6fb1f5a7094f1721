import type { Currency } from "../orders/order-row.ts";
import { notFound } from "../refusal.ts";
import type { Sandbox } from "../sandbox.ts";
import type { LineType } from "./line-types.ts";

/** A payout as the sandbox keeps it. `*_off_cents`: by how much what it says is to be wrong. */
export interface PayoutRow {
  uuid: string;
  currency: Currency;
  payout_date: string;
  status: string;
  net_off_cents: number;
  total_off_cents: number;
  created_at: number;
}

/** One line; the amount is positive when it is the merchant's. `movement_uuid`: what it pays out for good. */
export interface LineRow {
  type: LineType;
  order_uuid: string | null;
  movement_uuid: string | null;
  amount_cents: number;
  chargeback_code: string | null;
  event_date: string;
}

/** The payout. @throws Refusal 404 when there is none. */
export function getPayout(sandbox: Sandbox, uuid: string): PayoutRow {
  const row = sandbox.db.prepare<[string], PayoutRow>("SELECT * FROM payouts WHERE uuid = ?").get(uuid);
  if (!row) throw notFound("payout");
  return row;
}

/** The lines of a payout, in their order. */
export function listLines(sandbox: Sandbox, payoutUuid: string): LineRow[] {
  return sandbox.db
    .prepare<[string], LineRow>(
      `SELECT type, order_uuid, movement_uuid, amount_cents, chargeback_code, event_date
       FROM settlement_lines WHERE payout_uuid = ? ORDER BY ordinal`,
    )
    .all(payoutUuid);
}

/** Writes a payout with its lines, in place of what it was. */
export function savePayout(sandbox: Sandbox, payout: PayoutRow, lines: LineRow[]): void {
  const { db } = sandbox;
  db.prepare("DELETE FROM settlement_lines WHERE payout_uuid = ?").run(payout.uuid);
  db.prepare(
    `INSERT INTO payouts (uuid, currency, payout_date, status, net_off_cents, total_off_cents, created_at)
     VALUES (@uuid, @currency, @payout_date, @status, @net_off_cents, @total_off_cents, @created_at)
     ON CONFLICT DO UPDATE SET status = excluded.status, net_off_cents = excluded.net_off_cents,
       total_off_cents = excluded.total_off_cents`,
  ).run(payout);
  const insert = db.prepare(
    `INSERT INTO settlement_lines
       (payout_uuid, ordinal, type, order_uuid, movement_uuid, amount_cents, chargeback_code, event_date)
     VALUES (@payout_uuid, @ordinal, @type, @order_uuid, @movement_uuid, @amount_cents, @chargeback_code, @event_date)`,
  );
  lines.forEach((line, ordinal) => {
    insert.run({ ...line, ordinal, payout_uuid: payout.uuid });
  });
}

/** The newest payouts first; all of them unless bounded by dates (inclusive) or a currency. */
export function listPayouts(
  sandbox: Sandbox,
  bounds: { from?: string; to?: string; currency?: string; limit: number; offset: number },
): PayoutRow[] {
  const { from = "", to = "9999-99-99", currency = "", limit, offset } = bounds;
  return sandbox.db
    .prepare<unknown[], PayoutRow>(
      `SELECT * FROM payouts WHERE payout_date BETWEEN ? AND ? AND ? IN ('', currency)
       ORDER BY payout_date DESC, created_at DESC, rowid DESC LIMIT ? OFFSET ?`,
    )
    .all(from, to, currency, limit, offset);
}

/** What the lines come to, in cents. */
export function netOf(lines: LineRow[]): number {
  return lines.reduce((sum, line) => sum + line.amount_cents, 0);
}
