"use server";

import type { Result } from "#lib/problem.ts";
import type { ActOutcome } from "#lib/server/payments/actions.ts";
import * as refunds from "#lib/server/refunds/actions.ts";

/** Asks the managers of the store, on their own screens, to approve a refund. */
export async function askRefund(given: unknown): Promise<Result<ActOutcome>> {
  return refunds.askRefundAction(given);
}

/** Makes a refund that a manager approves on the spot, with their PIN. */
export async function refundByPin(given: unknown): Promise<Result<ActOutcome>> {
  return refunds.refundByPinAction(given);
}

/** Approves the refund that waits, with a manager's PIN on somebody else's screen. */
export async function approveByPin(given: unknown): Promise<Result<ActOutcome>> {
  return refunds.approveByPinAction(given);
}

/** Approves the refund that waits, from a manager's own screen. */
export async function approveRefund(given: unknown): Promise<Result<ActOutcome>> {
  return refunds.approveRefundAction(given);
}

/** Declines the refund that waits. */
export async function declineRefund(given: unknown): Promise<Result<ActOutcome>> {
  return refunds.declineRefundAction(given);
}

/** Takes back the refund one asked for. */
export async function withdrawRefund(given: unknown): Promise<Result<ActOutcome>> {
  return refunds.withdrawRefundAction(given);
}
