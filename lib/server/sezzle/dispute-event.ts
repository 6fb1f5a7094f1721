import { z } from "zod";
import type { DisputeOutcome, DisputeReport, DisputeStage } from "#lib/dispute.ts";
import { currencies, isCents } from "#lib/money.ts";
import { parseTimestamp } from "./timestamp.ts";

const events: Record<string, { stage: DisputeStage; outcome: DisputeOutcome | null }> = {
  "dispute.merchant_input_requested": { stage: "input_requested", outcome: null },
  "dispute.deadline_approaching": { stage: "deadline_approaching", outcome: null },
  "dispute.closed.customer_win": { stage: "closed", outcome: "customer_win" },
  "dispute.closed.merchant_win": { stage: "closed", outcome: "merchant_win" },
  "dispute.closed.neutral": { stage: "closed", outcome: "neutral" },
};

// Known from public client code alone: whatever cannot be read is left out, and only the id must be there.
const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim().slice(0, 200) || null)
  .nullish()
  .catch(null);

const cents = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .refine(isCents)
  .nullish()
  .catch(null);

const currency = z
  .string()
  .transform((code) => code.toUpperCase())
  .pipe(z.enum(currencies))
  .nullish()
  .catch(null);

const body = z.object({
  dispute_id: z
    .union([z.string().trim().min(1).max(200), z.number().refine(Number.isSafeInteger)])
    .transform(String),
  order_reference_id: text,
  dispute_type: text,
  dispute_status: text,
  dispute_amount_in_cents: cents,
  dispute_currency: currency,
  dispute_due_date: z.unknown().optional().transform(parseTimestamp),
});

/** Reads what a dispute's event says. Null when it is no such event, or names no dispute. */
export function readDisputeEvent(event: string, data: unknown): DisputeReport | null {
  const known = Object.hasOwn(events, event) ? events[event] : undefined;
  const parsed = body.safeParse(data);
  if (!known || !parsed.success) return null;
  const it = parsed.data;
  return {
    ...known,
    disputeId: it.dispute_id,
    reference: it.order_reference_id ?? null,
    type: it.dispute_type ?? null,
    status: it.dispute_status ?? null,
    amountCents: it.dispute_amount_in_cents ?? null,
    currency: it.dispute_currency ?? null,
    dueAt: it.dispute_due_date,
  };
}

/**
 * Keeps a number that is too long to be read exactly as the text it was written as, so that two long ids stay two. For
 * `JSON.parse`.
 */
export function exactNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  const isInexact = typeof value === "number" && !Number.isSafeInteger(value) && Number.isInteger(value);
  return isInexact && context?.source ? context.source : value;
}
