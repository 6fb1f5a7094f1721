import type { Db } from "#db/engine.ts";
import { listOperationsOfSales } from "#db/queries/operations.ts";
import type { Sale } from "#db/queries/sales.ts";
import { formatMoney } from "#lib/money.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { Problem } from "#lib/problem.ts";
import { operationNoun, operationOutcome } from "#lib/words/operation-words.ts";
import { statusWords } from "#lib/words/status-words.ts";
import { stale } from "./prepare-problems.ts";

/** Tells somebody who saw an older version of a sale what has changed since: who asked for what, and what it reads now. */
export async function staleProblem(
  db: Db,
  sale: Sale,
  status: SaleStatus,
  seenVersion: number,
): Promise<Problem> {
  const rows = await listOperationsOfSales(db, [sale.id]);
  // An operation raises the version its person saw: what saw that version or a later one came after.
  const since = rows.findLast(
    ({ operation: it }) => it.kind !== "set_reference" && it.seenVersion >= seenVersion,
  );
  const reads = `It reads “${statusWords(status).label}” now.`;
  if (!since) return { ...stale, happened: `${stale.happened} ${reads}` };
  const { kind, amountCents, state, settledBy } = since.operation;
  const amount =
    kind === "open_checkout" || amountCents === null ? null : formatMoney(amountCents, sale.currency);
  const asked = `${since.person} asked for the ${operationNoun(kind, amount)}`;
  const { label } = operationOutcome({ state, settledBy });
  return { ...stale, happened: `${stale.happened} ${asked}: ${label}. ${reads}` };
}
