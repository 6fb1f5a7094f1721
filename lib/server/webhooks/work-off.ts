import { findOrder, setMovementSource } from "#db/queries/orders.ts";
import {
  findWebhookEvent,
  finishWebhookEvent,
  listWaitingWebhookEvents,
  postponeWebhookEvent,
  type WebhookEventRow,
} from "#db/queries/webhooks.ts";
import { eventRetryAt } from "#lib/polling.ts";
import { read, write } from "../database.ts";
import { type Learned, learn } from "../orders/learn.ts";
import { parseWebhookEvent } from "../sezzle/webhook-event.ts";

/**
 * Works an event off: whatever it says, it is a hint to ask Sezzle for the order it names. Events that name none are kept
 * and done. When Sezzle cannot be asked, the event waits and is tried again.
 */
export async function workOff(id: number): Promise<void> {
  const row = await read((db) => findWebhookEvent(db, id));
  if (!row || row.processedAt) return;
  if (row.orderUuid && !(await isOtherChannel(row.orderUuid))) {
    const learned = await learn(row.orderUuid, "webhook");
    if (learned !== "answered" && !isTooOld(row, learned)) {
      await write((db) => postponeWebhookEvent(db, id, eventRetryAt(row.failures + 1, new Date())));
      return;
    }
  }
  await write(async (db) => {
    const source = refundSource(row);
    if (source) await setMovementSource(db, source.movementUuid, source.source);
    await finishWebhookEvent(db, id, new Date());
  });
}

/** How long an event is kept whose order Sezzle does not know, or describes in a way the till does not understand. */
const mostPatienceMs = 24 * 60 * 60_000;

/** While Sezzle cannot be reached an event waits; one that leads to nothing is let go after a day. */
function isTooOld(row: WebhookEventRow, learned: Learned): boolean {
  return learned !== "unreachable" && Date.now() - row.receivedAt.getTime() > mostPatienceMs;
}

/** Orders of the merchant's other channels are asked for once and then left alone. */
async function isOtherChannel(orderUuid: string): Promise<boolean> {
  return (await read((db) => findOrder(db, orderUuid)))?.kind === "other_channel";
}

/** Where a refund was made is told by events alone: it is shown as reported, and changes no status and no amount. */
function refundSource({ raw }: WebhookEventRow): { movementUuid: string; source: string } | null {
  const parsed = raw ? parseWebhookEvent(raw) : null;
  if (!parsed?.ok) return null;
  const { movementUuid, refundSource: source } = parsed.event;
  return movementUuid && source ? { movementUuid, source } : null;
}

/** Takes up the events whose next try is due: their process died, or Sezzle could not be asked. */
export async function workOffWaiting(): Promise<void> {
  const waiting = await read((db) => listWaitingWebhookEvents(db, new Date(), 20));
  await Promise.all(waiting.map((row) => workOff(row.id)));
}
