import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { type Operation, updateOperation } from "#db/queries/operations.ts";
import { findMovement, type Movement, setMovementOperation, setNextAsk } from "#db/queries/orders.ts";
import { findSale } from "#db/queries/sales.ts";
import { isRepeatable, repeatAt, repeatableUntil } from "#lib/operation.ts";
import type { Problem } from "#lib/problem.ts";
import { beginReplacement, dropReplacement } from "./begin-replacement.ts";

/** How an operation ends, or (`unconfirmed`) that its end is not known. */
export type OperationEnd =
  | { state: "succeeded"; settledBy: "reply" | "order"; movementUuid: string | null; orderUuid?: string }
  | { state: "rejected" | "abandoned"; problem: Problem }
  /** `retryAfterMs`: how long Sezzle asked not to be asked. */
  | { state: "unconfirmed"; problem: Problem; retryAfterMs?: number }
  /** A person let it go. */
  | { state: "given_up"; by: { personId: string; registerId: string | null }; problem: Problem };

/**
 * Writes how an operation ended, with its line of history, and has Sezzle be asked for its order soon, whatever becomes of
 * this process. The one place where an operation's state leaves `prepared` and `sending` behind. Returns the operation that
 * follows from it, if one does, prepared. Run in the caller's transaction.
 */
export async function endOperation(
  db: Db,
  operation: Operation,
  end: OperationEnd,
  now: Date,
): Promise<string | null> {
  const isSuccess = end.state === "succeeded";
  const movementUuid = isSuccess ? end.movementUuid : null;
  const orderUuid = (isSuccess ? end.orderUuid : undefined) ?? operation.orderUuid;
  await tieMovement(db, operation, movementUuid, now);
  await updateOperation(db, operation.id, {
    state: end.state,
    orderUuid,
    movementUuid,
    settledBy: isSuccess ? end.settledBy : null,
    endedAt: end.state === "unconfirmed" ? null : (operation.endedAt ?? now),
    unconfirmedAt: end.state === "unconfirmed" ? now : operation.unconfirmedAt,
    nextRepeatAt: end.state === "unconfirmed" ? nextRepeatAt(operation, now, end.retryAfterMs) : null,
    lease: null,
    leaseUntil: null,
    problem: isSuccess ? null : end.problem,
  });
  if (orderUuid) await setNextAsk(db, orderUuid, now);
  // A reply that comes after the order showed the same end says nothing new.
  if (isSuccess && operation.state === "succeeded") return null;
  const problem = isSuccess ? null : end.problem;
  await insertHistory(db, {
    ...(await placeOf(db, operation)),
    at: now,
    kind: `operation.${end.state}`,
    ...(end.state === "given_up" ? end.by : {}),
    data: {
      operation: operation.kind,
      amountCents: operation.amountCents ?? undefined,
      currency: operation.currency,
      referenceId: operation.input.referenceId,
      settledBy: isSuccess ? end.settledBy : undefined,
      code: problem?.code,
      message: problem?.technical?.message ?? problem?.happened,
      messageFr: problem?.technical ? undefined : problem?.fr?.happened,
      debugUuid: problem?.technical?.debugUuid,
    },
  });
  if (end.state === "unconfirmed") return null;
  // What a person let go of is over for the people at the counter, whatever Sezzle shows later.
  if (isSuccess && operation.state !== "given_up") return beginReplacement(db, operation, now);
  await dropReplacement(db, operation);
  return null;
}

/** Inside the ten minutes an operation is repeated by itself; after them a person decides. */
function nextRepeatAt(
  { kind, tries, firstSentAt }: Operation,
  now: Date,
  retryAfterMs?: number,
): Date | null {
  if (!isRepeatable(kind) || !firstSentAt) return null;
  const at = repeatAt(tries, now, Math.random(), retryAfterMs);
  return at < repeatableUntil(firstSentAt) ? at : null;
}

/**
 * Ties the movement Sezzle named to the operation. While the answer was awaited, an equal movement that was made elsewhere may
 * have been taken for the operation's own: it is let go, and said to be made elsewhere.
 */
async function tieMovement(
  db: Db,
  operation: Operation,
  movementUuid: string | null,
  now: Date,
): Promise<void> {
  if (operation.movementUuid && operation.movementUuid !== movementUuid) {
    const taken = await findMovement(db, operation.movementUuid);
    await setMovementOperation(db, operation.movementUuid, null);
    if (taken) await insertElsewhere(db, operation, taken, now);
  }
  if (movementUuid) await setMovementOperation(db, movementUuid, operation.id);
}

async function insertElsewhere(db: Db, operation: Operation, movement: Movement, now: Date): Promise<void> {
  const { kind, amountCents, source } = movement;
  await insertHistory(db, {
    ...(await placeOf(db, operation)),
    operationId: null,
    at: now,
    kind: "movement.elsewhere",
    data: { movement: kind, amountCents, currency: operation.currency, source },
  });
}

async function placeOf(db: Db, operation: Operation) {
  const sale = await findSale(db, operation.saleId);
  return {
    storeId: sale?.storeId ?? null,
    saleId: operation.saleId,
    orderUuid: operation.orderUuid,
    operationId: operation.id,
  };
}
