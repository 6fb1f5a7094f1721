import { createHmac } from "node:crypto";
import type { Sandbox } from "../sandbox.ts";
import { readings } from "../settings.ts";
import {
  applyWebhookMode,
  type DeliveryRow,
  dueTargets,
  nextDue,
  nextTryAt,
  recordTry,
  type TryResult,
} from "./delivery-store.ts";

/** A subscriber has this long to answer. */
const ANSWER_WITHIN_MS = 5000;
/** A timer is never trusted for longer: the machine may sleep, or its clock jump. */
const LONGEST_WAIT_MS = 1000;

/** Sends what is due until the sandbox stops. Works from the database alone, so a restart goes on where it was. */
export interface DeliveryWorker {
  wake: () => void;
  /** Stops sending and resolves once nothing is under way. */
  stop: () => Promise<void>;
}

/** Starts the worker. One address gets one event at a time; different addresses do not wait for each other. */
export function startDeliveryWorker(sandbox: Sandbox): DeliveryWorker {
  const busy = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let queued: NodeJS.Immediate | undefined;

  function look(): void {
    queued = undefined;
    clearTimeout(timer);
    if (sandbox.stopping.aborted) return;
    applyWebhookMode(sandbox);
    for (const url of dueTargets(sandbox)) {
      if (!busy.has(url))
        busy.set(
          url,
          drain(sandbox, url).finally(() => finished(url)),
        );
    }
    const dueAt = nextTryAt(sandbox);
    if (dueAt !== undefined) {
      // What is due now and still pending belongs to a busy address, whose end looks again.
      const waitMs = Math.max(dueAt - sandbox.now(), busy.size > 0 ? LONGEST_WAIT_MS : 0);
      timer = setTimeout(look, Math.min(waitMs, LONGEST_WAIT_MS));
    }
  }

  function finished(url: string): void {
    busy.delete(url);
    wake();
  }

  function wake(): void {
    // After the transaction that caused it: better-sqlite3 runs those to their end without yielding.
    if (!sandbox.stopping.aborted) queued ??= setImmediate(look);
  }

  async function stop(): Promise<void> {
    clearTimeout(timer);
    clearImmediate(queued);
    await Promise.allSettled(busy.values());
  }

  wake();
  return { wake, stop };
}

async function drain(sandbox: Sandbox, url: string): Promise<void> {
  let delivery = nextDue(sandbox, url);
  while (delivery) {
    const result = await send(sandbox, delivery);
    if (sandbox.stopping.aborted) return;
    recordTry(sandbox, delivery, result);
    applyWebhookMode(sandbox);
    delivery = nextDue(sandbox, url);
  }
}

async function send(sandbox: Sandbox, delivery: DeliveryRow): Promise<TryResult> {
  const body = Buffer.from(delivery.body, "utf8");
  try {
    const response = await fetch(delivery.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "sandbox-webhooks",
        "sezzle-signature": signature(sandbox, body),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.any([sandbox.stopping, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    await response.body?.cancel();
    return { status: response.status, error: null };
  } catch (error) {
    return { status: null, error: reasonOf(error) };
  }
}

/** HMAC-SHA256 of the exact bytes that are sent, in lower-case hex, with the private key of this moment. */
function signature(sandbox: Sandbox, body: Buffer): string {
  const hex = createHmac("sha256", sandbox.privateKey).update(body).digest("hex");
  return `${readings.read(sandbox).signaturePrefix}${hex}`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message : "";
  return cause ? `${error.message}: ${cause}` : error.message;
}
