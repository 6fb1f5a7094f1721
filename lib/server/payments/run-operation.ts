import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { claimOperation, findOperation, type Operation, renewLease } from "#db/queries/operations.ts";
import { findMovement } from "#db/queries/orders.ts";
import { findSale } from "#db/queries/sales.ts";
import { write } from "../database.ts";
import { leaseEnd, whileRenewing } from "../lease.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { learn } from "../orders/learn.ts";
import { writeSaleState } from "../orders/write-state.ts";
import { GatewayError } from "../sezzle/gateway-error.ts";
import { checkoutOpened, isOrderOfAnother } from "./checkout-opened.ts";
import { endOperation } from "./end-operation.ts";
import { notApprovedAgain } from "./ended-problems.ts";
import type { Asker } from "./prepare.ts";
import { refusedProblem, unconfirmedProblem } from "./problems.ts";
import { isRenewalOfAnother, keepRenewal } from "./renewal.ts";
import { prepareSend, type Send, type Sent } from "./send.ts";

const running = () => oncePerProcess("running operations", () => new Set<Promise<void>>());

/** Resolves when no operation of this process is under way, or after `mostMs`. */
export async function operationsEnd(mostMs: number): Promise<void> {
  await Promise.race([Promise.allSettled([...running()]), sleep(mostMs)]);
}

/**
 * The door for money: sends a prepared operation under its own key, writes how it ended, and then asks Sezzle what the order has
 * become. Does nothing when another process or tab was first. Never throws for what Sezzle answers or fails to answer: that
 * is the operation's end, and stands in its row.
 */
export function runOperation(operationId: string): Promise<void> {
  return track(claimAndRun(operationId, (db, claim) => claimOperation(db, { ...claim, from: "prepared" })));
}

/**
 * The same for an operation whose end is not known: the same request once more, under the same key. The history says who had it
 * repeated; null is the till itself.
 */
export function repeatOperation(operationId: string, asker: Asker | null): Promise<void> {
  const claimIt = async (db: Db, claim: Claim) => {
    const operation = await claimOperation(db, { ...claim, from: "unconfirmed", onlyIfDue: asker === null });
    if (operation) await insertRepeated(db, asker, operation, claim.now);
    return operation;
  };
  return track(claimAndRun(operationId, claimIt));
}

function track(working: Promise<void>): Promise<void> {
  const run = working.finally(() => running().delete(run));
  running().add(run);
  return run;
}

type Claim = { operationId: string; lease: string; leaseUntil: Date; now: Date };

async function claimAndRun(
  operationId: string,
  claimIt: (db: Db, claim: Claim) => Promise<Operation | null>,
): Promise<void> {
  const lease = randomUUID();
  const now = new Date();
  const operation = await write((db) => claimIt(db, { operationId, lease, leaseUntil: leaseEnd(now), now }));
  if (!operation) return;
  const follow = await whileRenewing(
    () => write((db) => renewLease(db, operationId, lease, leaseEnd())),
    () => sendAndFinish(operation),
  );
  // What follows has a lease of its own that runs: it does not wait for the order.
  await Promise.all([
    follow.orderUuid ? learn(follow.orderUuid, "operation") : null,
    ...follow.operations.map((next) => runOperation(next)),
  ]);
}

/** That the same request was sent once more, and who wanted it. */
async function insertRepeated(db: Db, asker: Asker | null, operation: Operation, now: Date): Promise<void> {
  const sale = await findSale(db, operation.saleId);
  await insertHistory(db, {
    at: now,
    kind: "operation.repeated",
    storeId: sale?.storeId ?? null,
    saleId: operation.saleId,
    orderUuid: operation.orderUuid,
    operationId: operation.id,
    personId: asker?.personId ?? null,
    registerId: asker?.registerId ?? null,
    data: {
      operation: operation.kind,
      amountCents: operation.amountCents ?? undefined,
      currency: operation.currency,
    },
  });
}

/** What is to be done once an operation's end is on disk. */
type Follow = { orderUuid: string | null; operations: string[] };

async function sendAndFinish(operation: Operation): Promise<Follow> {
  let send: Send;
  try {
    send = await prepareSend(operation);
  } catch (error) {
    if (!(error instanceof GatewayError)) log().warn({ err: error, operationId: operation.id }, "not sent");
    return persistently((db) => finishFailed(db, operation, error, false));
  }
  let sent: Sent;
  try {
    sent = await send();
  } catch (error) {
    const known = error instanceof GatewayError;
    if (!known) log().error({ err: error, operationId: operation.id }, "an answer was not understood");
    const mayHaveActed = !known || error.outcome === "unknown";
    return persistently((db) => finishFailed(db, operation, error, mayHaveActed));
  }
  return persistently((db) => succeed(db, operation.id, sent));
}

/** What Sezzle answered is known here alone until it is on disk: a database that is busy or full gets more than one chance. */
async function persistently<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
  for (const waitMs of [200, 1_000, 3_000]) {
    try {
      return await write(work);
    } catch (error) {
      log().error({ err: error }, "an operation's end could not be written, trying again");
      await sleep(waitMs);
    }
  }
  return write(work);
}

/** Sezzle said so: true whatever this operation was taken for in the meantime. */
async function succeed(db: Db, operationId: string, sent: Sent): Promise<Follow> {
  const operation = await existing(db, operationId);
  const now = new Date();
  if (sent.renewal?.approved === false) {
    // Under its own key Sezzle gives one answer for ever: this is a refusal on any try.
    await endOperation(db, operation, { state: "rejected", problem: notApprovedAgain }, now);
    await writeSaleState(db, operation.saleId, { now, counts: true });
    return { orderUuid: operation.orderUuid, operations: [] };
  }
  if (await namesAnothers(db, operation, sent)) {
    const named = { orderUuid: sent.checkout?.orderUuid, movementUuid: sent.movementUuid };
    log().error({ operationId, ...named }, "Sezzle's answer names what belongs to something else");
    return finishFailed(db, operation, null, true);
  }
  const movementUuid = sent.movementUuid ?? operation.movementUuid;
  const orderUuid = sent.checkout?.orderUuid;
  const following = sent.checkout ? await checkoutOpened(db, operation, sent.checkout, now) : [];
  if (sent.renewal) await keepRenewal(db, operation, sent.renewal.orderUuid, now);
  const end = { state: "succeeded", settledBy: "reply", movementUuid, orderUuid } as const;
  const replacement = await endOperation(db, operation, end, now);
  await writeSaleState(db, operation.saleId, { now, counts: operation.kind !== "set_reference" });
  return {
    orderUuid: orderUuid ?? sent.renewal?.orderUuid ?? operation.orderUuid,
    operations: replacement ? [...following, replacement] : following,
  };
}

/** Whether the answer names the order of another attempt or the movement of another operation: this one made neither. */
async function namesAnothers(
  db: Db,
  operation: Operation,
  { checkout, renewal, movementUuid }: Sent,
): Promise<boolean> {
  if (checkout) return isOrderOfAnother(db, operation, checkout.orderUuid);
  if (renewal) return isRenewalOfAnother(db, operation, renewal.orderUuid);
  const movement = movementUuid ? await findMovement(db, movementUuid) : null;
  return movement !== null && movement.operationId !== null && movement.operationId !== operation.id;
}

async function finishFailed(db: Db, sent: Operation, error: unknown, mayHaveActed: boolean): Promise<Follow> {
  const operation = await existing(db, sent.id);
  const now = new Date();
  // Only a first try can be refused for certain: after a lost answer a refusal may be about what that try did.
  if (!mayHaveActed && operation.tries === 1) {
    await endOperation(db, operation, { state: "rejected", problem: refusedProblem(operation, error) }, now);
  } else if (operation.state === "sending") {
    const retryAfterMs = error instanceof GatewayError ? error.retryAfterMs : undefined;
    const problem = unconfirmedProblem(error);
    await endOperation(db, operation, { state: "unconfirmed", problem, retryAfterMs }, now);
  }
  await writeSaleState(db, operation.saleId, { now, counts: operation.kind !== "set_reference" });
  return { orderUuid: operation.orderUuid, operations: [] };
}

async function existing(db: Db, operationId: string): Promise<Operation> {
  const operation = await findOperation(db, operationId);
  if (!operation) throw new Error(`no operation ${operationId}`);
  return operation;
}
