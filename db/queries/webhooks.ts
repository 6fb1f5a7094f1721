import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { webhookEvents } from "../schema/webhooks.ts";

export type WebhookEventRow = typeof webhookEvents.$inferSelect;

/** Keeps an event. `isNew` is false for a repeat, of which only the count is kept. */
export async function keepWebhookEvent(
  db: Db,
  event: Pick<WebhookEventRow, "eventUuid" | "event" | "orderUuid" | "raw" | "receivedAt" | "nextTryAt">,
): Promise<{ id: number; isNew: boolean }> {
  const [row] = await db
    .insert(webhookEvents)
    .values(event)
    .onConflictDoUpdate({
      target: webhookEvents.eventUuid,
      set: { deliveries: sql`${webhookEvents.deliveries} + 1` },
    })
    .returning({ id: webhookEvents.id, deliveries: webhookEvents.deliveries });
  if (!row) throw new Error("the event was not kept");
  return { id: row.id, isNew: row.deliveries === 1 };
}

/** One event; null when there is none of that id. */
export async function findWebhookEvent(db: Db, id: number): Promise<WebhookEventRow | null> {
  const [row] = await db.select().from(webhookEvents).where(eq(webhookEvents.id, id));
  return row ?? null;
}

/** Events that wait to be worked off and whose next try is due, oldest first. */
export async function listWaitingWebhookEvents(db: Db, now: Date, limit: number): Promise<WebhookEventRow[]> {
  return db
    .select()
    .from(webhookEvents)
    .where(and(isNull(webhookEvents.processedAt), lte(webhookEvents.nextTryAt, now)))
    .orderBy(asc(webhookEvents.nextTryAt))
    .limit(limit);
}

/** Marks an event as worked off and lets its raw bytes go: they may name a shopper. */
export async function finishWebhookEvent(db: Db, id: number, now: Date): Promise<void> {
  await db
    .update(webhookEvents)
    .set({ processedAt: now, nextTryAt: null, raw: null })
    .where(eq(webhookEvents.id, id));
}

/** Notes that working an event off failed, and when to try again. */
export async function postponeWebhookEvent(db: Db, id: number, nextTryAt: Date): Promise<void> {
  await db
    .update(webhookEvents)
    .set({ failures: sql`${webhookEvents.failures} + 1`, nextTryAt })
    .where(eq(webhookEvents.id, id));
}
