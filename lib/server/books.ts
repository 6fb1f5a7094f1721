import type { Db } from "#db/engine.ts";
import { countLines, listLinesOfSales, listSaleIds, listSalesWithAttempts } from "#db/queries/books.ts";
import { listMissingGuards } from "#db/queries/history-guards.ts";
import { listOperationsOfSales, type Operation } from "#db/queries/operations.ts";
import { listMovements, listOrdersOfSales, type Order } from "#db/queries/orders.ts";
import { type Books, bookDifferences } from "#lib/books.ts";
import { type AttemptFacts, factsOf, stateOf } from "./orders/write-state.ts";

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
      await checkSales(moment, ids, report);
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
  if ((await checkSales(db, [saleId], report)) === 0) throw new Error(`no sale ${saleId}`);
}

/** Adds some sales up. What there is of them is read together: a query for each of them takes longer than the adding up. */
async function checkSales(db: Db, saleIds: string[], report: BooksReport): Promise<number> {
  const now = new Date();
  const found = await listSalesWithAttempts(db, saleIds);
  const orders = await listOrdersOfSales(db, saleIds);
  const movements = await listMovements(
    db,
    orders.map(({ order }) => order.uuid),
  );
  const read = {
    orders: Map.groupBy(orders, (it) => it.saleId),
    movements: Map.groupBy(movements, (it) => it.orderUuid),
    operations: Map.groupBy(await listOperationsOfSales(db, saleIds), ({ operation }) => operation.saleId),
    lines: Map.groupBy(await listLinesOfSales(db, saleIds), (it) => it.saleId),
  };
  for (const { sale, attempt } of found) {
    if (!attempt) throw new Error(`${sale.number} has no attempt ${sale.currentAttemptId}`);
    const ofSale = (read.orders.get(sale.id) ?? []).map(({ order }) => order);
    const rows = {
      orders: ofSale,
      movements: ofSale.flatMap(({ uuid }) => read.movements.get(uuid) ?? []),
      operations: (read.operations.get(sale.id) ?? []).map(({ operation }) => operation),
      lines: (read.lines.get(sale.id) ?? []).map(({ line }) => line),
    };
    const order = ofSale.find((it) => it.attemptId === attempt.id && it.kind === "main") ?? null;
    addUp(factsOf({ sale, attempt, order, operations: rows.operations }), rows, report, now);
  }
  return found.length;
}

function addUp(
  facts: AttemptFacts,
  rows: Pick<Books, "movements" | "lines"> & { orders: Order[]; operations: Operation[] },
  report: BooksReport,
  now: Date,
): void {
  const { sale, attempt } = facts;
  report.sales += 1;
  report.operations += rows.operations.length;
  report.unconfirmed += rows.operations.filter((it) => it.state === "unconfirmed").length;
  report.movements += rows.movements.length;
  const opening = facts.operations.find((it) => it.kind === "open_checkout");
  // A link that was approved again has no opening of its own.
  const openingId = attempt.renewalOperationId ?? opening?.id;
  if (!openingId) {
    report.differences.push(`${sale.number}: no operation has opened its link.`);
    return;
  }
  report.differences.push(...bookDifferences({ sale, state: stateOf(facts, now), openingId, ...rows }, now));
}
