import { z } from "zod";
import { parseBody } from "../gateway/validation.ts";
import { totalsOf } from "../orders/movement-store.ts";
import { getOrder } from "../orders/order-store.ts";
import { unprocessable } from "../refusal.ts";
import { type Sandbox, transact } from "../sandbox.ts";
import { announceDispute, type DisputeEvent } from "../webhooks/events.ts";
import { type DisputeRow, getDispute, insertDispute, updateDispute } from "./dispute-store.ts";

const SEVEN_DAYS_SECONDS = 7 * 24 * 60 * 60;

const openSchema = z.object({
  amount_in_cents: z.int().positive().optional(),
  type: z.string().min(1).max(100).default("product_not_received"),
  due_in_seconds: z.int().default(SEVEN_DAYS_SECONDS),
});
const deadlineSchema = z.object({ due_in_seconds: z.int().optional() });
const closeSchema = z.object({ outcome: z.enum(["customer_win", "merchant_win", "neutral"]) });

/**
 * A shopper disputes what was captured on an order, all of it unless an amount is named; the merchant is asked for their side.
 * @throws Refusal 400, 404 or 422.
 */
export function openDispute(sandbox: Sandbox, orderUuid: string, input: unknown): DisputeRow {
  const wish = parseBody(openSchema, input);
  return transact(sandbox, () => {
    const order = getOrder(sandbox, orderUuid);
    const { capturedCents } = totalsOf(sandbox, orderUuid);
    const amountCents = wish.amount_in_cents ?? capturedCents;
    if (amountCents === 0 || amountCents > capturedCents)
      throw unprocessable("invalid", "amount_in_cents", "More is disputed than was captured.");
    const dispute = insertDispute(sandbox, {
      order_uuid: orderUuid,
      type: wish.type,
      status: "merchant_input_requested",
      amount_cents: amountCents,
      due_at: sandbox.now() + wish.due_in_seconds * 1000,
    });
    announceDispute(sandbox, "dispute.merchant_input_requested", order, dispute);
    return dispute;
  });
}

type DisputeAct = (sandbox: Sandbox, id: number, input: unknown) => DisputeRow;

/** What can become of an open dispute. */
export const disputeActs: ReadonlyMap<string, DisputeAct> = new Map<string, DisputeAct>([
  ["deadline", nearDeadline],
  ["close", close],
]);

function nearDeadline(sandbox: Sandbox, id: number, input: unknown): DisputeRow {
  const { due_in_seconds } = parseBody(deadlineSchema, input);
  const at = due_in_seconds === undefined ? {} : { due_at: sandbox.now() + due_in_seconds * 1000 };
  return move(sandbox, id, "dispute.deadline_approaching", { status: "deadline_approaching", ...at });
}

function close(sandbox: Sandbox, id: number, input: unknown): DisputeRow {
  const { outcome } = parseBody(closeSchema, input);
  return move(sandbox, id, `dispute.closed.${outcome}`, { status: "closed", outcome });
}

function move(sandbox: Sandbox, id: number, event: DisputeEvent, change: Partial<DisputeRow>): DisputeRow {
  return transact(sandbox, () => {
    const before = getDispute(sandbox, id);
    if (before.outcome !== null) throw unprocessable("invalid", "dispute", "The dispute is closed already.");
    const dispute = updateDispute(sandbox, { ...before, ...change });
    announceDispute(sandbox, event, getOrder(sandbox, dispute.order_uuid), dispute);
    return dispute;
  });
}
