import type { Db } from "#db/engine.ts";
import { countLines, listSaleIds, listSaleLines } from "#db/queries/books.ts";
import { listMissingGuards } from "#db/queries/history-guards.ts";
import { listOperationsOfSales } from "#db/queries/operations.ts";
import { listMovements, listOrdersOfSales } from "#db/queries/orders.ts";
import { bookDifferences } from "#lib/books.ts";
import { loadSaleFacts, stateOf } from "./orders/write-state.ts";

/** What was added up, and each difference as a sentence. */
export type BooksReport = {
  sales: number;
  operations: number;
  /** Operations whose end is not known yet. */
  unconfirmed: number;
  movements: number;
  lines: number;
  differences: string[];
};

const batch = 200;

/**
 * Adds up the operations, movements, history and amounts of every sale. Reads only, some sales at a time, each as of one moment, so
 * it may run beside the app. `db` is a connection that nobody else uses meanwhile.
 */
export async function checkBooks(db: Db): Promise<BooksReport> {
  const { lines, written } = await countLines(db);
  const report = { ...emptyReport(), lines };
  if (lines !== written) {
    report.differences.push(
      `The history: ${written - lines} of ${written} lines are missing. Somebody has deleted them past the database's own guard.`,
    );
  }
  for (const guard of await listMissingGuards(db)) {
    report.differences.push(
      `The history: the database no longer refuses to ${guard} a line. Somebody has taken its guard away, and may have changed lines.`,
    );
  }
  for (let after = ""; ; ) {
    const ids = await listSaleIds(db, after, batch);
    await db.atOneMoment(async (moment) => {
      for (const saleId of ids) await checkSale(moment, saleId, report);
    });
    const last = ids.at(-1);
    if (last === undefined) return report;
    after = last;
  }
}

/** A report of nothing, to be added to. */
export function emptyReport(): BooksReport {
  return { sales: 0, operations: 0, unconfirmed: 0, movements: 0, lines: 0, differences: [] };
}

/** Adds one sale up, and what was found to the report. Throws when there is no sale of that id. */
export async function checkSale(db: Db, saleId: string, report: BooksReport): Promise<void> {
  const now = new Date();
  const facts = await loadSaleFacts(db, saleId);
  const orders = (await listOrdersOfSales(db, [saleId])).map(({ order }) => order);
  const movements = await listMovements(
    db,
    orders.map(({ uuid }) => uuid),
  );
  const operations = (await listOperationsOfSales(db, [saleId])).map(({ operation }) => operation);
  const lines = await listSaleLines(db, saleId);
  report.sales += 1;
  report.operations += operations.length;
  report.unconfirmed += operations.filter((it) => it.state === "unconfirmed").length;
  report.movements += movements.length;
  const opening = facts.operations.find((it) => it.kind === "open_checkout");
  // A link that was approved again has no opening of its own.
  const openingId = facts.attempt.renewalOperationId ?? opening?.id;
  if (!openingId) {
    report.differences.push(`${facts.sale.number}: no operation has opened its link.`);
    return;
  }
  const books = {
    sale: facts.sale,
    state: stateOf(facts, now),
    openingId,
    orders,
    movements,
    operations,
    lines,
  };
  report.differences.push(...bookDifferences(books, now));
}
