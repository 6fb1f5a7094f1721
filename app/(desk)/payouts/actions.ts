"use server";

import type { Result } from "#lib/problem.ts";
import { readPayoutsAction, resolveDifferenceAction } from "#lib/server/payouts/actions.ts";

/** Reads the payouts from Sezzle now; one of them again when it is named. */
export async function readPayouts(given: unknown): Promise<Result<string>> {
  return readPayoutsAction(given);
}

/** Notes what came of a difference. */
export async function resolveDifference(given: unknown): Promise<Result<null>> {
  return resolveDifferenceAction(given);
}
