"use server";

import type { Result } from "#lib/problem.ts";
import { offerPairingAction, unpairTabletAction } from "#lib/server/tablets/actions.ts";
import type { PairingOffer } from "#lib/server/tablets/pairing.ts";

/** Makes a code with which one tablet can be paired with a register. */
export async function offerPairing(given: unknown): Promise<Result<PairingOffer>> {
  return offerPairingAction(given);
}

/** Ends a tablet's pairing, and the sessions on it. */
export async function unpairTablet(given: unknown): Promise<Result<null>> {
  return unpairTabletAction(given);
}
