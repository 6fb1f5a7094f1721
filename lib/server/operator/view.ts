import { pollingFigures } from "#db/queries/due-asks.ts";
import { findGatewayHealth } from "#db/queries/gateway-health.ts";
import { type FailingEvent, inboxFigures, listFailingWebhookEvents } from "#db/queries/webhooks.ts";
import type { FailingEventView, OperatorView, SubscriptionView } from "#lib/operator-view.ts";
import { unwatchedPollMs } from "#lib/polling.ts";
import { read } from "../database.ts";
import { env } from "../env.ts";
import { subscriptionState } from "../webhooks/subscription.ts";
import { webhookUrl } from "../webhooks/webhook-url.ts";

const mostEvents = 100;

/** How the till itself gets on, for an owner. Of the subscription it tells what this process has seen. */
export async function loadOperatorView(): Promise<OperatorView> {
  const now = new Date();
  return read(async (db) => {
    const { waiting, failing, oldestReceivedAt } = await inboxFigures(db);
    const events = (await listFailingWebhookEvents(db, mostEvents)).map(eventView);
    const { open, daily, due, oldestDueAt } = await pollingFigures(
      db,
      now,
      new Date(now.getTime() + unwatchedPollMs),
    );
    const { downSince, quietUntil } = await findGatewayHealth(db);
    return {
      inbox: { waiting, failing, oldestReceivedAt: text(oldestReceivedAt), events },
      subscription: subscriptionView(),
      polling: { open, daily, due, oldestDueAt: text(oldestDueAt), quietUntil: text(quietUntil) },
      gatewayUrl: env().gatewayUrl,
      gatewayDownSince: text(downSince),
    };
  });
}

function eventView({ saleId, saleNumber, problem, ...event }: FailingEvent): FailingEventView {
  return {
    ...event,
    receivedAt: event.receivedAt.toISOString(),
    nextTryAt: text(event.nextTryAt),
    problem: problem ?? "",
    sale: saleId && saleNumber ? { saleId, number: saleNumber } : null,
  };
}

function subscriptionView(): SubscriptionView {
  const { appUrl, gatewayUrl } = env();
  const { existsSince, checkedAt, failedAt } = subscriptionState();
  return {
    url: webhookUrl(appUrl, gatewayUrl),
    appUrl,
    existsSince: text(existsSince),
    checkedAt: text(checkedAt),
    failedAt: text(failedAt),
  };
}

const text = (at: Date | null) => at?.toISOString() ?? null;
