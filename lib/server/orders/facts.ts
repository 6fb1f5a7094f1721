import type { Order } from "#db/queries/orders.ts";
import { totalCents } from "#lib/order-state.ts";

/** What Sezzle's last answer shows as captured on an order, in cents. */
export function capturedCents(order: Order): number {
  return totalCents(order.snapshot?.authorization?.captures ?? []);
}

/** What Sezzle's last answer shows as approved on an order and not let go of, in cents. */
export function approvedCents(order: Order): number {
  const authorization = order.snapshot?.authorization;
  if (!authorization?.approved) return 0;
  // A deleted order holds nothing any more but what was taken.
  if (order.snapshot?.checkoutStatus === "deleted") return capturedCents(order);
  return Math.max(0, authorization.amount.amountCents - totalCents(authorization.releases));
}

/** What is approved on an order and neither taken nor let go of, in cents. */
export function releasableCents(order: Order): number {
  return approvedCents(order) - capturedCents(order);
}

/** Whether the order's checkout can still be completed or deleted: Sezzle said so last, or has not been heard yet. */
export function isCheckoutOpen(order: Order | null): boolean {
  if (!order) return false;
  return (
    order.snapshot === null || (order.snapshot.checkoutStatus === "active" && !order.snapshot.authorization)
  );
}
