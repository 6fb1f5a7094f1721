"use server";

import type { Result } from "#lib/problem.ts";
import type { ActOutcome } from "#lib/server/payments/actions.ts";
import * as payments from "#lib/server/payments/actions.ts";

/** Deletes the checkout of a sale that was given up. */
export async function cancel(given: unknown): Promise<Result<ActOutcome>> {
  return payments.cancelAction(given);
}

/** Captures all or part of what is approved. */
export async function capture(given: unknown): Promise<Result<ActOutcome>> {
  return payments.captureAction(given);
}

/** Lets all or part of what is approved and not captured go. */
export async function release(given: unknown): Promise<Result<ActOutcome>> {
  return payments.releaseAction(given);
}

/** Refunds all or part of what is captured. */
export async function refund(given: unknown): Promise<Result<ActOutcome>> {
  return payments.refundAction(given);
}

/** Sets the receipt number as the order's reference at Sezzle. */
export async function setReference(given: unknown): Promise<Result<ActOutcome>> {
  return payments.setReferenceAction(given);
}

/** Asks Sezzle for the order now, and settles what is not confirmed. */
export async function ask(given: unknown): Promise<Result<ActOutcome>> {
  return payments.askAction(given);
}

/** Lets an operation go whose end nobody can tell, and that Sezzle does not show. */
export async function giveUp(given: unknown): Promise<Result<ActOutcome>> {
  return payments.giveUpAction(given);
}

/** Sends a new link for a sale; one that still works is deleted first. */
export async function sendAgain(given: unknown): Promise<Result<ActOutcome>> {
  return payments.sendAgainAction(given);
}

/** Deletes another link of a sale, or releases what is approved on it. */
export async function closeOther(given: unknown): Promise<Result<ActOutcome>> {
  return payments.closeOtherAction(given);
}

/** Has Sezzle approve a sale again whose approval ran out. */
export async function reauthorize(given: unknown): Promise<Result<ActOutcome>> {
  return payments.reauthorizeAction(given);
}

/** Finds a sale's order by the uuid that Sezzle's dashboard shows. */
export async function enterOrder(given: unknown): Promise<Result<ActOutcome>> {
  return payments.enterOrderAction(given);
}
