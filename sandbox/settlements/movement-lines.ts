import type { MovementRow } from "../orders/order-row.ts";
import { isoTime } from "../sandbox.ts";
import type { LineRow } from "./payout-store.ts";

/** A capture or refund, with what its order has authorized and in how many pieces that was captured. */
export type Payable = MovementRow & { authorized_cents: number; captures: number };

/** The lines a capture or a refund makes: itself, and its fee or the fee that is returned. */
export function linesOf(movement: Payable): LineRow[] {
  const base = {
    order_uuid: movement.order_uuid,
    movement_uuid: movement.uuid,
    chargeback_code: null,
    event_date: isoTime(movement.created_at).slice(0, 10),
  };
  const cents = movement.amount_cents;
  const share = Math.round((cents * 6) / 100);
  if (movement.kind === "refund") {
    return [
      { ...base, type: "REFUND", amount_cents: -cents },
      { ...base, type: "RETURNED_FEE", amount_cents: share },
    ];
  }
  const isWhole = movement.captures === 1 && cents === movement.authorized_cents;
  return [
    { ...base, type: isWhole ? "ORDER" : "CAPTURE", amount_cents: cents },
    { ...base, type: "FEE", amount_cents: -(share + 30) },
  ];
}
