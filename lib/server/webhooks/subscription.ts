import { env } from "../env.ts";
import { gateway } from "../gateway.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { askForAllSoon } from "../orders/poller.ts";
import type { Gateway } from "../sezzle/client.ts";
import { GatewayError } from "../sezzle/gateway-error.ts";
import type { WebhookSubscription } from "../sezzle/schemas.ts";
import { webhookUrl } from "./webhook-url.ts";

/** The events the till lives by. */
const orderEvents = ["order.authorized", "order.captured", "order.refunded"];

/** Events known from public client code alone: asked for, and done without when Sezzle refuses them. */
const disputeEvents = [
  "dispute.merchant_input_requested",
  "dispute.deadline_approaching",
  "dispute.closed.customer_win",
  "dispute.closed.merchant_win",
  "dispute.closed.neutral",
];

/** What this process knows of the subscription, from its last look. */
export type SubscriptionState = {
  /** When Sezzle last answered what subscriptions there are; null: not yet. */
  checkedAt: Date | null;
  /** Since when it has been seen to exist without a gap; null while it is not known to. */
  existsSince: Date | null;
  /** When the last look failed; null: it did not. */
  failedAt: Date | null;
};

/** What this process knows of the subscription. */
export const subscriptionState = () =>
  oncePerProcess(
    "subscription",
    (): SubscriptionState => ({ checkedAt: null, existsSince: null, failedAt: null }),
  );

/**
 * Sees to it that the webhook subscription exists, once, and asks for the events the till lives by. Sezzle deletes a subscription
 * whose deliveries keep failing, so this runs at start and every few minutes; after one was made, what may have been missed
 * is asked for. Throws when Sezzle cannot be asked.
 */
export async function ensureSubscription(): Promise<void> {
  const { appUrl, gatewayUrl } = env();
  const url = webhookUrl(appUrl, gatewayUrl);
  if (!url) {
    log().warn(
      `Sezzle cannot reach ${appUrl}: the till lives by asking. Set APP_URL to a public address for webhooks.`,
    );
    return;
  }
  const state = subscriptionState();
  try {
    const isNew = await subscribe(await gateway(), url);
    const now = new Date();
    if (isNew || !state.existsSince) state.existsSince = now;
    state.checkedAt = now;
    state.failedAt = null;
    if (isNew) await askForAllSoon();
  } catch (error) {
    state.failedAt = new Date();
    throw error;
  }
}

/** Leaves one subscription to this address, with all events that any of them had. Returns whether there was none. */
async function subscribe(it: Gateway, url: string): Promise<boolean> {
  const [kept, ...surplus] = await ours(it, url);
  const events = [kept, ...surplus].flatMap((one) => one?.events ?? []);
  const disputes = disputesRefused().once ? [] : disputeEvents;
  try {
    await widen(it, url, kept, [...events, ...orderEvents, ...disputes]);
  } catch (error) {
    if (!(error instanceof GatewayError) || error.outcome !== "refused" || disputes.length === 0) throw error;
    log().warn({ err: error }, "Sezzle refused a subscription to disputes");
    disputesRefused().once = true;
    await widen(it, url, kept, [...events, ...orderEvents]);
  }
  // Another process may have made one at the same moment: both keep the same one.
  for (const one of kept ? surplus : (await ours(it, url)).slice(1)) await remove(it, one);
  return !kept;
}

/** Our subscriptions, in an order that all processes agree on. */
async function ours(it: Gateway, url: string): Promise<WebhookSubscription[]> {
  const all = await it.listWebhooks();
  return all.filter((one) => one.url === url).sort((a, b) => (a.uuid < b.uuid ? -1 : 1));
}

async function widen(
  it: Gateway,
  url: string,
  kept: WebhookSubscription | undefined,
  wanted: string[],
): Promise<void> {
  const events = [...new Set(wanted)];
  if (!kept) await it.createWebhook(url, events);
  else if (events.some((event) => !kept.events.includes(event)))
    await it.updateWebhook(kept.uuid, url, events);
  else return;
  log().info({ url }, "subscribed to Sezzle's webhooks");
}

async function remove(it: Gateway, { uuid }: WebhookSubscription): Promise<void> {
  try {
    await it.deleteWebhook(uuid);
  } catch (error) {
    // Another process was faster.
    if (!(error instanceof GatewayError) || error.status !== 404) throw error;
  }
  log().info({ uuid }, "a second subscription to the same address was deleted");
}

/** Asked once a process: a refusal is not repeated every few minutes. */
const disputesRefused = () => oncePerProcess("disputes refused", () => ({ once: false }));
