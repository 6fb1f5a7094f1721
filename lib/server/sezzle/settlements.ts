import { parseJsonWithDecimals } from "#lib/decimal.ts";
import type { PayoutDetails, PayoutSummary } from "#lib/payout.ts";
import { GatewayError } from "./gateway-error.ts";
import { readCsv } from "./read-csv.ts";
import { identifier } from "./request-parts.ts";
import { payoutDetailsAnswer, payoutSummariesAnswer } from "./settlement-schemas.ts";
import type { Transport } from "./transport.ts";

/** Pages are documented as 20 long; one public reader says 30. One that is shorter than the shorter is the last. */
const shortestPage = 20;
const mostPages = 500;
/** A hundred thousand lines and more. */
const largestDetailsBytes = 32 * 1024 * 1024;

/** Reads the payouts of some days, page by page until a short one. Throws a GatewayError. */
export async function listPayouts(
  transport: Transport,
  days: { from: string; to: string },
): Promise<PayoutSummary[]> {
  const found = new Map<string, PayoutSummary>();
  let offset = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({
      "start-date": days.from,
      "end-date": days.to,
      offset: String(offset),
    });
    const path = `/v2/settlements/summaries?${query}`;
    const summaries = await transport.send(
      { call: "listPayouts", method: "GET", path, unhurried: true },
      payoutSummariesAnswer,
      parseJsonWithDecimals,
    );
    const before = found.size;
    // A payout that is made meanwhile moves the others on: what is met twice is kept once.
    for (const it of summaries) found.set(it.payoutUuid, it);
    // A page without anything new: the offset is not heeded.
    if (summaries.length < shortestPage || found.size === before) return [...found.values()];
    offset += summaries.length;
  }
  throw new GatewayError("listPayouts", "Sezzle's list of payouts does not end", {
    reason: "unreadable",
    outcome: "unknown",
  });
}

/** Reads the details of one payout. Throws a GatewayError, also when one amount of them cannot be read for certain. */
export async function getPayoutDetails(transport: Transport, payoutUuid: string): Promise<PayoutDetails> {
  const path = `/v2/settlements/details/${identifier("getPayoutDetails", payoutUuid)}`;
  const request = {
    call: "getPayoutDetails",
    method: "GET",
    path,
    accept: "text/csv",
    largestBodyBytes: largestDetailsBytes,
    unhurried: true,
  } as const;
  return transport.send(request, payoutDetailsAnswer, readCsv);
}
