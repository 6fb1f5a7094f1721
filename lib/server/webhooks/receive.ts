import { createHash } from "node:crypto";
import { keepWebhookEvent } from "#db/queries/webhooks.ts";
import { write } from "../database.ts";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { verifySignature } from "../sezzle/signature.ts";
import { parseWebhookEvent } from "../sezzle/webhook-event.ts";
import { workOff } from "./work-off.ts";

/** The largest body a webhook may have. */
export const largestWebhookBytes = 64 * 1024;

/** How long an event is left to the process that received it before any may take it up. */
const ownTryMs = 30_000;

const refused = () => oncePerProcess("refused webhooks", () => ({ count: 0, logged: 0 }));

/**
 * Takes a webhook in: verifies it over the raw bytes and keeps it. Once this has returned true the event is on disk and may
 * be answered 200; it is then worked off on its own time. False when the signature does not hold: nothing of it is kept
 * but a count.
 */
export async function receiveWebhook(raw: Uint8Array, signature: string | null): Promise<boolean> {
  if (!verifySignature(raw, signature, env().privateKey)) {
    refused().count += 1;
    return false;
  }
  const parsed = parseWebhookEvent(raw);
  const event = parsed.ok ? parsed.event : null;
  const receivedAt = new Date();
  const kept = await write((db) =>
    keepWebhookEvent(db, {
      // Signed bytes that are no event are kept all the same: Sezzle may speak of something new.
      eventUuid: event?.uuid ?? `bytes:${createHash("sha256").update(raw).digest("hex")}`,
      event: event?.event ?? "unreadable",
      orderUuid: event?.orderUuid ?? null,
      raw: Buffer.from(raw),
      receivedAt,
      nextTryAt: new Date(receivedAt.getTime() + ownTryMs),
    }),
  );
  if (kept.isNew) void workOff({ id: kept.id, orderUuid: event?.orderUuid ?? null });
  return true;
}

/** Says in the log how many webhooks were refused since the last time: a count, and nothing of what they held. */
export function reportRefusedWebhooks(): void {
  const counter = refused();
  if (counter.count === counter.logged) return;
  log().warn({ refused: counter.count - counter.logged }, "webhooks with a wrong signature were refused");
  counter.logged = counter.count;
}
