import { env } from "../env.ts";
import { gateway } from "../gateway.ts";
import { log } from "../log.ts";

/** The events the till lives by. */
const events = [
  "order.authorized",
  "order.captured",
  "order.refunded",
  "dispute.merchant_input_requested",
  "dispute.deadline_approaching",
  "dispute.closed.customer_win",
  "dispute.closed.merchant_win",
  "dispute.closed.neutral",
];

/** Where Sezzle is to deliver; null when the gateway cannot reach this app's address. */
export function webhookUrl(appUrl: string, gatewayUrl: string): string | null {
  const url = `${appUrl}/api/webhooks/sezzle`;
  // A gateway on this machine reaches this machine; Sezzle's own reaches public addresses alone.
  return isLocal(new URL(gatewayUrl).hostname) || !isLocal(new URL(appUrl).hostname) ? url : null;
}

function isLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return (
    host === "localhost" ||
    host === "::1" ||
    /\.(local|localhost|internal|lan|home)$/.test(host) ||
    /^(127|10)\./.test(host) ||
    /^192\.168\./.test(host) ||
    /^169\.254\./.test(host) ||
    /^172\.(1[6-9]|2\d|3[01])\./.test(host) ||
    /^f[cd][0-9a-f]{2}:/.test(host)
  );
}

/**
 * Sees to it that the webhook subscription exists, and asks for the events the till lives by. Sezzle deletes a subscription
 * whose deliveries keep failing, so this runs at start and every few minutes. Throws when Sezzle cannot be asked.
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
  const it = await gateway();
  const existing = (await it.listWebhooks()).find((subscription) => subscription.url === url);
  if (!existing) {
    await it.createWebhook(url, events);
    log().info({ url }, "subscribed to Sezzle's webhooks");
  } else if (events.some((event) => !existing.events.includes(event))) {
    await it.updateWebhook(existing.uuid, url, [...new Set([...existing.events, ...events])]);
    log().info({ url }, "renewed the webhook subscription");
  }
}
