import type { Db } from "#db/engine.ts";
import {
  type Dispute,
  findDispute,
  findSaleOfOrder,
  insertDispute,
  listUntiedDisputes,
  updateDispute,
} from "#db/queries/disputes.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findAttemptByReference, findSale } from "#db/queries/sales.ts";
import { findStore } from "#db/queries/stores.ts";
import { localDate } from "#lib/business-day.ts";
import { type DisputeReport, isNewerReport, isWholeDay } from "#lib/dispute.ts";

/** An event's word on a dispute: about which order, and when it arose. */
export type ReportedDispute = { report: DisputeReport; orderUuid: string | null; reportedAt: Date };

type Owner = Pick<Dispute, "saleId" | "storeId">;

const nobody: Owner = { saleId: null, storeId: null };

/**
 * Keeps what an event says of a dispute, in the caller's transaction. A repeat changes nothing, and neither does an older event that
 * comes late, but for when the dispute was opened. It is shown as reported: no status and no amount of a sale follows from it.
 */
export async function keepDispute(db: Db, reported: ReportedDispute, now: Date): Promise<void> {
  const { report, reportedAt } = reported;
  const before = await findDispute(db, report.disputeId);
  if (before && !isNewerReport({ stage: report.stage, reportedAt }, before)) {
    if (reportedAt < before.openedAt) await updateDispute(db, before.id, { openedAt: reportedAt });
    return;
  }
  const orderUuid = reported.orderUuid ?? before?.orderUuid ?? null;
  const dispute: Dispute = {
    id: report.disputeId,
    orderUuid,
    ...(await ownerOf(db, orderUuid, report.reference ?? before?.reference ?? null)),
    reference: report.reference ?? before?.reference ?? null,
    type: report.type ?? before?.type ?? null,
    status: report.status ?? before?.status ?? null,
    amountCents: report.amountCents ?? before?.amountCents ?? null,
    currency: report.currency ?? before?.currency ?? null,
    dueAt: report.dueAt ?? before?.dueAt ?? null,
    stage: report.stage,
    outcome: report.outcome,
    openedAt: before && before.openedAt < reportedAt ? before.openedAt : reportedAt,
    reportedAt,
    closedAt: report.stage === "closed" ? reportedAt : null,
  };
  if (before) await updateDispute(db, dispute.id, dispute);
  else await insertDispute(db, dispute);
  await tell(db, dispute, now);
}

/** Ties what was disputed about an order before anybody knew whose it is to its sale, now that this is known. */
export async function tieDisputes(
  db: Db,
  orderUuid: string,
  sale: { id: string; storeId: string },
  now: Date,
): Promise<void> {
  for (const dispute of await listUntiedDisputes(db, orderUuid)) {
    const owner = { saleId: sale.id, storeId: sale.storeId };
    await updateDispute(db, dispute.id, owner);
    await tell(db, { ...dispute, ...owner }, now);
  }
}

/** Whose sale it is about: by its order; only where that is not named, by the reference one of our links was opened with. */
async function ownerOf(db: Db, orderUuid: string | null, reference: string | null): Promise<Owner> {
  if (orderUuid) return (await findSaleOfOrder(db, orderUuid)) ?? nobody;
  const attempt = reference && (await findAttemptByReference(db, reference));
  const sale = attempt && (await findSale(db, attempt.saleId));
  return sale ? { saleId: sale.id, storeId: sale.storeId } : nobody;
}

/** Writes the line of history on the sale; a dispute about no sale of ours has none. */
async function tell(db: Db, dispute: Dispute, now: Date): Promise<void> {
  const { saleId, storeId, orderUuid, dueAt, amountCents, currency, stage, outcome } = dispute;
  if (!saleId || !storeId) return;
  const timeZone = (await findStore(db, storeId))?.timeZone ?? "UTC";
  await insertHistory(db, {
    at: now,
    kind: "dispute.reported",
    storeId,
    saleId,
    orderUuid,
    data: {
      stage,
      outcome,
      ...(amountCents !== null && currency ? { amountCents, currency } : {}),
      ...(dueAt ? { date: localDate(dueAt, isWholeDay(dueAt) ? "UTC" : timeZone) } : {}),
    },
  });
}
