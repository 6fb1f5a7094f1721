import { setTimeout as sleep } from "node:timers/promises";
import { readRows } from "../support/database.ts";
import { eventAbout, signatureOf } from "../support/webhook.ts";
import type { Answered, Sender, Sending } from "./http-load.ts";
import { privateKey } from "./site.ts";

const bytes = 1_024;
const lookEveryMs = 50;

/** A signed event of 1 KB about an order, as Sezzle delivers it. About none: it is kept, and leads to nothing. */
export function webhookAbout(appUrl: string, orderUuid: string | null): Sending {
  const more = orderUuid ? {} : { uuid: undefined };
  const bare = eventAbout(orderUuid ?? "", "order.authorized", more).body.length;
  const padding = "x".repeat(Math.max(0, bytes - bare - ',"padding":""'.length));
  const { body } = eventAbout(orderUuid ?? "", "order.authorized", { ...more, padding });
  return {
    url: `${appUrl}/api/webhooks/sezzle`,
    headers: { "content-type": "application/json", "sezzle-signature": signatureOf(body, privateKey) },
    body,
  };
}

/** Sends a request that has to be answered 200. */
export async function sendOk(sender: Sender, sending: Sending, plannedAt?: number): Promise<Answered> {
  const answered = await sender.send(sending, plannedAt);
  if (answered.status !== 200)
    throw new Error(`${sending.url} answered ${answered.status}: ${answered.text}`);
  return answered;
}

/** Waits until every event that was taken in has been worked off: what is measured next must not pay for it. */
export async function workedOff(databaseFile: string, withinMs = 20_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  const query = "select count(*) waiting from webhook_events where processed_at is null";
  while ((readRows<{ waiting: number }>(databaseFile, query)[0]?.waiting ?? 0) > 0) {
    if (performance.now() > deadline) throw new Error(`events still wait after ${withinMs} ms`);
    await sleep(lookEveryMs);
  }
}

/** How many events are on disk. */
export function keptEvents(databaseFile: string): number {
  return readRows<{ kept: number }>(databaseFile, "select count(*) kept from webhook_events")[0]?.kept ?? 0;
}
