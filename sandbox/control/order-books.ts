import { randomUUID } from "node:crypto";
import { z } from "zod";
import { checkoutUrl } from "../gateway/shapes.ts";
import { parseBody, priceSchema, referenceIdSchema } from "../gateway/validation.ts";
import { authorize } from "../orders/checkout-outcome.ts";
import { listMovements, totalsOf } from "../orders/movement-store.ts";
import type { OrderRow } from "../orders/order-row.ts";
import { getOrder, insertOrder } from "../orders/order-store.ts";
import { isoTime, type Sandbox, transact } from "../sandbox.ts";

/** Everything the sandbox knows of an order, also what Sezzle's API never tells. */
export function orderBooks(sandbox: Sandbox, order: OrderRow) {
  const { capturedCents, releasedCents, refundedCents } = totalsOf(sandbox, order.uuid);
  return {
    uuid: order.uuid,
    session_uuid: order.session_uuid,
    channel: order.channel,
    intent: order.intent,
    reference_id: order.reference_id,
    description: order.description,
    metadata: JSON.parse(order.metadata) as Record<string, string>,
    customer: order.customer === null ? null : (JSON.parse(order.customer) as unknown),
    amount_in_cents: order.amount_cents,
    currency: order.currency,
    checkout_url: order.session_uuid === null ? null : checkoutUrl(sandbox, order.uuid),
    checkout_status: order.checkout_status,
    closed_because: order.closed_because,
    checkout_expires_at: isoTime(order.checkout_expires_at),
    gave_up_at: isoTime(order.gave_up_at),
    authorized_in_cents: order.authorized_cents,
    captured_in_cents: capturedCents,
    released_in_cents: releasedCents,
    refunded_in_cents: refundedCents,
    authorized_at: isoTime(order.authorized_at),
    authorization_expires_at: isoTime(order.authorization_expires_at),
    authorization_lapsed_at: isoTime(order.authorization_lapsed_at),
    financing_option: order.financing_option,
    reauthorized_from: order.reauthorized_from,
    created_at: isoTime(order.created_at),
    movements: listMovements(sandbox, order.uuid).map((movement) => ({
      uuid: movement.uuid,
      kind: movement.kind,
      amount_in_cents: movement.amount_cents,
      source: movement.source,
      request_id: movement.request_id,
      at: isoTime(movement.created_at),
    })),
  };
}

const otherOrderSchema = priceSchema.extend({
  metadata: z.record(z.string(), z.string()).default({}),
  reference_id: referenceIdSchema.optional(),
});

/**
 * Makes an authorized order of another channel of the merchant, such as a web shop, and announces it.
 * @throws Refusal 400 or 422.
 */
export function createOtherOrder(sandbox: Sandbox, input: unknown): OrderRow {
  const wish = parseBody(otherOrderSchema, input);
  return transact(sandbox, () => {
    const order = insertOrder(sandbox, {
      channel: "other",
      intent: "AUTH",
      reference_id: wish.reference_id ?? `web-${randomUUID().slice(0, 8)}`,
      description: "Web shop order",
      amount_cents: wish.amount_in_cents,
      currency: wish.currency,
      metadata: JSON.stringify(wish.metadata),
      checkout_expires_at: sandbox.now(),
      checkout_status: "complete",
    });
    authorize(sandbox, order, "4-pay-biweekly");
    return getOrder(sandbox, order.uuid);
  });
}
