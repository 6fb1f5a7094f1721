import { unprocessable } from "../refusal.ts";
import { type Sandbox, transact } from "../sandbox.ts";
import { settings } from "../settings.ts";
import { authorize, type FinancingOption } from "./checkout-outcome.ts";
import { totalsOf } from "./movement-store.ts";
import type { Wish } from "./movements.ts";
import type { OrderRow } from "./order-row.ts";
import { getOrder, insertOrder } from "./order-store.ts";

/**
 * Opens a new order for one whose authorization expired or was released. The new one is approved unless it
 * exceeds the shopper's spending power; then it exists, denied.
 * @throws Refusal 404, or 422 while the first authorization lives or for more than it left uncaptured.
 */
export function reauthorize(sandbox: Sandbox, wish: Wish): OrderRow {
  return transact(sandbox, () => {
    const order = getOrder(sandbox, wish.orderUuid);
    if (order.authorized_at === null || order.authorization_lapsed_at === null) {
      throw unprocessable(
        "invalid_authorization",
        "authorization",
        "Only an order whose authorization has expired or was released can be authorized again.",
      );
    }
    if (wish.currency !== order.currency) {
      throw unprocessable("invalid", "currency", `The order is in ${order.currency}.`);
    }
    const limitCents = order.authorized_cents - totalsOf(sandbox, order.uuid).capturedCents;
    if (wish.amountCents > limitCents) {
      throw unprocessable(
        "invalid",
        "amount_in_cents",
        `The amount is more than the ${limitCents} cents not captured.`,
      );
    }
    const renewed = insertOrder(sandbox, {
      channel: "reauthorization",
      intent: "AUTH",
      reference_id: order.reference_id,
      description: order.description,
      amount_cents: wish.amountCents,
      currency: order.currency,
      metadata: order.metadata,
      customer: order.customer,
      phone: order.phone,
      checkout_expires_at: sandbox.now(),
      checkout_status: "denied",
      closed_because: "over the shopper's spending power",
      reauthorized_from: order.uuid,
    });
    if (wish.amountCents <= settings.read(sandbox).spendingPowerCents) {
      sandbox.db.prepare("UPDATE orders SET closed_because = NULL WHERE uuid = ?").run(renewed.uuid);
      authorize(sandbox, renewed, order.financing_option as FinancingOption);
    }
    return getOrder(sandbox, renewed.uuid);
  });
}
