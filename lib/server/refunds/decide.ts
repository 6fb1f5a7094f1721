import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findOperation, type Operation } from "#db/queries/operations.ts";
import { findPerson, findRoleIn } from "#db/queries/people.ts";
import { decideRequest, findRefundRequest, type RefundRequest } from "#db/queries/refund-requests.ts";
import { findSale, type Sale } from "#db/queries/sales.ts";
import { may } from "#lib/people.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import type { HistoryData } from "#lib/sale-view.ts";
import { notAllowed } from "../action-problems.ts";
import { loadSaleFacts } from "../orders/write-state.ts";
import { keepOperation, type MoneyWish, problemWith } from "../payments/prepare.ts";
import { declineUnfit } from "./decline-unfit.ts";
import { alreadyDecided, notYourRequest, ownRequest, unknownRequest } from "./problems.ts";

/** Who decides, and at which register: their own, or the one at which they typed their PIN. */
export type Decider = { personId: string; registerId: string | null; byPin: boolean };

/** The request that is decided, on the sale whose page or notice showed it. */
export type Decided = { saleId: string; requestId: string };

/**
 * Approves a refund that somebody else asked for. Everything is looked at again as it is now: what both may, the version of the sale
 * the manager saw, what is left, equal refunds. The refund and the decision are one transaction, so that a request becomes one refund
 * however many approve it, and however often. It is the manager's responsibility, and uses nothing of its person's limit.
 */
export async function approveRefund(
  db: Db,
  decider: Decider,
  decided: Decided & { seenVersion: number },
  now: Date,
): Promise<Result<Operation>> {
  const found = await findDecidable(db, decider, decided);
  if (!found.ok) return found;
  await declineUnfit(db, found.value.sale, now);
  const request = await findRefundRequest(db, decided.requestId);
  if (!request) return refusal(unknownRequest);
  const earlier = request.operationId && (await findOperation(db, request.operationId));
  if (earlier && isOwnDecision(request, decider, "approved")) return success(earlier);
  if (request.decision) return refusal(await decidedProblem(db, request));
  const facts = await loadSaleFacts(db, request.saleId);
  const { saleId, wishId, amountCents, reason, additional } = request;
  const { seenVersion } = decided;
  const wish: MoneyWish = { saleId, wishId, seenVersion, kind: "refund", amountCents, reason, additional };
  const problem = await problemWith(db, wish, facts, now);
  if (problem) return refusal(problem);
  await tell(db, "refund.approved", facts.sale, request, decider, now);
  const operation = await keepOperation(db, request, wish, facts, now, decider.personId);
  await decide(db, request, "approved", decider.personId, now, operation.id);
  return success(operation);
}

/** Declines a refund that somebody else asked for, for a reason in words or none. */
export async function declineRefund(
  db: Db,
  decider: Decider,
  decided: Decided & { reason: string | null },
  now: Date,
): Promise<Result<null>> {
  const found = await findDecidable(db, decider, decided);
  if (!found.ok) return found;
  const { request, sale } = found.value;
  if (isOwnDecision(request, decider, "declined")) return success(null);
  if (request.decision) return refusal(await decidedProblem(db, request));
  await decide(db, request, "declined", decider.personId, now);
  await tell(db, "refund.declined", sale, request, decider, now, { reason: decided.reason ?? undefined });
  return success(null);
}

/** Takes a request back; only who made it can. */
export async function withdrawRefund(
  db: Db,
  asker: { personId: string; registerId: string | null },
  { saleId, requestId }: Decided,
  now: Date,
): Promise<Result<null>> {
  const request = await findRefundRequest(db, requestId);
  const sale = await findSale(db, saleId);
  if (!sale || request?.saleId !== saleId) return refusal(unknownRequest);
  if (request.personId !== asker.personId) return refusal(notYourRequest);
  const decider = { ...asker, byPin: false };
  if (isOwnDecision(request, decider, "withdrawn")) return success(null);
  if (request.decision) return refusal(await decidedProblem(db, request));
  await decide(db, request, "withdrawn", asker.personId, now);
  await tell(db, "refund.withdrawn", sale, request, decider, now);
  return success(null);
}

async function findDecidable(
  db: Db,
  { personId }: Decider,
  { saleId, requestId }: Decided,
): Promise<Result<{ request: RefundRequest; sale: Sale }>> {
  const request = await findRefundRequest(db, requestId);
  const sale = await findSale(db, saleId);
  if (!sale || request?.saleId !== saleId) return refusal(unknownRequest);
  if (request.personId === personId) return refusal(ownRequest);
  const role = await findRoleIn(db, personId, sale.storeId);
  return role && may(role, "refund.approve") ? success({ request, sale }) : refusal(notAllowed);
}

/** Tells whether this is a second press of who decided so; everybody else is told who was first. */
function isOwnDecision(request: RefundRequest, { personId }: Decider, wanted: RefundRequest["decision"]) {
  return request.decision === wanted && request.decidedBy === personId;
}

async function decidedProblem(db: Db, { decision, decidedBy }: RefundRequest): Promise<Problem> {
  const person = decidedBy && (await findPerson(db, decidedBy));
  return alreadyDecided(decision ?? "declined", person ? person.name : null);
}

async function decide(
  db: Db,
  request: RefundRequest,
  decision: NonNullable<RefundRequest["decision"]>,
  decidedBy: string,
  decidedAt: Date,
  operationId: string | null = null,
): Promise<void> {
  const isFirst = await decideRequest(db, request.id, { decision, decidedBy, decidedAt, operationId });
  if (!isFirst) throw new Error(`request ${request.id} was decided twice`);
}

async function tell(
  db: Db,
  kind: "refund.approved" | "refund.declined" | "refund.withdrawn",
  sale: Sale,
  request: RefundRequest,
  { personId, registerId, byPin }: Decider,
  at: Date,
  data: HistoryData = {},
): Promise<void> {
  await insertHistory(db, {
    at,
    kind,
    storeId: sale.storeId,
    saleId: sale.id,
    personId,
    aboutPersonId: request.personId === personId ? null : request.personId,
    registerId,
    data: {
      amountCents: request.amountCents,
      currency: sale.currency,
      byPin: byPin || undefined,
      ...data,
    },
  });
}
