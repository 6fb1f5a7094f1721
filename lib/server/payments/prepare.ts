import { randomUUID } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import {
  findEqualRefund,
  findOpenOperation,
  findOperationByWish,
  insertOperation,
  type Operation,
} from "#db/queries/operations.ts";
import { listOrdersOfSales } from "#db/queries/orders.ts";
import { findRefundRequestByWish } from "#db/queries/refund-requests.ts";
import type { OperationInput } from "#db/schema/operations.ts";
import type { OperationKind } from "#lib/operation.ts";
import { availableCents } from "#lib/order-state.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { leaseEnd } from "../lease.ts";
import { capturedCents, isCheckoutOpen } from "../orders/facts.ts";
import { type AttemptFacts, loadSaleFacts, stateOf, writeSaleState } from "../orders/write-state.ts";
import { busy, equalRefund, noReason, notPossible, reusedWish, tooMuch } from "./prepare-problems.ts";
import { limitProblem } from "./refund-limit.ts";
import { staleProblem } from "./stale.ts";

/** Who asks, from which register, and with which role in the sale's store. */
export type Asker = { personId: string; registerId: string | null; role: "cashier" | "manager" | "owner" };

/** What somebody wants done to a sale's money, and the version of the sale they saw. */
export type MoneyWish = {
  saleId: string;
  wishId: string;
  seenVersion: number;
  kind: "cancel_checkout" | "capture" | "release" | "refund";
  /** Null for a cancel. */
  amountCents: number | null;
  reason: string | null;
  /** Confirms in words that this refund comes in addition to an equal one. */
  additional: boolean;
  /** The link that is to take the place of the one a cancel deletes. */
  replacement?: OperationInput["replacement"];
};

/**
 * Writes a wish down as an operation, or says why it cannot be. The same wish again finds the first operation. The checks
 * and the row are one transaction: two people, two tabs and two processes cannot both pass.
 */
export async function prepareOperation(
  db: Db,
  asker: Asker,
  wish: MoneyWish,
  now: Date,
): Promise<Result<Operation>> {
  const earlier = await findEarlier(db, { ...wish, personId: asker.personId });
  if (!earlier.ok) return earlier;
  if (earlier.value) return success(earlier.value);
  // What waits for a manager, or was declined by one, comes about by their approval alone.
  if (await findRefundRequestByWish(db, wish.wishId)) return refusal(reusedWish);
  const facts = await loadSaleFacts(db, wish.saleId);
  const problem =
    (await problemWith(db, wish, facts, now)) ?? (await limitProblem(db, asker, wish, facts.sale, now));
  if (problem) return refusal(problem);
  return success(await keepOperation(db, asker, wish, facts, now));
}

/** Writes a wish down that was found to be possible. `approvedBy`: the manager who approved a refund, null where none had to. */
export async function keepOperation(
  db: Db,
  asker: Pick<Asker, "personId" | "registerId">,
  wish: MoneyWish,
  { sale, attempt, order }: AttemptFacts,
  now: Date,
  approvedBy: string | null = null,
): Promise<Operation> {
  const operation: Operation = {
    ...newOperation(wish.kind, now),
    saleId: sale.id,
    attemptId: attempt.id,
    orderUuid: order?.uuid ?? null,
    amountCents: wish.amountCents,
    currency: sale.currency,
    input: wish.replacement ? { replacement: wish.replacement } : {},
    reason: wish.reason,
    wishId: wish.wishId,
    seenVersion: wish.seenVersion,
    personId: asker.personId,
    registerId: asker.registerId,
    approvedBy,
  };
  await insertPrepared(db, operation, sale.storeId, now);
  await writeSaleState(db, sale.id, { now, counts: true });
  return operation;
}

/** What makes a wish the same when it comes again; what a kind of wish does not have is left out. */
type WishContent = {
  wishId: string;
  /** What it may have become. */
  kind: OperationKind | OperationKind[];
  personId?: string;
  saleId?: string;
  amountCents?: number | null;
  reason?: string | null;
  referenceId?: string;
};

/**
 * The operation a wish has already become, if it has: a second press, a replayed form, a retry. Refused when it comes from
 * somebody else or asks for something else: taken for the first, it would seem to be done.
 */
export async function findEarlier(db: Db, wish: WishContent): Promise<Result<Operation | null>> {
  const earlier = await findOperationByWish(db, wish.wishId);
  if (!earlier) return success(null);
  const pairs = [
    [wish.personId, earlier.personId],
    [wish.saleId, earlier.saleId],
    [wish.amountCents, earlier.amountCents],
    [wish.reason, earlier.reason],
    [wish.referenceId, earlier.input.referenceId],
  ];
  const isSame =
    [wish.kind].flat().includes(earlier.kind) &&
    pairs.every(([wished, was]) => wished === undefined || wished === was);
  return isSame ? success(earlier) : refusal(reusedWish);
}

/** The fields every new operation begins with. */
export function newOperation(kind: OperationKind, now: Date) {
  return {
    id: randomUUID(),
    kind,
    state: "prepared" as const,
    input: {},
    reason: null,
    approvedBy: null,
    preparedAt: now,
    firstSentAt: null,
    tries: 0,
    lease: null,
    leaseUntil: leaseEnd(now),
    unconfirmedAt: null,
    nextRepeatAt: null,
    endedAt: null,
    settledBy: null,
    movementUuid: null,
    problem: null,
  };
}

/** Writes an operation and the line of history that says who asked for it. */
export async function insertPrepared(
  db: Db,
  operation: Operation,
  storeId: string,
  now: Date,
): Promise<void> {
  await insertOperation(db, operation);
  // What follows by itself is the till's own doing, though it is booked to who opened the sale's link.
  const isOwnDoing = operation.nextRepeatAt !== null;
  await insertHistory(db, {
    at: now,
    kind: "operation.prepared",
    storeId,
    saleId: operation.saleId,
    orderUuid: operation.orderUuid,
    operationId: operation.id,
    personId: isOwnDoing ? null : operation.personId,
    aboutPersonId: operation.approvedBy,
    registerId: isOwnDoing ? null : operation.registerId,
    data: {
      operation: operation.kind,
      amountCents: operation.amountCents ?? undefined,
      currency: operation.currency,
      reason: operation.reason ?? undefined,
      referenceId: operation.input.referenceId,
      isReplacement: operation.input.replacement ? true : undefined,
    },
  });
}

/** Why a wish cannot be fulfilled as the sale is now, whoever asks; null when it can. */
export async function problemWith(
  db: Db,
  wish: MoneyWish,
  facts: AttemptFacts,
  now: Date,
): Promise<Problem | null> {
  const { sale, order, operations } = facts;
  if (await findOpenOperation(db, sale.id)) return busy;
  const state = stateOf(facts, now);
  const { status } = state;
  if (sale.version !== wish.seenVersion) return staleProblem(db, sale, status, wish.seenVersion);
  const { capturableCents, refundableCents } = availableCents(state, operations);
  const currency = sale.currency;
  const asked = wish.amountCents ?? 0;
  switch (wish.kind) {
    case "cancel_checkout": {
      const isWaiting = status === "link_sent" || status === "checking";
      return isCheckoutOpen(order) && isWaiting ? null : notPossible("cancel");
    }
    case "capture":
    case "release": {
      const isLive = status === "authorized" || status === "partially_captured";
      if (!order || !isLive) return notPossible(wish.kind);
      // Captures over all attempts never exceed the sale, whatever was approved.
      const orders = await listOrdersOfSales(db, [sale.id]);
      const takenCents = orders.reduce((total, it) => total + capturedCents(it.order), 0);
      const unpaidCents = Math.max(0, sale.amountCents - takenCents);
      const mostCents = wish.kind === "capture" ? Math.min(capturableCents, unpaidCents) : capturableCents;
      return asked < 1 || asked > mostCents ? tooMuch(wish.kind, mostCents, currency) : null;
    }
    case "refund": {
      if (!order || status === "checking") return notPossible("refund");
      if (asked < 1 || asked > refundableCents) return tooMuch("refund", refundableCents, currency);
      if (!wish.reason) return noReason;
      const equal = wish.additional ? null : await findEqualRefund(db, sale.id, asked);
      return equal ? equalRefund(asked, currency, equal.state === "given_up") : null;
    }
  }
}
