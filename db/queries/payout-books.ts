import { and, asc, eq, gt, inArray, lte, ne, notExists } from "drizzle-orm";
import type { MatchableOrder, OurBooks } from "#lib/payout-match.ts";
import type { Db } from "../engine.ts";
import { disputes } from "../schema/disputes.ts";
import { movements, orders } from "../schema/orders.ts";
import { payoutLines } from "../schema/payouts.ts";
import { attempts, sales } from "../schema/sales.ts";
import { listMovements, type Movement } from "./orders.ts";

/** Fewer values than SQLite takes in one statement. */
const atOnce = 500;

async function inParts<Row>(ids: string[], query: (part: string[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += atOnce) rows.push(...(await query(ids.slice(at, at + atOnce))));
  return rows;
}

/** What our books hold of some orders, to match a payout's lines with. */
export async function loadOurBooks(db: Db, payoutUuid: string, orderUuids: string[]): Promise<OurBooks> {
  const owners = await inParts(orderUuids, (part) => listOrderOwners(db, part));
  const ofOrders = await inParts(orderUuids, (part) => listMovements(db, part));
  const movementUuids = ofOrders.map((it) => it.uuid);
  const paid = await inParts(movementUuids, (part) => listPaidMovements(db, payoutUuid, part));
  const chargebacks = await inParts(orderUuids, (part) => listChargebacks(db, payoutUuid, part));
  const saleIds = [...new Set(owners.flatMap((it) => it.saleId ?? []))];
  const disputed = await inParts(orderUuids, (part) => listDisputedOrders(db, part));
  // A dispute that names no order may be about any of its sale's.
  const ofSales = await inParts(saleIds, (part) => listDisputesOfSales(db, part));
  const disputedSales = new Set(ofSales.flatMap((it) => (it.orderUuid === null ? (it.saleId ?? []) : [])));
  const ofThose = owners
    .filter((it) => it.saleId !== null && disputedSales.has(it.saleId))
    .map((it) => it.uuid);
  return {
    orders: new Map(owners.map((it): [string, MatchableOrder] => [it.uuid, matchable(it)])),
    movements: ofOrders,
    paidElsewhere: new Set(paid.flatMap((it) => it.movementUuid ?? [])),
    disputed: new Set([...disputed.flatMap((it) => it.orderUuid ?? []), ...ofThose]),
    chargedBack: new Set(chargebacks.flatMap((it) => it.orderUuid ?? [])),
  };
}

type OrderOwner = Awaited<ReturnType<typeof listOrderOwners>>[number];

function matchable({ saleId, storeId, currency }: OrderOwner): MatchableOrder {
  return { sale: saleId && storeId && currency ? { saleId, storeId, currency } : null };
}

/** Whose some orders are: their sale and store, or neither for other channels. Orders nobody knows are left out. */
export async function listOrderOwners(db: Db, orderUuids: string[]) {
  return db
    .select({ uuid: orders.uuid, saleId: sales.id, storeId: sales.storeId, currency: sales.currency })
    .from(orders)
    .leftJoin(attempts, eq(attempts.id, orders.attemptId))
    .leftJoin(sales, eq(sales.id, attempts.saleId))
    .where(inArray(orders.uuid, orderUuids));
}

/** Which of some movements other payouts have paid out. */
export async function listPaidMovements(db: Db, payoutUuid: string, movementUuids: string[]) {
  return db
    .select({ movementUuid: payoutLines.movementUuid })
    .from(payoutLines)
    .where(and(inArray(payoutLines.movementUuid, movementUuids), ne(payoutLines.payoutUuid, payoutUuid)));
}

/** Which of some orders other payouts took a chargeback of. */
export async function listChargebacks(db: Db, payoutUuid: string, orderUuids: string[]) {
  return db
    .select({ orderUuid: payoutLines.orderUuid })
    .from(payoutLines)
    .where(
      and(
        inArray(payoutLines.orderUuid, orderUuids),
        eq(payoutLines.typeCode, "005"),
        ne(payoutLines.payoutUuid, payoutUuid),
      ),
    );
}

/** Those of some orders of which a dispute was reported, whether or not it is tied to a sale. */
export async function listDisputedOrders(db: Db, orderUuids: string[]) {
  return db
    .select({ orderUuid: disputes.orderUuid })
    .from(disputes)
    .where(inArray(disputes.orderUuid, orderUuids));
}

/** What was disputed of some sales; no order where only their number was named. */
export async function listDisputesOfSales(db: Db, saleIds: string[]) {
  return db
    .select({ saleId: disputes.saleId, orderUuid: disputes.orderUuid })
    .from(disputes)
    .where(inArray(disputes.saleId, saleIds));
}

/** Captures and refunds of a store, first seen in a stretch of time, that no payout has a line of. */
export async function listUnpaidMovements(
  db: Db,
  storeId: string,
  { after, until }: { after: Date; until: Date },
): Promise<{ movement: Movement; currency: string }[]> {
  const paid = db
    .select({ id: payoutLines.id })
    .from(payoutLines)
    .where(eq(payoutLines.movementUuid, movements.uuid));
  return db
    .select({ movement: movements, currency: sales.currency })
    .from(movements)
    .innerJoin(sales, eq(sales.id, movements.saleId))
    .where(
      and(
        eq(movements.storeId, storeId),
        gt(movements.firstSeenAt, after),
        lte(movements.firstSeenAt, until),
        inArray(movements.kind, ["capture", "refund"]),
        notExists(paid),
      ),
    )
    .orderBy(asc(movements.firstSeenAt));
}
