"use server";

import type { Result } from "#lib/problem.ts";
import { closeDayAction } from "#lib/server/days/actions.ts";

/** Signs a business day off. */
export async function closeDay(given: unknown): Promise<Result<null>> {
  return closeDayAction(given);
}
