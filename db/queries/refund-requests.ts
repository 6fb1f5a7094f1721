import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { prepared } from "../prepared.ts";
import { people } from "../schema/people.ts";
import { refundRequests } from "../schema/refund-requests.ts";
import { registers } from "../schema/stores.ts";

export type RefundRequest = typeof refundRequests.$inferSelect;

/** An open request with the names of who asks and where. */
export type AskedRefund = { request: RefundRequest; person: string; register: string | null };

/** Writes a request down, undecided. */
export async function insertRefundRequest(db: Db, request: RefundRequest): Promise<void> {
  await db.insert(refundRequests).values(request);
}

/** One request; null when there is none of that id. */
export async function findRefundRequest(db: Db, requestId: string): Promise<RefundRequest | null> {
  const [row] = await db.select().from(refundRequests).where(eq(refundRequests.id, requestId));
  return row ?? null;
}

const requestByWish = prepared((db, it: { wishId: string }) =>
  db.select().from(refundRequests).where(eq(refundRequests.wishId, it.wishId)),
);

/** The request a wish has become; null when it became none. */
export async function findRefundRequestByWish(db: Db, wishId: string): Promise<RefundRequest | null> {
  const [row] = await requestByWish(db, { wishId });
  return row ?? null;
}

const openRequestsOfSales = prepared((db, it: { saleIds: string[] }) =>
  db
    .select({ request: refundRequests, person: people.name, register: registers.name })
    .from(refundRequests)
    .innerJoin(people, eq(people.id, refundRequests.personId))
    .leftJoin(registers, eq(registers.id, refundRequests.registerId))
    .where(and(inArray(refundRequests.saleId, it.saleIds), isNull(refundRequests.decision)))
    .orderBy(asc(refundRequests.createdAt)),
);

/** The requests of some sales that nobody has decided, oldest first. A sale has one at most. */
export async function listOpenRequestsOfSales(db: Db, saleIds: string[]): Promise<AskedRefund[]> {
  return openRequestsOfSales(db, { saleIds });
}

/** The sales of some stores in which a refund waits for a manager, the longest waiting first in each store. */
export async function listAskedSaleIds(db: Db, storeIds: string[], limit: number): Promise<string[]> {
  const rows = await db
    .select({ saleId: refundRequests.saleId })
    .from(refundRequests)
    .where(and(inArray(refundRequests.storeId, storeIds), isNull(refundRequests.decision)))
    .orderBy(asc(refundRequests.storeId), asc(refundRequests.createdAt))
    .limit(limit);
  return rows.map((it) => it.saleId);
}

type Decision = {
  decision: NonNullable<RefundRequest["decision"]>;
  /** Null: the till itself. */
  decidedBy: string | null;
  decidedAt: Date;
  operationId: string | null;
};

/** Decides a request that nobody has decided yet. False when somebody was first. */
export async function decideRequest(db: Db, requestId: string, decision: Decision): Promise<boolean> {
  const decided = await db
    .update(refundRequests)
    .set(decision)
    .where(and(eq(refundRequests.id, requestId), isNull(refundRequests.decision)))
    .returning({ id: refundRequests.id });
  return decided.length > 0;
}
