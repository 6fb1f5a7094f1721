import type { Db } from "#db/engine.ts";
import { sumRefundsOfPerson } from "#db/queries/operations.ts";
import type { Sale } from "#db/queries/sales.ts";
import { findStore } from "#db/queries/stores.ts";
import { businessDay } from "#lib/business-day.ts";
import type { OperationKind } from "#lib/operation.ts";
import type { Role } from "#lib/people.ts";
import type { Problem } from "#lib/problem.ts";
import { overLimit } from "./prepare-problems.ts";

/** Whose limit it is: a person with their role in the store. */
type Limited = { personId: string; role: Role };

/** Why somebody may not make a refund alone; null when they may, and for everything that is no refund. */
export async function limitProblem(
  db: Db,
  asker: Limited,
  wish: { kind: OperationKind; amountCents: number | null },
  sale: Sale,
  now: Date,
): Promise<Problem | null> {
  if (wish.kind !== "refund") return null;
  const leftCents = await refundLeftCents(db, asker, sale.storeId, now);
  if (leftCents === null || (wish.amountCents ?? 0) <= leftCents) return null;
  return overLimit(leftCents, sale.currency);
}

/** What a person may still refund alone in a store this business day, in cents; null when their role has no limit. */
export async function refundLeftCents(
  db: Db,
  asker: Limited,
  storeId: string,
  now: Date,
): Promise<number | null> {
  if (asker.role !== "cashier") return null;
  const store = await findStore(db, storeId);
  if (!store) return 0;
  const { from } = businessDay(now, store.timeZone, store.cutOffHour);
  const spentCents = await sumRefundsOfPerson(db, asker.personId, storeId, from);
  return Math.max(0, store.cashierRefundLimitCents - spentCents);
}
