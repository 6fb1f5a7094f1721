import { z } from "zod";
import type { DisputeReport } from "#lib/dispute.ts";
import { exactNumbers, readDisputeEvent } from "./dispute-event.ts";
import { parseTimestamp } from "./timestamp.ts";

/** What the app takes from a webhook: which event, about which order. Amounts and states are asked for, not believed. */
export type WebhookEvent = {
  /** The same on every delivery of one event. */
  uuid: string;
  /** For example `order.captured`; events that are not known parse too. */
  event: string;
  createdAt: Date | null;
  orderUuid: string | null;
  /** Who made a refund; null when the event is no refund or does not say. */
  refundSource: "dashboard" | "gateway" | null;
  /** The capture or refund the event tells of. */
  movementUuid: string | null;
  /** What it says of a dispute: nothing but events tells of them. Null when it is about none. */
  dispute: DisputeReport | null;
};

const identifier = z.string().min(1).max(200);
const envelope = z.object({
  uuid: identifier,
  event: identifier,
  created_at: z.unknown().optional().transform(parseTimestamp),
  data: z.unknown().optional(),
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function identifierAt(data: unknown, ...path: string[]): string | null {
  const found = path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), data);
  return identifier.safeParse(found).data ?? null;
}

// Orders are named by `uuid` in their own events and by `order_uuid` in those of their disputes.
function orderUuidOf(event: string, data: unknown): string | null {
  return event.startsWith("order.") ? identifierAt(data, "uuid") : identifierAt(data, "order_uuid");
}

// The documentation says that a refund's event has a `source`, and not where in it.
function findRefundSource(value: unknown, levels: number): WebhookEvent["refundSource"] {
  if (!isObject(value)) return null;
  if (value.source === "dashboard" || value.source === "gateway") return value.source;
  if (levels === 0) return null;
  for (const inner of Object.values(value)) {
    const source = findRefundSource(inner, levels - 1);
    if (source) return source;
  }
  return null;
}

/**
 * Reads the body of a webhook whose signature was found good. `{ok: false}` when it is no JSON in UTF-8 or lacks the
 * event's uuid or name. Envelope by Sezzle's documentation; insides of `order.captured` and `order.refunded` by public
 * client code.
 */
export function parseWebhookEvent(
  rawBody: Uint8Array | string,
): { ok: true; event: WebhookEvent } | { ok: false } {
  let json: unknown;
  try {
    const text =
      typeof rawBody === "string" ? rawBody : new TextDecoder("utf-8", { fatal: true }).decode(rawBody);
    json = JSON.parse(text, exactNumbers);
  } catch {
    return { ok: false };
  }
  const parsed = envelope.safeParse(json);
  if (!parsed.success) return { ok: false };
  const { uuid, event, created_at, data } = parsed.data;
  return {
    ok: true,
    event: {
      uuid,
      event,
      createdAt: created_at,
      orderUuid: orderUuidOf(event, data),
      refundSource: event === "order.refunded" ? findRefundSource(data, 2) : null,
      movementUuid: identifierAt(data, "capture", "uuid") ?? identifierAt(data, "refund", "uuid"),
      dispute: readDisputeEvent(event, data),
    },
  };
}
