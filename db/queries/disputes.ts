import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { openStages } from "#lib/dispute.ts";
import type { Db } from "../engine.ts";
import { prepared } from "../prepared.ts";
import { disputes } from "../schema/disputes.ts";
import { orders } from "../schema/orders.ts";
import { attempts, sales } from "../schema/sales.ts";

export type Dispute = typeof disputes.$inferSelect;
export type DisputeRow = {
  dispute: Dispute;
  saleNumber: string | null;
  orderKind: (typeof orders.$inferSelect)["kind"] | null;
};

/** One dispute; null when none of that id was reported. */
export async function findDispute(db: Db, id: string): Promise<Dispute | null> {
  const [row] = await db.select().from(disputes).where(eq(disputes.id, id));
  return row ?? null;
}

/** Keeps a dispute that was not reported before. */
export async function insertDispute(db: Db, dispute: Dispute): Promise<void> {
  await db.insert(disputes).values(dispute);
}

/** Writes what changed on a dispute. */
export async function updateDispute(db: Db, id: string, change: Partial<Dispute>): Promise<void> {
  await db.update(disputes).set(change).where(eq(disputes.id, id));
}

const untiedDisputes = prepared((db, it: { orderUuid: string }) =>
  db
    .select()
    .from(disputes)
    .where(and(eq(disputes.orderUuid, it.orderUuid), isNull(disputes.saleId))),
);

/** The disputes about an order that are tied to no sale yet. */
export async function listUntiedDisputes(db: Db, orderUuid: string): Promise<Dispute[]> {
  return untiedDisputes(db, { orderUuid });
}

/** The sale and store of an order of ours; null when it is of another channel or not known. */
export async function findSaleOfOrder(
  db: Db,
  orderUuid: string,
): Promise<{ saleId: string; storeId: string } | null> {
  const [row] = await db
    .select({ saleId: sales.id, storeId: sales.storeId })
    .from(orders)
    .innerJoin(attempts, eq(attempts.id, orders.attemptId))
    .innerJoin(sales, eq(sales.id, attempts.saleId))
    .where(eq(orders.uuid, orderUuid));
  return row ?? null;
}

function selectRows(db: Db) {
  return db
    .select({ dispute: disputes, saleNumber: sales.number, orderKind: orders.kind })
    .from(disputes)
    .leftJoin(sales, eq(sales.id, disputes.saleId))
    .leftJoin(orders, eq(orders.uuid, disputes.orderUuid));
}

/** The disputes about a sale, the newest first. */
export async function listDisputesOfSale(db: Db, saleId: string): Promise<DisputeRow[]> {
  return selectRows(db).where(eq(disputes.saleId, saleId)).orderBy(desc(disputes.openedAt));
}

const isOf = (storeId: string | null) =>
  storeId === null ? isNull(disputes.storeId) : eq(disputes.storeId, storeId);

/** What is disputed in a store (null: about orders of other channels, or not known) and not decided, the nearest deadline first. */
export async function listOpenDisputes(db: Db, storeId: string | null, limit: number): Promise<DisputeRow[]> {
  return selectRows(db)
    .where(and(isOf(storeId), inArray(disputes.stage, openStages)))
    .orderBy(asc(isNull(disputes.dueAt)), asc(disputes.dueAt))
    .limit(limit);
}

/** What was disputed there and is decided, the last decided first. */
export async function listClosedDisputes(
  db: Db,
  storeId: string | null,
  limit: number,
): Promise<DisputeRow[]> {
  return selectRows(db)
    .where(and(isOf(storeId), eq(disputes.stage, "closed")))
    .orderBy(sql`${disputes.closedAt} desc nulls last`)
    .limit(limit);
}
