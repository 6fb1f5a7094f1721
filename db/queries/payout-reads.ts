import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { payoutReads } from "../schema/payouts.ts";
import { latestLeaseEnd } from "./leases.ts";

export type PayoutRead = typeof payoutReads.$inferSelect;

const theRow = 1;

/** How the reading of payouts stands; null when it never began. */
export async function findPayoutRead(db: Db): Promise<PayoutRead | null> {
  const [row] = await db.select().from(payoutReads).where(eq(payoutReads.id, theRow));
  return row ?? null;
}

/** Takes the right to read the payouts, when nobody holds it and, unless somebody asks for it now, when it is due. */
export async function claimPayoutRead(
  db: Db,
  claim: { lease: string; leaseUntil: Date; now: Date; isAskedFor: boolean },
): Promise<PayoutRead | null> {
  const { lease, leaseUntil, now, isAskedFor } = claim;
  await db.insert(payoutReads).values({ id: theRow, nextReadAt: now }).onConflictDoNothing();
  const isFree = or(
    isNull(payoutReads.lease),
    lte(payoutReads.leaseUntil, now),
    gt(payoutReads.leaseUntil, latestLeaseEnd(now)),
  );
  const [row] = await db
    .update(payoutReads)
    .set({ lease, leaseUntil })
    .where(and(eq(payoutReads.id, theRow), isFree, isAskedFor ? undefined : lte(payoutReads.nextReadAt, now)))
    .returning();
  return row ?? null;
}

/** Writes what changed, if the lease is still the caller's. False when it was lost to another. */
export async function updatePayoutRead(db: Db, lease: string, change: Partial<PayoutRead>): Promise<boolean> {
  const rows = await db
    .update(payoutReads)
    .set(change)
    .where(and(eq(payoutReads.id, theRow), eq(payoutReads.lease, lease)))
    .returning({ id: payoutReads.id });
  return rows.length > 0;
}

/** Sets up to when every movement was looked at for a payout. */
export async function setCheckedUntil(db: Db, checkedUntil: Date): Promise<void> {
  await db.update(payoutReads).set({ checkedUntil }).where(eq(payoutReads.id, theRow));
}
