import { randomUUID } from "node:crypto";
import { z } from "zod";
import { parseBody } from "../gateway/validation.ts";
import type { Currency } from "../orders/order-row.ts";
import { unprocessable } from "../refusal.ts";
import { isoTime, type Sandbox, transact } from "../sandbox.ts";
import { linesOf, type Payable } from "./movement-lines.ts";
import { getPayout, listLines, type PayoutRow, savePayout } from "./payout-store.ts";
import { plant, plantSchema } from "./plants.ts";

const wishSchema = z.object({
  currency: z.enum(["USD", "CAD"]),
  /** Movements up to this moment; now unless given. */
  until: z.iso.datetime({ offset: true }).optional(),
  payout_date: z.iso.date().optional(),
  status: z.string().min(1).max(50).default("Complete"),
  plants: z.array(plantSchema).default([]),
});

/**
 * Pays out now what was captured and refunded in a currency and not paid out before, with fees of 6 % and 30 cents a
 * capture; of a refund's share the 6 % are returned.
 * @throws Refusal 400 or 422, also when there is nothing to pay out.
 */
export function payOut(sandbox: Sandbox, input: unknown): PayoutRow {
  const wish = parseBody(wishSchema, input);
  return transact(sandbox, () => {
    const until = wish.until === undefined ? sandbox.now() : Date.parse(wish.until);
    const payout: PayoutRow = {
      uuid: randomUUID(),
      currency: wish.currency,
      payout_date: wish.payout_date ?? isoTime(sandbox.now()).slice(0, 10),
      status: wish.status,
      net_off_cents: 0,
      total_off_cents: 0,
      created_at: sandbox.now(),
    };
    const lines = listUnpaid(sandbox, wish.currency, until).flatMap(linesOf);
    const planted = wish.plants.reduce((draft, it) => plant(sandbox, draft, it), { payout, lines });
    if (planted.lines.length === 0) throw unprocessable("invalid", "until", "There is nothing to pay out.");
    savePayout(sandbox, planted.payout, planted.lines);
    return planted.payout;
  });
}

/** Plants a difference into a payout that was made before. @throws Refusal 400, 404 or 422. */
export function plantInto(sandbox: Sandbox, payoutUuid: string, input: unknown): PayoutRow {
  const wish = parseBody(plantSchema, input);
  return transact(sandbox, () => {
    const payout = getPayout(sandbox, payoutUuid);
    const planted = plant(sandbox, { payout, lines: listLines(sandbox, payoutUuid) }, wish);
    savePayout(sandbox, planted.payout, planted.lines);
    return planted.payout;
  });
}

function listUnpaid(sandbox: Sandbox, currency: Currency, until: number): Payable[] {
  return sandbox.db
    .prepare<[string, number], Payable>(
      `SELECT m.*, o.authorized_cents,
         (SELECT count(*) FROM movements c WHERE c.order_uuid = m.order_uuid AND c.kind = 'capture') AS captures
       FROM movements m JOIN orders o ON o.uuid = m.order_uuid
       WHERE o.currency = ? AND m.created_at <= ? AND m.kind IN ('capture', 'refund')
         AND NOT EXISTS (SELECT 1 FROM settlement_lines l WHERE l.movement_uuid = m.uuid)
       ORDER BY m.id`,
    )
    .all(currency, until);
}
