import type { Db } from "#db/engine.ts";
import { sumRefundsOfPerson } from "#db/queries/operations.ts";
import type { Sale } from "#db/queries/sales.ts";
import { findStore } from "#db/queries/stores.ts";
import { businessDay } from "#lib/business-day.ts";
import { formatMoney } from "#lib/money.ts";
import type { Problem } from "#lib/problem.ts";
import type { Asker, MoneyWish } from "./prepare.ts";
import { overLimit } from "./prepare-problems.ts";

/** Why somebody may not make a refund alone; null when they may, and for everything that is no refund. */
export async function limitProblem(
  db: Db,
  asker: Asker,
  wish: Pick<MoneyWish, "kind" | "amountCents">,
  sale: Sale,
  now: Date,
): Promise<Problem | null> {
  if (wish.kind !== "refund") return null;
  const leftCents = await refundLeftCents(db, asker, sale.storeId, now);
  if (leftCents === null || (wish.amountCents ?? 0) <= leftCents) return null;
  return overLimit(formatMoney(leftCents, sale.currency));
}

/** What a person may still refund alone in a store this business day, in cents; null when their role has no limit. */
export async function refundLeftCents(
  db: Db,
  asker: Asker,
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
