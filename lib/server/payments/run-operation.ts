import { randomUUID } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import {
  claimOperation,
  findOperation,
  type Operation,
  renewLease,
  updateOperation,
} from "#db/queries/operations.ts";
import { setMovementOperation } from "#db/queries/orders.ts";
import { findSale } from "#db/queries/sales.ts";
import { write } from "../database.ts";
import { WrongMerchantError } from "../gateway.ts";
import { leaseEnd, whileRenewing } from "../lease.ts";
import { log } from "../log.ts";
import { learn } from "../orders/learn.ts";
import { writeSaleState } from "../orders/write-state.ts";
import { GatewayError } from "../sezzle/gateway-error.ts";
import { checkoutOpened } from "./checkout-opened.ts";
import { refusedProblem, unconfirmedProblem } from "./problems.ts";
import { type Sent, send } from "./send.ts";

/**
 * The door for money: sends a prepared operation (or repeats an unconfirmed one) under its own key, writes how it ended, and
 * then asks Sezzle what the order has become. Does nothing when another process or tab was first. Never throws for what
 * Sezzle answers or fails to answer: that is the operation's end, and stands in its row.
 */
export async function runOperation(
  operationId: string,
  from: "prepared" | "unconfirmed" = "prepared",
): Promise<void> {
  const lease = randomUUID();
  const now = new Date();
  const operation = await write((db) =>
    claimOperation(db, { operationId, from, lease, leaseUntil: leaseEnd(now), now }),
  );
  if (!operation) return;
  const follow = await whileRenewing(
    () => write((db) => renewLease(db, operationId, lease, leaseEnd())),
    () => sendAndFinish(operation),
  );
  if (follow.orderUuid) await learn(follow.orderUuid, "operation");
  for (const next of follow.operations) await runOperation(next);
}

/** What is to be done once an operation's end is on disk. */
type Follow = { orderUuid: string | null; operations: string[] };

async function sendAndFinish(operation: Operation): Promise<Follow> {
  let sent: Sent;
  try {
    sent = await send(operation);
  } catch (error) {
    return finishFailed(operation, error);
  }
  return write((db) => succeed(db, operation.id, sent));
}

/** Sezzle said so: true whatever this operation was taken for in the meantime. */
async function succeed(db: Db, operationId: string, sent: Sent): Promise<Follow> {
  const operation = await findOperation(db, operationId);
  if (!operation) throw new Error(`no operation ${operationId}`);
  const now = new Date();
  const wasSettled = operation.state === "succeeded";
  await updateOperation(db, operationId, {
    state: "succeeded",
    settledBy: "reply",
    movementUuid: sent.movementUuid ?? operation.movementUuid,
    orderUuid: sent.checkout?.orderUuid ?? operation.orderUuid,
    endedAt: operation.endedAt ?? now,
    lease: null,
    leaseUntil: null,
    problem: null,
  });
  if (!wasSettled) await insertEnd(db, operation, "operation.succeeded", now);
  const following = sent.checkout ? await checkoutOpened(db, operation, sent.checkout, now) : [];
  await writeSaleState(db, operation.saleId, { now, counts: operation.kind !== "set_reference" });
  return { orderUuid: sent.checkout?.orderUuid ?? operation.orderUuid, operations: following };
}

async function finishFailed(sent: Operation, error: unknown): Promise<Follow> {
  const known = error instanceof GatewayError || error instanceof WrongMerchantError;
  if (!known) log().error({ err: error, operationId: sent.id }, "an operation failed in an unexpected way");
  // Only a first try can be refused for certain: after a lost answer a refusal may be about what that try did.
  const isDefinite =
    error instanceof WrongMerchantError || (error instanceof GatewayError && error.outcome !== "unknown");
  return write(async (db) => {
    const operation = await findOperation(db, sent.id);
    if (!operation) throw new Error(`no operation ${sent.id}`);
    const now = new Date();
    if (isDefinite && operation.tries === 1)
      await reject(db, operation, refusedProblem(operation, error), now);
    else if (operation.state === "sending") await leaveUnconfirmed(db, operation, error, now);
    await writeSaleState(db, operation.saleId, { now, counts: operation.kind !== "set_reference" });
    return { orderUuid: operation.orderUuid, operations: [] };
  });
}

async function reject(db: Db, operation: Operation, problem: Operation["problem"], now: Date): Promise<void> {
  // An equal movement made elsewhere may have been taken for this operation's own while its answer was awaited.
  if (operation.movementUuid) await setMovementOperation(db, operation.movementUuid, null);
  await updateOperation(db, operation.id, {
    state: "rejected",
    movementUuid: null,
    settledBy: null,
    endedAt: now,
    lease: null,
    leaseUntil: null,
    problem,
  });
  await insertEnd(db, operation, "operation.rejected", now, problem);
}

async function leaveUnconfirmed(db: Db, operation: Operation, error: unknown, now: Date): Promise<void> {
  const problem = unconfirmedProblem(operation, error);
  await updateOperation(db, operation.id, { state: "unconfirmed", lease: null, leaseUntil: null, problem });
  await insertEnd(db, operation, "operation.unconfirmed", now, problem);
}

/** Writes the line of history that says how an operation ended, or that its end is not known. */
export async function insertEnd(
  db: Db,
  operation: Operation,
  kind: "operation.succeeded" | "operation.rejected" | "operation.unconfirmed" | "operation.abandoned",
  now: Date,
  problem?: Operation["problem"],
): Promise<void> {
  const sale = await findSale(db, operation.saleId);
  await insertHistory(db, {
    at: now,
    kind,
    storeId: sale?.storeId ?? null,
    saleId: operation.saleId,
    orderUuid: operation.orderUuid,
    operationId: operation.id,
    data: {
      operation: operation.kind,
      amountCents: operation.amountCents ?? undefined,
      currency: operation.currency,
      referenceId: operation.input.referenceId,
      settledBy: "reply",
      code: problem?.technical?.code ?? problem?.code,
      message: problem?.technical?.message ?? problem?.happened,
      debugUuid: problem?.technical?.debugUuid,
    },
  });
}
