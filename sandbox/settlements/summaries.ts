import { z } from "zod";
import { parseBody } from "../gateway/validation.ts";
import type { Sandbox } from "../sandbox.ts";
import { readings } from "../settings.ts";
import { decimal } from "./decimals.ts";
import { listLines, listPayouts, netOf, type PayoutRow } from "./payout-store.ts";

const dateSchema = z.iso.date("The date has to be yyyy-mm-dd.");

const querySchema = z.object({
  "start-date": dateSchema.optional(),
  "end-date": dateSchema.optional(),
  offset: z
    .string()
    .regex(/^\d{1,9}$/, "The offset has to be a whole number.")
    .default("0"),
  "currency-code": z
    .string()
    .regex(/^[A-Z]{3}$/, "The currency has to be three capital letters.")
    .optional(),
});

/** The answer to `GET /v2/settlements/summaries`, newest first. @throws Refusal 422 for a query that is not valid. */
export function settlementSummaries(sandbox: Sandbox, query: Record<string, string>) {
  const asked = parseBody(querySchema, query);
  const { summaryPage } = readings.read(sandbox);
  const payouts = listPayouts(sandbox, {
    from: asked["start-date"],
    to: asked["end-date"],
    currency: asked["currency-code"],
    limit: summaryPage,
    offset: Number(asked.offset),
  });
  return payouts.map((payout) => summary(sandbox, payout));
}

function summary(sandbox: Sandbox, payout: PayoutRow) {
  const netCents = netOf(listLines(sandbox, payout.uuid)) + payout.net_off_cents;
  const { summaryAmounts, settlementDecimals } = readings.read(sandbox);
  const amount = (cents: number) =>
    summaryAmounts === "number" ? cents / 100 : decimal(cents, settlementDecimals);
  return {
    uuid: payout.uuid,
    payout_currency: payout.currency,
    settlement_currency: payout.currency,
    payout_date: payout.payout_date,
    net_settlement_amount: amount(netCents),
    final_payout_amount: amount(netCents),
    forex_fees: amount(0),
    status: payout.status,
  };
}
