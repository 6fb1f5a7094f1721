import { randomUUID } from "node:crypto";
import { unprocessable } from "../refusal.ts";
import { type Sandbox, transact } from "../sandbox.ts";
import { settings } from "../settings.ts";
import { announceAuthorization } from "../webhooks/events.ts";
import { capture } from "./movements.ts";
import type { OrderRow } from "./order-row.ts";
import { getOrder } from "./order-store.ts";

export const financingOptions = ["4-pay-biweekly", "4-pay-monthly", "6-pay-monthly"] as const;
export type FinancingOption = (typeof financingOptions)[number];

/** How an attempt to complete a checkout ended; `closed` when the checkout was over before it. */
export type CompletionOutcome = "completed" | "denied" | "closed";

/** Completes an active checkout once: authorizes the order, or denies it above the shopper's spending power. */
export function completeCheckout(sandbox: Sandbox, uuid: string, option: FinancingOption): CompletionOutcome {
  return transact(sandbox, () => {
    const order = getOrder(sandbox, uuid);
    if (order.checkout_status !== "active") return "closed";
    if (order.amount_cents > settings.read(sandbox).spendingPowerCents) {
      closeCheckout(sandbox, uuid, "denied", "over the shopper's spending power");
      return "denied";
    }
    authorize(sandbox, order, option);
    return "completed";
  });
}

/**
 * Authorizes an order for its whole amount and announces it; one with the intent CAPTURE is captured at once.
 * The authorization lives as long as the settings say.
 */
export function authorize(sandbox: Sandbox, order: OrderRow, option: FinancingOption): void {
  const at = sandbox.now();
  sandbox.db
    .prepare(
      `UPDATE orders SET checkout_status = 'complete', authorization_uuid = @authorization,
         authorized_cents = amount_cents, authorized_at = @at, authorization_expires_at = @expiresAt,
         financing_option = @option
       WHERE uuid = @uuid`,
    )
    .run({
      uuid: order.uuid,
      authorization: randomUUID(),
      at,
      expiresAt: at + settings.read(sandbox).authorizationTtlSeconds * 1000,
      option,
    });
  announceAuthorization(sandbox, getOrder(sandbox, order.uuid));
  if (order.intent === "CAPTURE") {
    capture(sandbox, {
      orderUuid: order.uuid,
      amountCents: order.amount_cents,
      currency: order.currency,
      source: "checkout",
      requestId: null,
      locationPrefix: "",
    });
  }
}

/** Denies an active checkout. @throws Refusal 422 when it is over. */
export function denyCheckout(sandbox: Sandbox, uuid: string): void {
  transact(sandbox, () => {
    requireActive(getOrder(sandbox, uuid));
    closeCheckout(sandbox, uuid, "denied", "denied");
  });
}

/**
 * Takes a checkout back before the shopper has completed it.
 * @throws Refusal 422 `already_completed` after that, `checkout_expired` when the link is dead already.
 */
export function deleteCheckout(sandbox: Sandbox, uuid: string): void {
  transact(sandbox, () => {
    requireActive(getOrder(sandbox, uuid));
    closeCheckout(sandbox, uuid, "deleted", "deleted by the merchant");
  });
}

/** Notes that the shopper walked away. The checkout stays active: the link can be opened again. */
export function giveUpCheckout(sandbox: Sandbox, uuid: string): void {
  transact(sandbox, () => {
    requireActive(getOrder(sandbox, uuid));
    sandbox.db.prepare("UPDATE orders SET gave_up_at = ? WHERE uuid = ?").run(sandbox.now(), uuid);
    sandbox.db.prepare("DELETE FROM checkout_visits WHERE order_uuid = ?").run(uuid);
  });
}

/** Lets an active checkout run out now. @throws Refusal 422 when it is over. */
export function expireCheckout(sandbox: Sandbox, uuid: string): void {
  transact(sandbox, () => {
    requireActive(getOrder(sandbox, uuid));
    sandbox.db.prepare("UPDATE orders SET checkout_expires_at = ? WHERE uuid = ?").run(sandbox.now(), uuid);
  });
}

/** Lets an authorization run out now. @throws Refusal 422 when there is none, or it is over. */
export function expireAuthorization(sandbox: Sandbox, uuid: string): void {
  transact(sandbox, () => {
    const order = getOrder(sandbox, uuid);
    if (order.authorized_at === null || order.authorization_lapsed_at !== null) {
      throw unprocessable("invalid_authorization", "authorization", "The order has no live authorization.");
    }
    sandbox.db
      .prepare("UPDATE orders SET authorization_expires_at = ? WHERE uuid = ?")
      .run(sandbox.now(), uuid);
  });
}

function requireActive(order: OrderRow): void {
  if (order.checkout_status === "active") return;
  if (order.authorized_at !== null) {
    throw unprocessable("already_completed", "checkout", "The shopper has already completed the checkout.");
  }
  if (order.checkout_status === "denied") {
    throw unprocessable("invalid", "checkout", "The checkout was denied.");
  }
  throw unprocessable("checkout_expired", "checkout", "The checkout has expired or was deleted.");
}

function closeCheckout(sandbox: Sandbox, uuid: string, status: "denied" | "deleted", because: string): void {
  sandbox.db
    .prepare("UPDATE orders SET checkout_status = ?, closed_because = ? WHERE uuid = ?")
    .run(status, because, uuid);
}
