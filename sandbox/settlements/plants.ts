import { randomUUID } from "node:crypto";
import { z } from "zod";
import { createOtherOrder } from "../control/order-books.ts";
import { capture } from "../orders/movements.ts";
import { unprocessable } from "../refusal.ts";
import { isoTime, type Sandbox } from "../sandbox.ts";
import { type LineType, lineTypes } from "./line-types.ts";
import { linesOf } from "./movement-lines.ts";
import type { LineRow, PayoutRow } from "./payout-store.ts";

/** What can be made wrong in a payout, or put into it that no sale explains. */
export const plantKinds = [
  "missing_capture",
  "wrong_amount",
  "twice",
  "unknown_order",
  "other_channel",
  "unknown_refund",
  "chargeback",
  "chargeback_reversal",
  "correction",
  "interest_transfer",
  "referral_transfer",
  "bank_withdrawal",
  "bank_withdrawal_reversal",
  "monthly_fee",
  "monthly_fee_refund",
  "unknown_type",
  "total_off",
  "net_off",
] as const;

export const plantSchema = z.object({
  kind: z.enum(plantKinds),
  /** Whose line it is about; the payout's first order unless given. */
  order_uuid: z.string().min(1).optional(),
  /** Signed as the merchant gets it; for `wrong_amount`, `total_off` and `net_off` by how much it is off. */
  amount_in_cents: z.int().optional(),
  /** Which line of the order `wrong_amount` and `twice` are about; the capture's unless given. */
  type: z.enum(Object.keys(lineTypes) as [LineType, ...LineType[]]).optional(),
});

export interface Draft {
  payout: PayoutRow;
  lines: LineRow[];
}

/** Lines that belong to no order, or to one but to no movement of it: their type and usual amount. */
const added: Partial<
  Record<(typeof plantKinds)[number], { type: LineType; cents: number; ofOrder: boolean }>
> = {
  unknown_refund: { type: "REFUND", cents: -1_500, ofOrder: true },
  chargeback: { type: "CHARGEBACK", cents: -2_500, ofOrder: true },
  chargeback_reversal: { type: "CHARGEBACK_REVERSAL", cents: 2_500, ofOrder: true },
  correction: { type: "CORRECTION", cents: -730, ofOrder: false },
  interest_transfer: { type: "INTEREST_TRANSFER", cents: -4_000, ofOrder: false },
  referral_transfer: { type: "REFERRAL_REVENUE_TRANSFER", cents: 1_250, ofOrder: false },
  bank_withdrawal: { type: "BANK_ACCOUNT_WITHDRAWAL", cents: 3_000, ofOrder: false },
  bank_withdrawal_reversal: { type: "BANK_ACCOUNT_WITHDRAWAL_REVERSAL", cents: -3_000, ofOrder: false },
  monthly_fee: { type: "MONTHLY_FEE", cents: -1_500, ofOrder: false },
  monthly_fee_refund: { type: "MONTHLY_FEE_REFUND", cents: 1_500, ofOrder: false },
  unknown_type: { type: "SOMETHING_NEW", cents: 30, ofOrder: false },
};

/** A payout with one thing more wrong. @throws Refusal 422 when there is no line that it could be about. */
export function plant(sandbox: Sandbox, draft: Draft, wish: z.infer<typeof plantSchema>): Draft {
  const { payout, lines } = draft;
  const off = wish.amount_in_cents ?? -100;
  const line = added[wish.kind];
  if (line) {
    const order_uuid = line.ofOrder ? orderOf(draft, wish.order_uuid) : null;
    const amount_cents = wish.amount_in_cents ?? line.cents;
    const chargeback_code = line.type.startsWith("CHARGEBACK") ? "FRAUD" : null;
    const more = { ...newLine(sandbox, line.type, order_uuid, amount_cents), chargeback_code };
    return { payout, lines: [...lines, more] };
  }
  switch (wish.kind) {
    case "missing_capture": {
      const order = orderOf(draft, wish.order_uuid);
      const captured = lines.filter((it) => it.order_uuid === order && lineTypes[it.type].code === "001");
      const left = new Set(captured.map((it) => it.movement_uuid));
      return {
        payout,
        lines: lines.filter((it) => it.movement_uuid === null || !left.has(it.movement_uuid)),
      };
    }
    case "wrong_amount": {
      const wrong = lineOf(draft, wish);
      const changed = { ...wrong, amount_cents: wrong.amount_cents + off };
      return { payout, lines: lines.map((it) => (it === wrong ? changed : it)) };
    }
    case "twice":
      return { payout, lines: [...lines, { ...lineOf(draft, wish) }] };
    case "unknown_order": {
      const order = wish.order_uuid ?? randomUUID();
      const cents = wish.amount_in_cents ?? 4_200;
      return {
        payout,
        lines: [...lines, newLine(sandbox, "ORDER", order, cents), newLine(sandbox, "FEE", order, -282)],
      };
    }
    case "other_channel": {
      const amount = { amount_in_cents: wish.amount_in_cents ?? 6_000, currency: payout.currency };
      const order = createOtherOrder(sandbox, amount);
      const movement = capture(sandbox, {
        orderUuid: order.uuid,
        amountCents: order.amount_cents,
        currency: order.currency,
        source: "gateway",
        requestId: null,
        locationPrefix: "",
      });
      const paid = linesOf({ ...movement, authorized_cents: order.authorized_cents, captures: 1 });
      return { payout, lines: [...lines, ...paid] };
    }
    case "total_off":
      return { payout: { ...payout, total_off_cents: payout.total_off_cents + off }, lines };
    case "net_off":
      return { payout: { ...payout, net_off_cents: payout.net_off_cents + off }, lines };
    default:
      throw new Error(`nothing is planted for ${wish.kind}`);
  }
}

function newLine(sandbox: Sandbox, type: LineType, orderUuid: string | null, cents: number): LineRow {
  const event_date = isoTime(sandbox.now()).slice(0, 10);
  return {
    type,
    order_uuid: orderUuid,
    movement_uuid: null,
    amount_cents: cents,
    chargeback_code: null,
    event_date,
  };
}

function orderOf({ lines }: Draft, wished: string | undefined): string {
  const order = wished ?? lines.find((it) => it.order_uuid !== null)?.order_uuid;
  if (!order) throw unprocessable("invalid", "order_uuid", "The payout is about no order yet: name one.");
  return order;
}

function lineOf(draft: Draft, wish: z.infer<typeof plantSchema>): LineRow {
  const order = orderOf(draft, wish.order_uuid);
  const fits = (it: LineRow) => (wish.type ? it.type === wish.type : lineTypes[it.type].code === "001");
  const line = draft.lines.find((it) => it.order_uuid === order && fits(it));
  if (!line) throw unprocessable("invalid", "order_uuid", "The payout has no such line of this order.");
  return line;
}
