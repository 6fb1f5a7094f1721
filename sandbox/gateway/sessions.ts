import { randomUUID } from "node:crypto";
import { sendCheckoutLink } from "../messages/message-store.ts";
import type { OrderRow } from "../orders/order-row.ts";
import { findOrder, insertOrder } from "../orders/order-store.ts";
import { notFound } from "../refusal.ts";
import { type Sandbox, transact } from "../sandbox.ts";
import { readings, settings } from "../settings.ts";
import { DEFAULT_CHECKOUT_MS, sessionRequestSchema } from "./session-request.ts";
import { parseBody } from "./validation.ts";

/**
 * Opens a checkout and sends its link where the request asks for it. Like Sezzle's it knows no idempotency key:
 * each call makes an order.
 * @throws Refusal 400 or 422 for a request that is not valid.
 */
export function createSession(sandbox: Sandbox, body: unknown): OrderRow {
  const at = sandbox.now();
  const schema = sessionRequestSchema(readings.read(sandbox), settings.read(sandbox).minimumCents, at);
  const request = parseBody(schema, body);
  return transact(sandbox, () => {
    const order = insertOrder(sandbox, {
      session_uuid: randomUUID(),
      channel: "in_store",
      intent: request.order.intent,
      reference_id: request.order.reference_id,
      description: request.order.description,
      amount_cents: request.order.order_amount.amount_in_cents,
      currency: request.order.order_amount.currency,
      metadata: JSON.stringify(request.order.metadata ?? {}),
      customer: request.customer ? JSON.stringify(request.customer) : null,
      phone: request.order.send_checkout_url?.to_sms_phone ?? request.customer?.phone ?? null,
      complete_url: request.complete_url.href,
      cancel_url: request.cancel_url.href,
      checkout_expires_at: Math.min(
        request.order.checkout_expiration ?? at + DEFAULT_CHECKOUT_MS,
        at + DEFAULT_CHECKOUT_MS,
      ),
    });
    const send = request.order.send_checkout_url;
    if (send) {
      const language = send.language ?? (request.order.locale === "fr-CA" ? "fr-CA" : "en");
      sendCheckoutLink(sandbox, order, { phone: send.to_sms_phone, email: send.to_email, language });
    }
    return order;
  });
}

/** The order a session opened. @throws Refusal 404. */
export function getSessionOrder(sandbox: Sandbox, sessionUuid: string): OrderRow {
  const row = sandbox.db
    .prepare<[string], { uuid: string }>("SELECT uuid FROM orders WHERE session_uuid = ?")
    .get(sessionUuid);
  const order = row && findOrder(sandbox, row.uuid);
  if (!order) throw notFound("session");
  return order;
}
