import { randomUUID } from "node:crypto";
import { z } from "zod";
import { parseBody, webAddressSchema } from "../gateway/validation.ts";
import { notFound } from "../refusal.ts";
import { type Sandbox, transact } from "../sandbox.ts";

/** Every event Sezzle documents. A subscription may name any of them; the sandbox causes all but the last. */
const documentedEvents = [
  "order.authorized",
  "order.captured",
  "order.refunded",
  "dispute.merchant_input_requested",
  "dispute.deadline_approaching",
  "dispute.closed.customer_win",
  "dispute.closed.merchant_win",
  "dispute.closed.neutral",
  "customer.tokenized",
] as const;

const subscriptionSchema = z.object({
  url: webAddressSchema,
  events: z.array(z.enum(documentedEvents)).min(1),
});

/** A webhook subscription of the merchant. */
export interface Subscription {
  uuid: string;
  url: string;
  events: string[];
}

interface SubscriptionRow {
  uuid: string;
  url: string;
  /** JSON: the names of the events. */
  events: string;
}

/** Subscribes an address to events. @throws Refusal 400 or 422. */
export function createSubscription(sandbox: Sandbox, body: unknown): Subscription {
  const { url, events } = parseBody(subscriptionSchema, body);
  const subscription = { uuid: randomUUID(), url, events: [...new Set(events)] };
  sandbox.db
    .prepare("INSERT INTO subscriptions (uuid, url, events, created_at) VALUES (?, ?, ?, ?)")
    .run(subscription.uuid, url, JSON.stringify(subscription.events), sandbox.now());
  return subscription;
}

/** All subscriptions, oldest first. */
export function listSubscriptions(sandbox: Sandbox): Subscription[] {
  return sandbox.db
    .prepare<[], SubscriptionRow>("SELECT uuid, url, events FROM subscriptions ORDER BY id")
    .all()
    .map(({ uuid, url, events }) => ({ uuid, url, events: JSON.parse(events) as string[] }));
}

/** One subscription. @throws Refusal 404. */
export function getSubscription(sandbox: Sandbox, uuid: string): Subscription {
  const subscription = listSubscriptions(sandbox).find((candidate) => candidate.uuid === uuid);
  if (!subscription) throw notFound("webhook");
  return subscription;
}

/**
 * Replaces a subscription's address and all of its events; what waits to be sent goes to the new address.
 * @throws Refusal 400, 404 or 422.
 */
export function changeSubscription(sandbox: Sandbox, uuid: string, body: unknown): Subscription {
  getSubscription(sandbox, uuid);
  const { url, events } = parseBody(subscriptionSchema, body);
  return transact(sandbox, () => {
    sandbox.db
      .prepare("UPDATE subscriptions SET url = ?, events = ? WHERE uuid = ?")
      .run(url, JSON.stringify([...new Set(events)]), uuid);
    sandbox.db
      .prepare("UPDATE deliveries SET url = ? WHERE subscription_uuid = ? AND state IN ('pending', 'held')")
      .run(url, uuid);
    return getSubscription(sandbox, uuid);
  });
}

/** Ends a subscription and cancels what waits to be sent to it. @throws Refusal 404. */
export function deleteSubscription(sandbox: Sandbox, uuid: string): void {
  getSubscription(sandbox, uuid);
  transact(sandbox, () => {
    sandbox.db.prepare("DELETE FROM subscriptions WHERE uuid = ?").run(uuid);
    sandbox.db
      .prepare(
        "UPDATE deliveries SET state = 'cancelled' WHERE subscription_uuid = ? AND state IN ('pending', 'held')",
      )
      .run(uuid);
  });
}
