import { randomUUID } from "node:crypto";
import {
  claimPayoutRead,
  findPayoutRead,
  type PayoutRead,
  updatePayoutRead,
} from "#db/queries/payout-reads.ts";
import { findNewestPayoutDate, keepPayoutSummary, listPayoutsToRead } from "#db/queries/payouts.ts";
import { nextPayoutReadAt, payoutRetryAt } from "#lib/polling.ts";
import { unreadPayouts } from "#lib/words/payout-trouble-words.ts";
import { read, write } from "../database.ts";
import { gateway } from "../gateway.ts";
import { leaseEnd, whileRenewing } from "../lease.ts";
import { log } from "../log.ts";
import { beQuiet, findQuietUntil, isTooMany } from "../orders/quiet.ts";
import { GatewayError } from "../sezzle/gateway-error.ts";
import { findMissing } from "./find-missing.ts";
import { matchOpenAgain, readDetails } from "./read-details.ts";

const dayMs = 24 * 60 * 60_000;
/** How far back the first reading goes, and how far every later one looks again at what it knows. */
const firstReachDays = 180;
const laterReachDays = 45;
/** A reading takes so many new payouts on; more are left to the next, which then comes at once. */
const mostAtOnce = 50;

/** How a reading ended; `elsewhere`: another one is under way. */
export type PayoutReading = "read" | "failed" | "elsewhere";

/** Reads the payouts when it is time to, once for all processes on this database; not while Sezzle asked to be left alone. */
export async function readPayoutsWhenDue(): Promise<void> {
  const reading = await read(findPayoutRead);
  const now = new Date();
  if ((reading && reading.nextReadAt > now) || (await findQuietUntil(now))) return;
  await readPayouts({ isAskedFor: false });
}

/**
 * Reads Sezzle's payouts: the summaries that are new or have changed, then the details of each; matches them with our books, and
 * looks for what should have been paid out by now. A failure is kept in words, and is followed by longer and longer waits.
 */
export async function readPayouts({ isAskedFor }: { isAskedFor: boolean }): Promise<PayoutReading> {
  const lease = randomUUID();
  const now = new Date();
  const claimed = await write((db) =>
    claimPayoutRead(db, { lease, leaseUntil: leaseEnd(now), now, isAskedFor }),
  );
  if (!claimed) return "elsewhere";
  const renew = async () => {
    await write((db) => updatePayoutRead(db, lease, { leaseUntil: leaseEnd() }));
  };
  return whileRenewing(renew, () => readUnderLease(claimed, lease));
}

async function readUnderLease(claimed: PayoutRead, lease: string): Promise<PayoutReading> {
  try {
    await readSummaries();
    const toRead = await read((db) => listPayoutsToRead(db, mostAtOnce));
    let failed: GatewayError | null = null;
    for (const payout of toRead) failed = (await readDetails(payout)) ?? failed;
    await matchOpenAgain(new Set(toRead.map((it) => it.uuid)));
    const now = new Date();
    await findMissing(now);
    if (failed) throw failed;
    const [next] = await read((db) => listPayoutsToRead(db, 1));
    const nextReadAt = next && !next.problem ? now : nextPayoutReadAt(now);
    await end(lease, { failures: 0, problem: null, readAt: now, nextReadAt });
    return "read";
  } catch (error) {
    if (error instanceof GatewayError) log().warn({ err: error }, "the payouts could not be read");
    else log().error({ err: error }, "reading the payouts failed");
    if (error instanceof GatewayError && isTooMany(error)) await beQuiet(error);
    const failures = claimed.failures + 1;
    const problem = unreadPayouts(error instanceof GatewayError ? error.status : undefined);
    await end(lease, { failures, problem, nextReadAt: payoutRetryAt(failures, new Date()) });
    return "failed";
  }
}

async function end(lease: string, change: Partial<PayoutRead>): Promise<void> {
  await write((db) => updatePayoutRead(db, lease, { ...change, lease: null, leaseUntil: null }));
}

async function readSummaries(): Promise<void> {
  const now = Date.now();
  const newest = await read(findNewestPayoutDate);
  const from = newest
    ? Date.parse(`${newest}T00:00:00Z`) - laterReachDays * dayMs
    : now - firstReachDays * dayMs;
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  // A day more: Sezzle's day may have begun where UTC's has not.
  const summaries = await (await gateway()).listPayouts({ from: date(from), to: date(now + dayMs) });
  await write(async (db) => {
    for (const summary of summaries) await keepPayoutSummary(db, summary, new Date());
  });
}
