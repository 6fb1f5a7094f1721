"use server";

import type { Result } from "#lib/problem.ts";
import { setCapturePolicyAction } from "#lib/server/stores/actions.ts";

/** Sets when a store captures what Sezzle approves. */
export async function setCapturePolicy(given: unknown): Promise<Result<null>> {
  return setCapturePolicyAction(given);
}
