import { type SaleStatus, statusAt, waitingStatuses } from "#lib/order-state.ts";
import type { SaleView } from "#lib/sale-view.ts";

/** A sale's status at this moment: what was known may have run out since it was written. */
export function statusNow(sale: SaleView, now: Date): SaleStatus {
  return statusAt(
    {
      status: sale.status,
      checkoutExpiresAt: dateOf(sale.checkoutExpiresAt),
      authorizationExpiresAt: dateOf(sale.authorizationExpiresAt),
    },
    now,
  );
}

/** The moment at which a sale's status runs out; null when nothing does. */
export function runsOutAt(sale: SaleView, status: SaleStatus): Date | null {
  if (status === "link_sent") return dateOf(sale.checkoutExpiresAt);
  if (status === "authorized" || status === "partially_captured") return dateOf(sale.authorizationExpiresAt);
  return null;
}

/** Tells whether a sale still waits for the shopper, for Sezzle or for the cashier. */
export function isWaiting(sale: SaleView, now: Date): boolean {
  return sale.openOperation !== null || waitingStatuses.includes(statusNow(sale, now));
}

/** Tells whether a sale is approved and waits for the cashier to take the money. */
export function isToCapture(sale: SaleView, now: Date): boolean {
  const status = statusNow(sale, now);
  return sale.openOperation === null && (status === "authorized" || status === "partially_captured");
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
