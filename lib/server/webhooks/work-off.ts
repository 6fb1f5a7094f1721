import { findOrder, setMovementSource } from "#db/queries/orders.ts";
import {
  finishWebhookEvents,
  listDueWebhookEvents,
  listWorkableEvents,
  postponeWebhookEvents,
  type WaitingEvent,
  type WorkableEvent,
} from "#db/queries/webhooks.ts";
import { eventRetryAt } from "#lib/polling.ts";
import { type EventTrouble, eventTroubleWords } from "#lib/words/webhook-words.ts";
import { read, write } from "../database.ts";
import { keepDispute } from "../disputes/keep-dispute.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { type Learned, learn } from "../orders/learn.ts";
import { findQuietUntil } from "../orders/quiet.ts";
import { parseWebhookEvent, type WebhookEvent } from "../sezzle/webhook-event.ts";
import { KeyedQueue } from "./keyed-queue.ts";

/** How many orders are asked for at once, and in a second, because of events: whatever comes in, taking it in comes first. */
const mostOrdersAtOnce = 8;
const mostOrdersASecond = 50;
/** How many events one transaction marks: others must not wait long for their turn to write. */
const mostAtOnce = 200;

/** Events that name no order have this key together. */
const noOrder = "";

const inbox = () =>
  oncePerProcess(
    "webhook inbox",
    () =>
      new KeyedQueue<number>({
        mostAtOnce: mostOrdersAtOnce,
        gapMs: 1000 / mostOrdersASecond,
        work: workOffOrder,
      }),
  );

/**
 * Works an event off when its order's turn comes: whatever it says, it is a hint to ask Sezzle for the order it names. One answer is
 * good for all events of the order that came before it was asked for. Events that name none are kept and done. What
 * cannot be worked off waits and is tried again, and holds up no other order; what it says of a dispute is kept at once, since
 * nothing else tells of it and its deadline runs. Resolves after the try.
 */
export function workOff({ id, orderUuid }: WaitingEvent): Promise<void> {
  return inbox().add(orderUuid ?? noOrder, id);
}

/** Takes up the events whose next try is due: their process died, or they could not be worked off. Returns the tries. */
export async function takeUpWaiting(): Promise<Promise<void>[]> {
  return (await read((db) => listDueWebhookEvents(db, new Date(), 500))).map(workOff);
}

/** The same. Resolves after the tries. */
export async function workOffWaiting(): Promise<void> {
  await Promise.all(await takeUpWaiting());
}

async function workOffOrder(orderUuid: string, ids: number[]): Promise<void> {
  try {
    const events = await keepDisputes(orderUuid, await listWorkable(ids));
    if (events.length === 0) return;
    const quietUntil = orderUuid === noOrder ? null : await findQuietUntil();
    if (quietUntil) return await postpone(events, "too_many", quietUntil);
    const learned = await learnFor(orderUuid);
    if (learned === "answered") return await finish(events);
    const now = Date.now();
    await finish(events.filter((it) => isTooOld(it, learned, now)));
    await postpone(
      events.filter((it) => !isTooOld(it, learned, now)),
      learned,
    );
  } catch (error) {
    log().error({ err: error, orderUuid }, "events were not worked off");
    await postponeAll(ids).catch((later) =>
      log().error({ err: later, orderUuid }, "that events were not worked off could not be kept"),
    );
  }
}

async function postponeAll(ids: number[]): Promise<void> {
  await postpone(await listWorkable(ids), "own_failure");
}

/** Keeps what events say of disputes. Tried again, they say nothing newer. Returns the events without those on which that fails. */
async function keepDisputes(orderUuid: string, events: WorkableEvent[]): Promise<WorkableEvent[]> {
  const failed: WorkableEvent[] = [];
  for (const event of events) {
    const told = eventIn(event);
    if (!told?.dispute) continue;
    const reportedAt = told.createdAt ?? event.receivedAt;
    const reported = { report: told.dispute, orderUuid: orderUuid || null, reportedAt };
    try {
      await write((db) => keepDispute(db, reported, new Date()));
    } catch (error) {
      log().error({ err: error, event: event.id }, "what was said of a dispute was not kept");
      failed.push(event);
    }
  }
  await postpone(failed, "own_failure");
  return events.filter((it) => !failed.includes(it));
}

async function learnFor(orderUuid: string): Promise<Learned> {
  if (orderUuid === noOrder || (await isOtherChannel(orderUuid))) return "answered";
  return learn(orderUuid, "webhook");
}

/** Orders of the merchant's other channels are asked for once and then left alone. */
async function isOtherChannel(orderUuid: string): Promise<boolean> {
  return (await read((db) => findOrder(db, orderUuid)))?.kind === "other_channel";
}

/** How long an event is kept whose order Sezzle does not know, or describes in a way the till does not understand. */
const mostPatienceMs = 24 * 60 * 60_000;

/** While Sezzle cannot be asked, or the till itself fails, an event waits; one that leads to nothing is let go after a day. */
function isTooOld({ receivedAt }: WorkableEvent, learned: Learned, now: number): boolean {
  const leadsNowhere = learned === "unknown_order" || learned === "unreadable";
  return leadsNowhere && now - receivedAt.getTime() > mostPatienceMs;
}

async function listWorkable(ids: number[]): Promise<WorkableEvent[]> {
  const found: WorkableEvent[] = [];
  for (const some of partsOf(ids))
    found.push(...(await read((db) => listWorkableEvents(db, some, new Date()))));
  return found;
}

/** One event on which that fails keeps no other from being done. */
async function finish(events: WorkableEvent[]): Promise<void> {
  for (const some of partsOf(events)) {
    const failed: WorkableEvent[] = [];
    for (const event of some) {
      const source = refundSource(event);
      if (!source) continue;
      try {
        await write((db) => setMovementSource(db, source.movementUuid, source.source));
      } catch (error) {
        log().error({ err: error, event: event.id }, "where a refund was made was not kept");
        failed.push(event);
      }
    }
    const ids = some.filter((it) => !failed.includes(it)).map((it) => it.id);
    await write((db) => finishWebhookEvents(db, ids, new Date()));
    await postpone(failed, "own_failure");
  }
}

/** Where a refund was made is told by events alone: it is shown as reported, and changes no status and no amount. */
function refundSource(event: WorkableEvent): { movementUuid: string; source: string } | null {
  const { movementUuid, refundSource: source } = eventIn(event) ?? {};
  return movementUuid && source ? { movementUuid, source } : null;
}

function eventIn({ tellingRaw }: WorkableEvent): WebhookEvent | null {
  const parsed = tellingRaw ? parseWebhookEvent(tellingRaw) : null;
  return parsed?.ok ? parsed.event : null;
}

/** Each event is tried again after a pause that grows with its own failures; being asked to wait is none. */
async function postpone(events: WorkableEvent[], trouble: EventTrouble, until?: Date): Promise<void> {
  const problem = eventTroubleWords(trouble);
  const now = new Date();
  const groups = Map.groupBy(events, (it) => it.failures);
  for (const [failures, alike] of groups) {
    const nextTryAt = until ?? eventRetryAt(failures + 1, now);
    for (const some of partsOf(alike)) {
      const ids = some.map((it) => it.id);
      await write((db) => postponeWebhookEvents(db, ids, { nextTryAt, problem, isFailure: !until }));
    }
  }
}

function partsOf<Item>(items: Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let from = 0; from < items.length; from += mostAtOnce)
    parts.push(items.slice(from, from + mostAtOnce));
  return parts;
}
