import { isoTime, type Sandbox } from "../sandbox.ts";
import { lineTypes } from "../settlements/line-types.ts";
import { listLines, netOf, type PayoutRow } from "../settlements/payout-store.ts";

/** A payout with its lines, from the inside: amounts are positive when they are the merchant's. */
export function payoutBooks(sandbox: Sandbox, payout: PayoutRow) {
  const lines = listLines(sandbox, payout.uuid);
  return {
    uuid: payout.uuid,
    currency: payout.currency,
    payout_date: payout.payout_date,
    status: payout.status,
    net_in_cents: netOf(lines) + payout.net_off_cents,
    created_at: isoTime(payout.created_at),
    lines: lines.map(({ amount_cents, ...line }) => ({
      ...line,
      type_code: lineTypes[line.type].code,
      amount_in_cents: amount_cents,
    })),
  };
}
