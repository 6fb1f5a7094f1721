"use server";

import type { RetriedEvents } from "#lib/operator-view.ts";
import type { Result } from "#lib/problem.ts";
import { retryEventsAction } from "#lib/server/operator/actions.ts";

/** Tries one event again that could not be worked off, or all. */
export async function retryEvents(given: unknown): Promise<Result<RetriedEvents>> {
  return retryEventsAction(given);
}
