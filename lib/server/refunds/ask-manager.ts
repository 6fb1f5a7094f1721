import { randomUUID } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findOperationByWish } from "#db/queries/operations.ts";
import {
  findRefundRequestByWish,
  insertRefundRequest,
  listOpenRequestsOfSales,
  type RefundRequest,
} from "#db/queries/refund-requests.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { loadSaleFacts } from "../orders/write-state.ts";
import { type Asker, type MoneyWish, problemWith } from "../payments/prepare.ts";
import { reusedWish } from "../payments/prepare-problems.ts";
import { refundLeftCents } from "../payments/refund-limit.ts";
import { alreadyAsked, noApprovalNeeded } from "./problems.ts";

/** A refund somebody wants who may not make it alone. */
export type AskedWish = Pick<
  MoneyWish,
  "saleId" | "wishId" | "seenVersion" | "amountCents" | "reason" | "additional"
>;

/**
 * Writes down that a refund waits for a manager, or says why it would not be possible anyhow. The same wish again finds the first
 * request, whatever became of it. The sale itself is as it was: nothing is reserved.
 */
export async function askManager(
  db: Db,
  asker: Asker,
  asked: AskedWish,
  now: Date,
): Promise<Result<RefundRequest>> {
  const wish: MoneyWish = { ...asked, kind: "refund" };
  const earlier = await findRefundRequestByWish(db, wish.wishId);
  if (earlier) return isSame(earlier, asker, wish) ? success(earlier) : refusal(reusedWish);
  if (await findOperationByWish(db, wish.wishId)) return refusal(reusedWish);
  const facts = await loadSaleFacts(db, wish.saleId);
  const { sale } = facts;
  if ((await refundLeftCents(db, asker, sale.storeId, now)) === null) return refusal(noApprovalNeeded);
  const [open] = await listOpenRequestsOfSales(db, [sale.id]);
  if (open) return refusal(alreadyAsked(open.person));
  const problem = await problemWith(db, wish, facts, now);
  if (problem) return refusal(problem);
  const request: RefundRequest = {
    id: randomUUID(),
    storeId: sale.storeId,
    saleId: sale.id,
    personId: asker.personId,
    registerId: asker.registerId,
    amountCents: wish.amountCents ?? 0,
    reason: wish.reason ?? "",
    additional: wish.additional,
    wishId: wish.wishId,
    createdAt: now,
    decision: null,
    decidedBy: null,
    decidedAt: null,
    operationId: null,
  };
  await insertRefundRequest(db, request);
  const { amountCents, reason } = request;
  await insertHistory(db, {
    at: now,
    kind: "refund.asked",
    storeId: sale.storeId,
    saleId: sale.id,
    personId: asker.personId,
    registerId: asker.registerId,
    data: { amountCents, currency: sale.currency, reason },
  });
  return success(request);
}

function isSame(request: RefundRequest, { personId }: Asker, wish: MoneyWish): boolean {
  return (
    request.personId === personId &&
    request.saleId === wish.saleId &&
    request.amountCents === wish.amountCents &&
    request.reason === wish.reason &&
    request.additional === wish.additional
  );
}
