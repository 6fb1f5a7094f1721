"use server";

import type { Result } from "#lib/problem.ts";
import * as tablets from "#lib/server/tablets/actions.ts";

/** Makes the browser it is sent from a register's tablet, by a code from the desk. Needs no session. */
export async function pairTablet(given: unknown): Promise<Result<null>> {
  return tablets.pairTabletAction(given);
}

/** Locks the paired tablet it is sent from. */
export async function lockTablet(given: unknown): Promise<Result<null>> {
  return tablets.lockTabletAction(given);
}
