import type { OrderRow } from "../orders/order-row.ts";
import { findOrder } from "../orders/order-store.ts";
import type { Sandbox } from "../sandbox.ts";
import { isoTime } from "../sandbox.ts";
import { readings } from "../settings.ts";
import { decimal } from "./decimals.ts";
import { lineTypes, totalNames } from "./line-types.ts";
import { getPayout, type LineRow, listLines, netOf, type PayoutRow } from "./payout-store.ts";

const lineColumns = [
  "type",
  "order_capture_date",
  "order_created_at",
  "event_date",
  "order_uuid",
  "customer_order_id",
  "external_reference_id",
  "order_amount",
  "amount",
  "posting_currency",
  "type_code",
  "chargeback_code",
  "sezzle_order_id",
];

/** The answer to `GET /v2/settlements/details/{uuid}`, as CSV. @throws Refusal 404. */
export function settlementDetails(sandbox: Sandbox, uuid: string, query: Record<string, string>): string {
  const payout = getPayout(sandbox, uuid);
  const lines = listLines(sandbox, uuid);
  const metadataKeys = (query.metadata ?? "").split(",").filter(Boolean);
  const totals = totalsOf(sandbox, payout, lines);
  const rows = [
    Object.keys(totals),
    Object.values(totals),
    [...lineColumns, ...metadataKeys],
    ...lines.map((line) => lineCells(sandbox, payout, line, metadataKeys)),
  ];
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function totalsOf(sandbox: Sandbox, payout: PayoutRow, lines: LineRow[]): Record<string, string> {
  const { settlementDecimals } = readings.read(sandbox);
  const sum = (name: string) => netOf(lines.filter((line) => lineTypes[line.type].total === name));
  const amounts: Record<string, number> = Object.fromEntries(totalNames.map((name) => [name, sum(name)]));
  amounts.total_fee_amount = (amounts.total_fee_amount ?? 0) + payout.total_off_cents;
  const netCents = netOf(lines) + payout.net_off_cents;
  const text = (cents: number) => decimal(cents, settlementDecimals);
  return {
    ...Object.fromEntries(Object.entries(amounts).map(([name, cents]) => [name, text(cents)])),
    forex_fees: text(0),
    net_settlement_amount: text(netCents),
    payment_uuid: payout.uuid,
    settlement_currency: payout.currency,
    payout_date: payout.payout_date,
    payout_status: payout.status,
    final_payout_amount: text(netCents),
    payout_currency: payout.currency,
  };
}

function lineCells(sandbox: Sandbox, payout: PayoutRow, line: LineRow, metadataKeys: string[]): string[] {
  const { refundLineSign, settlementDecimals } = readings.read(sandbox);
  const order = line.order_uuid === null ? undefined : findOrder(sandbox, line.order_uuid);
  const metadata = order ? (JSON.parse(order.metadata) as Record<string, string>) : {};
  const isTurned = line.type === "REFUND" && refundLineSign === "positive";
  return [
    line.type,
    order ? captureDate(sandbox, order) : "",
    order ? isoTime(order.created_at) : "",
    line.event_date,
    line.order_uuid ?? "",
    order?.reference_id ?? "",
    order?.reference_id ?? "",
    order ? decimal(order.amount_cents, settlementDecimals) : "",
    decimal(isTurned ? -line.amount_cents : line.amount_cents, settlementDecimals),
    payout.currency,
    lineTypes[line.type].code,
    line.chargeback_code ?? "",
    line.order_uuid === null ? "" : line.order_uuid.slice(0, 8).toUpperCase(),
    ...metadataKeys.map((key) => metadata[key] ?? ""),
  ];
}

function captureDate(sandbox: Sandbox, order: OrderRow): string {
  const first = sandbox.db
    .prepare<[string], { at: number | null }>(
      "SELECT min(created_at) AS at FROM movements WHERE order_uuid = ? AND kind = 'capture'",
    )
    .get(order.uuid);
  return first?.at ? isoTime(first.at).slice(0, 10) : "";
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
