import { type Refusal, unprocessable } from "../refusal.ts";
import { type Sandbox, transact } from "../sandbox.ts";
import { announceCapture, announceRefund } from "../webhooks/events.ts";
import { insertMovement, totalsOf } from "./movement-store.ts";
import type { Currency, MovementRow, MovementSource, OrderRow } from "./order-row.ts";
import { getOrder } from "./order-store.ts";

/** A wish to move money of one order. */
export interface Wish {
  orderUuid: string;
  amountCents: number;
  currency: Currency;
  source: MovementSource;
  requestId: string | null;
  /** Where in the request the amount stood, for error answers: `capture_amount.` or nothing. */
  locationPrefix: string;
}

/**
 * Captures part or all of what is authorized and left, and announces it.
 * @throws Refusal 404, or 422 when the order is not authorized (any more) or the amount exceeds what is left.
 */
export function capture(sandbox: Sandbox, wish: Wish): MovementRow {
  return transact(sandbox, () => {
    const order = openAuthorization(sandbox, wish);
    requireAtMost(wish, uncapturedCents(sandbox, order), "left to capture");
    const movement = record(sandbox, wish, "capture");
    announceCapture(sandbox, order, movement);
    return movement;
  });
}

/**
 * Lets go of part or all of what is authorized and not captured. With nothing captured and all released the
 * order is deleted. Nothing announces it.
 * @throws Refusal 404 or 422, as for a capture.
 */
export function release(sandbox: Sandbox, wish: Wish): MovementRow {
  return transact(sandbox, () => {
    const order = openAuthorization(sandbox, wish);
    requireAtMost(wish, uncapturedCents(sandbox, order), "left to release");
    const movement = record(sandbox, wish, "release");
    const { capturedCents, releasedCents } = totalsOf(sandbox, order.uuid);
    if (capturedCents + releasedCents === order.authorized_cents) {
      sandbox.db
        .prepare("UPDATE orders SET authorization_lapsed_at = ? WHERE uuid = ?")
        .run(sandbox.now(), order.uuid);
    }
    if (releasedCents === order.authorized_cents) {
      sandbox.db
        .prepare("UPDATE orders SET checkout_status = 'deleted', closed_because = 'released' WHERE uuid = ?")
        .run(order.uuid);
    }
    return movement;
  });
}

/**
 * Gives back part or all of what was captured and not refunded, and announces it.
 * @throws Refusal 404, or 422 when the amount exceeds what can be given back.
 */
export function refund(sandbox: Sandbox, wish: Wish): MovementRow {
  return transact(sandbox, () => {
    const order = getOrder(sandbox, wish.orderUuid);
    requireCurrency(wish, order);
    const { capturedCents, refundedCents } = totalsOf(sandbox, order.uuid);
    requireAtMost(wish, capturedCents - refundedCents, "captured and not yet refunded");
    const movement = record(sandbox, wish, "refund");
    announceRefund(sandbox, order, movement);
    return movement;
  });
}

function openAuthorization(sandbox: Sandbox, wish: Wish): OrderRow {
  const order = getOrder(sandbox, wish.orderUuid);
  if (order.authorized_at === null) {
    throw invalidAuthorization("The order has no authorization.");
  }
  if (order.authorization_lapsed_at !== null) {
    throw invalidAuthorization("The order's authorization is over: it expired, or nothing of it is left.");
  }
  requireCurrency(wish, order);
  return order;
}

function invalidAuthorization(message: string): Refusal {
  return unprocessable("invalid_authorization", "authorization", message);
}

function uncapturedCents(sandbox: Sandbox, order: OrderRow): number {
  const { capturedCents, releasedCents } = totalsOf(sandbox, order.uuid);
  return order.authorized_cents - capturedCents - releasedCents;
}

function requireCurrency(wish: Wish, order: OrderRow): void {
  if (wish.currency !== order.currency) {
    throw unprocessable("invalid", `${wish.locationPrefix}currency`, `The order is in ${order.currency}.`);
  }
}

function requireAtMost(wish: Wish, limitCents: number, what: string): void {
  if (wish.amountCents > limitCents) {
    throw unprocessable(
      "invalid",
      `${wish.locationPrefix}amount_in_cents`,
      `The amount is more than the ${limitCents} cents ${what}.`,
    );
  }
}

function record(sandbox: Sandbox, wish: Wish, kind: MovementRow["kind"]): MovementRow {
  return insertMovement(sandbox, {
    order_uuid: wish.orderUuid,
    kind,
    amount_cents: wish.amountCents,
    source: wish.source,
    request_id: wish.requestId,
  });
}
