import type { Db } from "#db/engine.ts";
import { listPayoutsWithOpenDifferences } from "#db/queries/payout-differences.ts";
import { findPayoutRead, setCheckedUntil } from "#db/queries/payout-reads.ts";
import { listPayoutLines, type Payout, updatePayout } from "#db/queries/payouts.ts";
import type { PayoutDetails } from "#lib/payout.ts";
import { withTheirSigns } from "#lib/payout-signs.ts";
import { unreadDetails } from "#lib/words/payout-trouble-words.ts";
import { read, write } from "../database.ts";
import { gateway } from "../gateway.ts";
import { log } from "../log.ts";
import { GatewayError } from "../sezzle/gateway-error.ts";
import { lookUpUnknown, lookUpUnmatched } from "./look-up-orders.ts";
import { keepMatched, matchAgain } from "./match-lines.ts";

const dayMs = 24 * 60 * 60_000;

/**
 * Reads a payout's details and keeps them whole, matched, in one transaction. When Sezzle does not give them, or not so that the
 * till can read them, that is noted on the payout, and they are asked for again at the next reading. Returns the error when that
 * should come soon. Throws a GatewayError when Sezzle cannot be asked for anything.
 */
export async function readDetails(payout: Payout): Promise<GatewayError | null> {
  let details: PayoutDetails;
  try {
    details = await (await gateway()).getPayoutDetails(payout.uuid);
  } catch (error) {
    if (!(error instanceof GatewayError) || !isOfThisPayout(error)) throw error;
    log().warn({ err: error, payoutUuid: payout.uuid }, "a payout's details could not be read");
    const problem = unreadDetails(error.reason === "unreadable" ? null : error.status);
    await write((db) => updatePayout(db, payout.uuid, { problem }));
    return (error.status ?? 0) >= 500 ? error : null;
  }
  await lookUpUnknown(ordersOf(details.lines));
  const lines = withTheirSigns(details.lines);
  await write(async (db) => {
    const now = new Date();
    const change = { totals: details.totals, readAt: now, problem: null };
    await updatePayout(db, payout.uuid, change);
    await keepMatched(db, { ...payout, ...change }, lines, now);
    await beginChecking(db, lines);
  });
  await askAndMatchAgain(payout.uuid);
  return null;
}

/** Payouts with something open are matched again at each reading: what was not known then may be known now. */
export async function matchOpenAgain(justRead: ReadonlySet<string>): Promise<void> {
  const open = await read((db) => listPayoutsWithOpenDifferences(db, mostMatchedAgain));
  for (const payoutUuid of open) {
    if (justRead.has(payoutUuid)) continue;
    await lookUpUnknown(ordersOf(await read((db) => listPayoutLines(db, payoutUuid))));
    await write((db) => matchAgain(db, payoutUuid, new Date()));
    await askAndMatchAgain(payoutUuid);
  }
}

const mostMatchedAgain = 100;

async function askAndMatchAgain(payoutUuid: string): Promise<void> {
  if (await lookUpUnmatched(payoutUuid)) await write((db) => matchAgain(db, payoutUuid, new Date()));
}

function ordersOf(lines: { orderUuid: string | null }[]): string[] {
  return [...new Set(lines.flatMap((it) => it.orderUuid ?? []))];
}

/** Sezzle answered, about this payout alone: the others can still be read. */
function isOfThisPayout({ reason, status }: GatewayError): boolean {
  return reason === "unreadable" || (reason === "answer" && status !== 401 && status !== 429);
}

/** From the day after the first line that is known, every movement can be told to be in a payout or in none. */
async function beginChecking(db: Db, lines: { eventDate: string | null }[]): Promise<void> {
  if ((await findPayoutRead(db))?.checkedUntil) return;
  const [first] = lines.flatMap((it) => it.eventDate ?? []).sort();
  if (first) await setCheckedUntil(db, new Date(Date.parse(`${first}T00:00:00Z`) + dayMs));
}
