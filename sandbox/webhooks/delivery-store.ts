import type { Sandbox } from "../sandbox.ts";
import { transact } from "../sandbox.ts";
import { settings, webhookMode } from "../settings.ts";
import { deleteSubscription, listSubscriptions } from "./subscriptions.ts";

/** One event on its way to one address. */
export interface DeliveryRow {
  id: number;
  event_uuid: string;
  event: string;
  order_uuid: string;
  subscription_uuid: string | null;
  url: string;
  /** The exact text that is signed and sent. */
  body: string;
  is_test: 0 | 1;
  state: "pending" | "held" | "delivered" | "dropped" | "failed" | "cancelled";
  released: 0 | 1;
  position: number;
  tries: number;
  next_try_at: number;
  last_status: number | null;
  last_error: string | null;
  created_at: number;
  delivered_at: number | null;
}

interface NewDelivery {
  eventUuid: string;
  body: string;
  event: string;
  orderUuid: string;
  subscriptionUuid: string | null;
  url: string;
  isTest: boolean;
}

/** What came of one try: an HTTP status, or why there was none. */
export interface TryResult {
  status: number | null;
  error: string | null;
}

/** Puts an event on its way to one address, as often as the webhook mode says. */
export function queueDelivery(sandbox: Sandbox, delivery: NewDelivery): void {
  const { mode, repeat } = webhookMode.read(sandbox);
  const state = mode === "deliver" ? "pending" : mode === "hold" ? "held" : "dropped";
  const insert = sandbox.db.prepare(
    `INSERT INTO deliveries (event_uuid, event, order_uuid, subscription_uuid, url, body, is_test, state,
       next_try_at, created_at)
     VALUES (@eventUuid, @event, @orderUuid, @subscriptionUuid, @url, @body, @isTest, @state, @at, @at)`,
  );
  for (let copy = 0; copy < repeat; copy += 1) {
    insert.run({ ...delivery, isTest: delivery.isTest ? 1 : 0, state, at: sandbox.now() });
  }
}

/** Applies the webhook mode to what already waits for its next try; what was released leaves in any mode. */
export function applyWebhookMode(sandbox: Sandbox): void {
  const { mode } = webhookMode.read(sandbox);
  if (mode === "deliver") return;
  sandbox.db
    .prepare("UPDATE deliveries SET state = ? WHERE state = 'pending' AND released = 0 AND next_try_at <= ?")
    .run(mode === "hold" ? "held" : "dropped", sandbox.now());
}

/** Lets held events leave, in the order the webhook mode says. Returns how many. */
export function releaseHeld(sandbox: Sandbox): number {
  return transact(sandbox, () => {
    const held = sandbox.db
      .prepare<[], { id: number }>("SELECT id FROM deliveries WHERE state = 'held' ORDER BY id")
      .all();
    const { order } = webhookMode.read(sandbox);
    if (order === "reversed") held.reverse();
    if (order === "shuffled") shuffle(held);
    const update = sandbox.db.prepare(
      "UPDATE deliveries SET state = 'pending', released = 1, position = ?, next_try_at = ? WHERE id = ?",
    );
    for (const [position, { id }] of held.entries()) update.run(position, sandbox.now(), id);
    sandbox.wakeDeliveries();
    return held.length;
  });
}

/** The addresses that have something due now. */
export function dueTargets(sandbox: Sandbox): string[] {
  return sandbox.db
    .prepare<[number], { url: string }>(
      "SELECT DISTINCT url FROM deliveries WHERE state = 'pending' AND next_try_at <= ?",
    )
    .all(sandbox.now())
    .map(({ url }) => url);
}

/** What is due next for one address. */
export function nextDue(sandbox: Sandbox, url: string): DeliveryRow | undefined {
  return sandbox.db
    .prepare<[string, number], DeliveryRow>(
      `SELECT * FROM deliveries WHERE url = ? AND state = 'pending' AND next_try_at <= ?
       ORDER BY position, id LIMIT 1`,
    )
    .get(url, sandbox.now());
}

/**
 * Writes down what came of a try: delivered on HTTP 200 alone, else tried again later. After the last failure
 * the subscription is deleted for all events, as Sezzle does.
 */
export function recordTry(sandbox: Sandbox, delivery: DeliveryRow, result: TryResult): void {
  const at = sandbox.now();
  const tries = delivery.tries + 1;
  const waitSeconds = settings.read(sandbox).webhookRetrySeconds[tries - 1];
  const delivered = result.status === 200;
  const retried = !delivered && !delivery.is_test && waitSeconds !== undefined;
  const state = delivered ? "delivered" : retried ? "pending" : "failed";
  transact(sandbox, () => {
    const { changes } = sandbox.db
      .prepare(
        `UPDATE deliveries SET state = @state, tries = @tries, next_try_at = @nextTryAt, last_status = @status,
           last_error = @error, delivered_at = @deliveredAt
         WHERE id = @id AND state = 'pending'`,
      )
      .run({
        id: delivery.id,
        state,
        tries,
        nextTryAt: retried ? at + waitSeconds * 1000 : delivery.next_try_at,
        status: result.status,
        error: result.error,
        deliveredAt: delivered ? at : null,
      });
    if (changes > 0 && state === "failed" && !delivery.is_test)
      dropSubscription(sandbox, delivery.subscription_uuid);
  });
}

function dropSubscription(sandbox: Sandbox, uuid: string | null): void {
  if (uuid && listSubscriptions(sandbox).some((subscription) => subscription.uuid === uuid)) {
    deleteSubscription(sandbox, uuid);
  }
}

/** When the next delivery is due, or undefined. */
export function nextTryAt(sandbox: Sandbox): number | undefined {
  const row = sandbox.db
    .prepare<[], { at: number | null }>(
      "SELECT min(next_try_at) AS at FROM deliveries WHERE state = 'pending'",
    )
    .get();
  return row?.at ?? undefined;
}

/** The newest deliveries, newest first. */
export function listDeliveries(sandbox: Sandbox, limit: number): DeliveryRow[] {
  return sandbox.db
    .prepare<[number], DeliveryRow>("SELECT * FROM deliveries ORDER BY id DESC LIMIT ?")
    .all(limit);
}

function shuffle(list: unknown[]): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
}
