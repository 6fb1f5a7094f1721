import { env } from "../env.ts";
import { gateway } from "../gateway.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { GatewayError } from "../sezzle/gateway-error.ts";

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

/** Where Sezzle is to deliver; null when the gateway cannot reach this app's address. */
export function webhookUrl(appUrl: string, gatewayUrl: string): string | null {
  const url = `${appUrl}/api/webhooks/sezzle`;
  // A gateway on this machine reaches this machine; Sezzle's own reaches public addresses alone.
  return isLocal(new URL(gatewayUrl).hostname) || !isLocal(new URL(appUrl).hostname) ? url : null;
}

/** Whether a host is this machine or of its own network, as far as its name or address tells. */
function isLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (host.includes(":")) return isLocalIpv6(host);
  const numbers = host.split(".").map(Number);
  if (numbers.length === 4 && numbers.every((it) => it >= 0 && it <= 255)) return isLocalIpv4(numbers);
  // A name without a dot, or under a name that is reserved for private use. (RFC 6761, RFC 8375.)
  return !host.includes(".") || /\.(local|localhost|internal|lan|home|test|home\.arpa)$/.test(host);
}

// Addresses that are not routed on the internet. (RFC 6890.)
function isLocalIpv4([first = 0, second = 0]: number[]): boolean {
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    (first === 100 && second >= 64 && second <= 127) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168)
  );
}

function isLocalIpv6(host: string): boolean {
  return (
    host === "::" ||
    host === "::1" ||
    /^f[cd]/.test(host) ||
    /^fe[89ab]/.test(host) ||
    host.startsWith("::ffff:")
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
  const has = (event: string) => existing?.events.includes(event) ?? false;
  if (orderEvents.every(has) && (disputeEvents.every(has) || disputesRefused().once)) return;
  const subscribe = async (events: string[]) => {
    if (existing) await it.updateWebhook(existing.uuid, url, [...new Set([...existing.events, ...events])]);
    else await it.createWebhook(url, events);
  };
  try {
    await subscribe([...orderEvents, ...disputeEvents]);
  } catch (error) {
    if (!(error instanceof GatewayError) || error.outcome !== "refused") throw error;
    log().warn({ err: error }, "Sezzle refused a subscription to disputes");
    disputesRefused().once = true;
    if (!orderEvents.every(has)) await subscribe(orderEvents);
  }
  log().info({ url }, "subscribed to Sezzle's webhooks");
}

/** Asked once a process: a refusal is not repeated every few minutes. */
const disputesRefused = () => oncePerProcess("disputes refused", () => ({ once: false }));
