import { randomUUID } from "node:crypto";
import type { DisputeRow } from "../disputes/dispute-store.ts";
import { movementEntry, price } from "../gateway/shapes.ts";
import type { MovementRow, OrderRow } from "../orders/order-row.ts";
import { isoTime, type Sandbox } from "../sandbox.ts";
import { readings } from "../settings.ts";
import { queueDelivery } from "./delivery-store.ts";
import { listSubscriptions } from "./subscriptions.ts";

/** The events the sandbox causes. Nothing announces what was denied, expired, deleted or released. */
export const causedEvents = ["order.authorized", "order.captured", "order.refunded"] as const;
export type CausedEvent = (typeof causedEvents)[number];

/** The events about disputes, told only when somebody opens, moves or closes one at the control page. */
export type DisputeEvent =
  | "dispute.merchant_input_requested"
  | "dispute.deadline_approaching"
  | `dispute.closed.${NonNullable<DisputeRow["outcome"]>}`;

/** Announces that a shopper's order was approved. */
export function announceAuthorization(sandbox: Sandbox, order: OrderRow): void {
  announce(sandbox, "order.authorized", order.uuid, authorizationData(order));
}

/** Announces a capture. */
export function announceCapture(sandbox: Sandbox, order: OrderRow, movement: MovementRow): void {
  const { amountShape } = readings.read(sandbox);
  announce(sandbox, "order.captured", order.uuid, {
    uuid: order.uuid,
    capture: movementEntry(movement, order.currency, amountShape),
  });
}

/** Announces a refund, with whether it was asked for at the gateway or in Sezzle's dashboard. */
export function announceRefund(sandbox: Sandbox, order: OrderRow, movement: MovementRow): void {
  const { amountShape } = readings.read(sandbox);
  announce(sandbox, "order.refunded", order.uuid, {
    uuid: order.uuid,
    refund: movementEntry(movement, order.currency, amountShape),
    source: movement.source,
  });
}

/** Announces what a dispute has come to. */
export function announceDispute(
  sandbox: Sandbox,
  event: DisputeEvent,
  order: OrderRow,
  dispute: DisputeRow,
): void {
  const { disputeId } = readings.read(sandbox);
  announce(
    sandbox,
    event,
    order.uuid,
    {
      dispute_id: disputeId === "number" ? dispute.id : String(dispute.id),
      order_uuid: order.uuid,
      order_reference_id: order.reference_id,
      dispute_type: dispute.type,
      dispute_status: dispute.status,
      dispute_amount_in_cents: dispute.amount_cents,
      dispute_currency: order.currency,
      dispute_due_date: isoTime(dispute.due_at),
    },
    "dispute",
  );
}

/**
 * Sends a sample of an event about an order that does not exist: to `url`, or to every subscriber of the event.
 * It is tried once, and its failure costs nobody a subscription.
 */
export function announceTest(sandbox: Sandbox, event: CausedEvent, url: string | undefined): void {
  const orderUuid = randomUUID();
  const body = envelope(sandbox, event, sampleData(sandbox, event, orderUuid));
  const targets = url
    ? [{ uuid: null, url }]
    : listSubscriptions(sandbox).filter((subscription) => subscription.events.includes(event));
  for (const target of targets) {
    queueDelivery(sandbox, {
      ...body,
      event,
      orderUuid,
      subscriptionUuid: target.uuid,
      url: target.url,
      isTest: true,
    });
  }
  sandbox.wakeDeliveries();
}

function announce(
  sandbox: Sandbox,
  event: CausedEvent | DisputeEvent,
  orderUuid: string,
  data: object,
  dataType = "order",
): void {
  const body = envelope(sandbox, event, data, dataType);
  for (const subscription of listSubscriptions(sandbox)) {
    if (!subscription.events.includes(event)) continue;
    queueDelivery(sandbox, {
      ...body,
      event,
      orderUuid,
      subscriptionUuid: subscription.uuid,
      url: subscription.url,
      isTest: false,
    });
  }
  sandbox.wakeDeliveries();
}

/** The exact text that is stored, signed and sent, the same at every try. */
function envelope(
  sandbox: Sandbox,
  event: CausedEvent | DisputeEvent,
  data: object,
  dataType = "order",
): { eventUuid: string; body: string } {
  const eventUuid = randomUUID();
  const body = JSON.stringify({
    uuid: eventUuid,
    created_at: isoTime(sandbox.now()),
    event,
    data_type: dataType,
    data,
  });
  return { eventUuid, body };
}

function authorizationData(order: OrderRow): object {
  return {
    uuid: order.uuid,
    authorization: {
      uuid: order.authorization_uuid,
      created_at: isoTime(order.authorized_at),
      authorization_amount: price(order.authorized_cents, order.currency),
      approved: true,
      expiration: isoTime(order.authorization_expires_at),
      financing_option: order.financing_option,
    },
  };
}

function sampleData(sandbox: Sandbox, event: CausedEvent, orderUuid: string): object {
  const at = sandbox.now();
  if (event === "order.authorized") {
    return {
      uuid: orderUuid,
      authorization: {
        uuid: randomUUID(),
        created_at: isoTime(at),
        authorization_amount: price(10_000, "USD"),
        approved: true,
        expiration: isoTime(at + 30 * 60 * 1000),
        financing_option: "4-pay-biweekly",
      },
    };
  }
  const { amountShape } = readings.read(sandbox);
  const entry =
    amountShape === "flat"
      ? { uuid: randomUUID(), amount_in_cents: 10_000, currency_code: "USD" }
      : { uuid: randomUUID(), amount: price(10_000, "USD") };
  return event === "order.captured"
    ? { uuid: orderUuid, capture: entry }
    : { uuid: orderUuid, refund: entry, source: "gateway" };
}
