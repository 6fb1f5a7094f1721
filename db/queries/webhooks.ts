import { and, asc, count, eq, gte, inArray, isNotNull, isNull, lte, min, or, sql } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { prepared } from "../prepared.ts";
import { orders } from "../schema/orders.ts";
import { attempts, sales } from "../schema/sales.ts";
import { webhookEvents } from "../schema/webhooks.ts";

export type WebhookEventRow = typeof webhookEvents.$inferSelect;

type NewEvent = Pick<
  WebhookEventRow,
  "eventUuid" | "event" | "orderUuid" | "raw" | "receivedAt" | "nextTryAt"
>;

const newEvent = prepared((db, it: NewEvent) =>
  db
    .insert(webhookEvents)
    .values(it)
    .onConflictDoUpdate({
      target: webhookEvents.eventUuid,
      set: { deliveries: sql`${webhookEvents.deliveries} + 1` },
    })
    .returning({ id: webhookEvents.id, deliveries: webhookEvents.deliveries }),
);

/** Keeps an event. `isNew` is false for a repeat, of which only the count is kept. */
export async function keepWebhookEvent(db: Db, event: NewEvent): Promise<{ id: number; isNew: boolean }> {
  const [row] = await newEvent(db, event);
  if (!row) throw new Error("the event was not kept");
  return { id: row.id, isNew: row.deliveries === 1 };
}

/** An event that waits to be worked off. */
export type WaitingEvent = { id: number; orderUuid: string | null };

const isWaiting = isNull(webhookEvents.processedAt);

/** Events that wait to be worked off and whose next try is due, the longest due first. */
export async function listDueWebhookEvents(db: Db, now: Date, limit: number): Promise<WaitingEvent[]> {
  return db
    .select({ id: webhookEvents.id, orderUuid: webhookEvents.orderUuid })
    .from(webhookEvents)
    .where(and(isWaiting, lte(webhookEvents.nextTryAt, now)))
    .orderBy(asc(webhookEvents.nextTryAt))
    .limit(limit);
}

/** What working an event off needs of it. `tellingRaw` is there for refunds and disputes, of which it tells what Sezzle's orders do not. */
export type WorkableEvent = Pick<WebhookEventRow, "id" | "receivedAt" | "failures"> & {
  tellingRaw: Buffer | null;
};

const workableEvents = prepared((db, it: { ids: number[]; now: Date }) => {
  const { id, receivedAt, failures, nextTryAt, problem } = webhookEvents;
  const tellingRaw = sql<Buffer | null>`case when ${webhookEvents.event} = 'order.refunded' or ${webhookEvents.event} like 'dispute.%' then ${webhookEvents.raw} end`;
  return db
    .select({ id, receivedAt, failures, tellingRaw })
    .from(webhookEvents)
    .where(and(inArray(id, it.ids), isWaiting, or(isNull(problem), lte(nextTryAt, it.now))));
});

/** Those of the events that wait to be worked off and are due, or were never tried. */
export async function listWorkableEvents(db: Db, ids: number[], now: Date): Promise<WorkableEvent[]> {
  return workableEvents(db, { ids, now });
}

const finishedEvents = prepared((db, it: { ids: number[]; now: Date }) =>
  db
    .update(webhookEvents)
    .set({ processedAt: it.now, nextTryAt: null, raw: null, problem: null })
    .where(and(inArray(webhookEvents.id, it.ids), isWaiting)),
);

/** Marks events as worked off and lets their raw bytes go: they may name a shopper. */
export async function finishWebhookEvents(db: Db, ids: number[], now: Date): Promise<void> {
  await finishedEvents(db, { ids, now });
}

/**
 * Notes why working events off failed, in words without a payload, and when to try again. When they were not tried at all, an
 * earlier reason stays.
 */
export async function postponeWebhookEvents(
  db: Db,
  ids: number[],
  { nextTryAt, problem, isFailure }: { nextTryAt: Date; problem: string; isFailure: boolean },
): Promise<void> {
  const change = isFailure
    ? { failures: sql`${webhookEvents.failures} + 1`, problem }
    : { problem: sql`coalesce(${webhookEvents.problem}, ${problem})` };
  await db
    .update(webhookEvents)
    .set({ ...change, nextTryAt })
    .where(and(inArray(webhookEvents.id, ids), isWaiting));
}

/** An event whose working off has failed, without its payload; with the sale whose order it names, where that is ours. */
export type FailingEvent = Pick<
  WebhookEventRow,
  "id" | "event" | "orderUuid" | "receivedAt" | "failures" | "nextTryAt" | "problem"
> & { saleId: string | null; saleNumber: string | null };

/** Events whose working off has failed, those received first at the beginning. */
export async function listFailingWebhookEvents(db: Db, limit: number): Promise<FailingEvent[]> {
  const { id, event, orderUuid, receivedAt, failures, nextTryAt, problem } = webhookEvents;
  const ofEvent = { id, event, orderUuid, receivedAt, failures, nextTryAt, problem };
  return db
    .select({ ...ofEvent, saleId: sales.id, saleNumber: sales.number })
    .from(webhookEvents)
    .leftJoin(orders, eq(orders.uuid, orderUuid))
    .leftJoin(attempts, eq(attempts.id, orders.attemptId))
    .leftJoin(sales, eq(sales.id, attempts.saleId))
    .where(and(isWaiting, isNotNull(problem)))
    .orderBy(asc(receivedAt), asc(id))
    .limit(limit);
}

export type InboxFigures = { waiting: number; failing: number; oldestReceivedAt: Date | null };

/** How many events wait, how many of them because working them off has failed, and since when the oldest one does. */
export async function inboxFigures(db: Db): Promise<InboxFigures> {
  const [row] = await db
    .select({
      waiting: count(),
      failing: count(webhookEvents.problem),
      oldestReceivedAt: min(webhookEvents.receivedAt),
    })
    .from(webhookEvents)
    .where(isWaiting);
  if (!row) throw new Error("no figures");
  return row;
}

/** Makes failing events due now: one of them, or all. Returns those there were. */
export async function makeWebhookEventsDue(db: Db, id: number | null, now: Date): Promise<WaitingEvent[]> {
  return db
    .update(webhookEvents)
    .set({ nextTryAt: now })
    .where(
      and(isWaiting, isNotNull(webhookEvents.problem), id === null ? undefined : eq(webhookEvents.id, id)),
    )
    .returning({ id: webhookEvents.id, orderUuid: webhookEvents.orderUuid });
}

/** How many of the events still wait to be worked off. */
export async function countWaitingEvents(db: Db, ids: number[]): Promise<number> {
  return db.$count(webhookEvents, and(inArray(webhookEvents.id, ids), isWaiting));
}

/** All events that wait to be worked off with their payload. */
export async function listKeptPayloads(db: Db): Promise<{ id: number; raw: Buffer }[]> {
  const rows = await db
    .select({ id: webhookEvents.id, raw: webhookEvents.raw })
    .from(webhookEvents)
    .where(and(isNull(webhookEvents.processedAt), gte(webhookEvents.nextTryAt, new Date(0))));
  return rows.flatMap(({ id, raw }) => (raw ? [{ id, raw }] : []));
}

/** Puts a payload that holds less in the place of an event's. */
export async function replacePayload(db: Db, id: number, raw: Buffer | null): Promise<void> {
  await db.update(webhookEvents).set({ raw }).where(eq(webhookEvents.id, id));
}
