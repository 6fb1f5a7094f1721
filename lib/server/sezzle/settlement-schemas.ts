import { z } from "zod";
import { parseDecimalCents } from "#lib/decimal.ts";
import type { PayoutDetails, PayoutSummary, WrittenLine } from "#lib/payout.ts";

const uuid = z.string().min(1).max(200);

/** Decimal text in major units, as cents. */
const decimal = z.string().transform((text, context) => {
  const cents = parseDecimalCents(text);
  if (cents !== null) return cents;
  context.addIssue({ code: "custom", message: "not a decimal amount" });
  return z.NEVER;
});

const noDecimal = z
  .union([decimal, z.literal("").transform(() => null)])
  .nullish()
  .transform((cents) => cents ?? null);

const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** A date, or the day of a moment: one description has moments. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((text) => text.slice(0, 10));

/** Answer of `GET /v2/settlements/summaries`, its numbers left as the text they were written in. */
export const payoutSummariesAnswer = z
  .array(
    z
      .object({
        uuid,
        payout_currency: currencyCode,
        settlement_currency: z
          .union([currencyCode, z.literal("").transform(() => null)])
          .nullish()
          .transform((code) => code ?? null),
        payout_date: day,
        net_settlement_amount: decimal,
        final_payout_amount: noDecimal,
        forex_fees: noDecimal,
        status: z.string().max(100),
      })
      .transform(
        (body): PayoutSummary => ({
          payoutUuid: body.uuid,
          payoutCurrency: body.payout_currency,
          settlementCurrency: body.settlement_currency,
          payoutDate: body.payout_date,
          netSettlementCents: body.net_settlement_amount,
          finalPayoutCents: body.final_payout_amount,
          forexFeesCents: body.forex_fees,
          status: body.status,
        }),
      ),
  )
  .nullish()
  .transform((payouts): PayoutSummary[] => payouts ?? []);

const optionalText = z.string().transform((text) => text.trim() || null);

const line = z
  .object({
    type: z.string().min(1).max(100),
    type_code: z
      .string()
      .regex(/^\d{1,3}$/)
      // A spreadsheet on the way takes the zeros away.
      .transform((code) => code.padStart(3, "0")),
    order_uuid: optionalText.default(null),
    customer_order_id: optionalText.default(null),
    external_reference_id: optionalText.default(null),
    sezzle_order_id: optionalText.default(null),
    event_date: z.union([day, z.literal("").transform(() => null)]).default(null),
    amount: decimal,
    posting_currency: currencyCode,
    chargeback_code: optionalText.default(null),
  })
  .transform(
    (cells): WrittenLine => ({
      type: cells.type,
      typeCode: cells.type_code,
      orderUuid: cells.order_uuid,
      reference: cells.customer_order_id ?? cells.external_reference_id,
      sezzleOrderId: cells.sezzle_order_id,
      eventDate: cells.event_date,
      amountCents: cells.amount,
      currency: cells.posting_currency,
      chargebackCode: cells.chargeback_code,
    }),
  );

const isAmount = (name: string) => name.startsWith("total_") || /_(amount|fees)$/.test(name);

/** Answer of `GET /v2/settlements/details/{uuid}`, as rows of cells. Read whole or not at all: no amount may be guessed. */
export const payoutDetailsAnswer = z.array(z.array(z.string())).transform((rows, context): PayoutDetails => {
  const [totalNames = [], totalValues = [], columns = [], ...cells] = rows;
  if (!totalNames.includes("net_settlement_amount") || !columns.includes("amount")) {
    context.addIssue({ code: "custom", message: "not a payout's details" });
    return z.NEVER;
  }
  const totals: Record<string, number> = {};
  totalNames.forEach((name, index) => {
    const text = totalValues[index] ?? "";
    if (!isAmount(name) || text === "") return;
    const cents = parseDecimalCents(text);
    if (cents === null) context.addIssue({ code: "custom", message: `${name} is not a decimal amount` });
    else totals[name] = cents;
  });
  const lines: WrittenLine[] = [];
  for (const row of cells) {
    const named = Object.fromEntries(columns.map((name, index) => [name, row[index] ?? ""]));
    const parsed = line.safeParse(named);
    if (parsed.success) lines.push(parsed.data);
    else context.addIssue({ code: "custom", message: `line ${lines.length + 1} cannot be read` });
  }
  return { totals, lines };
});
