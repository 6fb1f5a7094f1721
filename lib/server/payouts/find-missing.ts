import { listUnpaidMovements } from "#db/queries/payout-books.ts";
import { addDifference } from "#db/queries/payout-differences.ts";
import { findPayoutRead, setCheckedUntil } from "#db/queries/payout-reads.ts";
import { listStores } from "#db/queries/stores.ts";
import { read, write } from "../database.ts";
import { missingId } from "./match-lines.ts";

const dayMs = 24 * 60 * 60_000;

/** What was captured or refunded is in a payout within so many days, or it is missing. */
export const paidWithinDays = 7;

/**
 * Finds the captures and refunds that should be in a payout by now and are in none. Every movement is looked at once, when its time
 * has passed, a day's worth in a transaction; those from before the first payout that is known are left alone.
 */
export async function findMissing(now: Date): Promise<void> {
  const until = now.getTime() - paidWithinDays * dayMs;
  for (;;) {
    const checkedUntil = (await read(findPayoutRead))?.checkedUntil;
    if (!checkedUntil || checkedUntil.getTime() >= until) return;
    await checkDay(checkedUntil, new Date(Math.min(until, checkedUntil.getTime() + dayMs)), now);
  }
}

async function checkDay(after: Date, until: Date, now: Date): Promise<void> {
  await write(async (db) => {
    for (const store of await listStores(db)) {
      for (const { movement, currency } of await listUnpaidMovements(db, store.id, { after, until })) {
        const isRefund = movement.kind === "refund";
        await addDifference(db, {
          id: missingId(movement.uuid),
          payoutUuid: null,
          lineId: null,
          movementUuid: movement.uuid,
          orderUuid: movement.orderUuid,
          saleId: movement.saleId,
          storeId: store.id,
          kind: isRefund ? "missing_refund" : "missing_capture",
          about: null,
          amountCents: isRefund ? -movement.amountCents : movement.amountCents,
          currency,
          foundAt: now,
        });
      }
    }
    await setCheckedUntil(db, until);
  });
}
