import { randomUUID } from "node:crypto";
import { listMovements } from "../orders/movement-store.ts";
import type { Currency, MovementRow, OrderRow } from "../orders/order-row.ts";
import type { RefusalDetail } from "../refusal.ts";
import { isoTime, type Sandbox } from "../sandbox.ts";
import { type Readings, readings } from "../settings.ts";

interface Link {
  href: string;
  method: string;
  rel: string;
}

/** A `Price` as the gateway writes it. */
export function price(amountCents: number, currency: Currency) {
  return { amount_in_cents: amountCents, currency };
}

/** A capture, refund or release as orders and events show it, by the reading of `amountShape`. */
export function movementEntry(movement: MovementRow, currency: Currency, shape: Readings["amountShape"]) {
  if (shape === "flat") {
    return { uuid: movement.uuid, amount_in_cents: movement.amount_cents, currency_code: currency };
  }
  return { uuid: movement.uuid, amount: price(movement.amount_cents, currency) };
}

/** The address of the shopper's checkout. */
export function checkoutUrl(sandbox: Sandbox, orderUuid: string): string {
  return `${sandbox.url}/checkout/${orderUuid}`;
}

/** The answer to creating and to reading a session. */
export function sessionShape(sandbox: Sandbox, order: OrderRow) {
  return {
    uuid: order.session_uuid,
    links: [link(sandbox, `/v2/session/${order.session_uuid}`, "GET", "self")],
    order: {
      uuid: order.uuid,
      checkout_url: checkoutUrl(sandbox, order.uuid),
      intent: order.intent,
      links: orderLinks(sandbox, order.uuid),
    },
  };
}

/** The answer to `GET /v2/order/{uuid}`. */
export function orderShape(sandbox: Sandbox, order: OrderRow) {
  const { completeStatus } = readings.read(sandbox);
  return {
    uuid: order.uuid,
    links: orderLinks(sandbox, order.uuid),
    intent: order.intent,
    reference_id: order.reference_id,
    description: order.description,
    order_amount: price(order.amount_cents, order.currency),
    metadata: JSON.parse(order.metadata) as Record<string, string>,
    ...(order.customer === null ? {} : { customer: JSON.parse(order.customer) as unknown }),
    checkout_expiration: isoTime(order.checkout_expires_at),
    checkout_status: order.checkout_status === "complete" ? completeStatus : order.checkout_status,
    ...(order.authorized_at === null ? {} : { authorization: authorizationShape(sandbox, order) }),
  };
}

function authorizationShape(sandbox: Sandbox, order: OrderRow) {
  const { amountShape } = readings.read(sandbox);
  const movements = listMovements(sandbox, order.uuid);
  const entries = (kind: MovementRow["kind"]) =>
    movements
      .filter((movement) => movement.kind === kind)
      .map((movement) => movementEntry(movement, order.currency, amountShape));
  return {
    authorization_amount: price(order.authorized_cents, order.currency),
    approved: true,
    expiration: isoTime(order.authorization_expires_at),
    financing_option: order.financing_option,
    captures: entries("capture"),
    refunds: entries("refund"),
    releases: entries("release"),
  };
}

/** The body of an error answer, by the reading of `errorShape`. Each line gets a `debug_uuid` of its own. */
export function errorShape(sandbox: Sandbox, details: RefusalDetail[]) {
  const lines = details.map(({ code, location, message }) => ({
    code,
    location,
    message,
    debug_uuid: randomUUID(),
  }));
  return readings.read(sandbox).errorShape === "array" ? lines : lines[0];
}

/** A webhook subscription as the gateway shows it. */
export function subscriptionShape(
  sandbox: Sandbox,
  subscription: { uuid: string; url: string; events: string[] },
) {
  return { ...subscription, links: subscriptionLinks(sandbox, subscription.uuid) };
}

/** Where a subscription can be read, changed and deleted. */
export function subscriptionLinks(sandbox: Sandbox, uuid: string): Link[] {
  const path = `/v2/webhooks/${uuid}`;
  return [
    link(sandbox, path, "GET", "self"),
    link(sandbox, path, "PATCH", "self"),
    link(sandbox, path, "DELETE", "self"),
  ];
}

function orderLinks(sandbox: Sandbox, uuid: string): Link[] {
  const path = `/v2/order/${uuid}`;
  return [
    link(sandbox, path, "GET", "self"),
    link(sandbox, path, "PATCH", "self"),
    link(sandbox, `${path}/checkout`, "DELETE", "checkout"),
    link(sandbox, `${path}/capture`, "POST", "capture"),
    link(sandbox, `${path}/refund`, "POST", "refund"),
    link(sandbox, `${path}/release`, "POST", "release"),
  ];
}

function link(sandbox: Sandbox, path: string, method: string, rel: string): Link {
  return { href: `${sandbox.url}${path}`, method, rel };
}
