import { cookies, headers } from "next/headers";
import { z } from "zod";
import { endSession } from "#db/queries/people.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { refuse, rightAction, screenAction, strangerAction } from "../action.ts";
import { clientAddress } from "../auth/address.ts";
import { browserCookieOptions } from "../auth/cookies.ts";
import { currentViewer } from "../auth/session.ts";
import { currentTablet, tabletCookie } from "../auth/tablet.ts";
import { write } from "../database.ts";
import { offerPairing, type PairingOffer, pairTablet, unpairTablet } from "./pairing.ts";
import { notPaired } from "./problems.ts";

const id = z.string().max(100);

/** Makes a code with which one tablet can be paired with a register of the viewer's. */
export const offerPairingAction = rightAction(
  "tablet.pair",
  "tablets.offer",
  z.object({ registerId: id }),
  async (viewer, { registerId }): Promise<Result<PairingOffer>> => {
    const offered = await offerPairing(viewer, registerId);
    return offered.ok ? offered : refuse(viewer, "tablets.offer", offered.problem);
  },
);

/** Ends a pairing and the sessions on that tablet. */
export const unpairTabletAction = rightAction(
  "tablet.pair",
  "tablets.unpair",
  z.object({ tabletId: id }),
  async (viewer, { tabletId }): Promise<Result<null>> => {
    const unpaired = await unpairTablet(viewer, tabletId);
    if (unpaired.ok || unpaired.problem.code === notPaired.code) return unpaired;
    return refuse(viewer, "tablets.unpair", unpaired.problem);
  },
);

/** Pairs the browser that sends it, by a code from the desk. Needs no session: the code is what counts. */
export const pairTabletAction = strangerAction(
  "tablets.pair",
  z.object({ code: z.string().max(40) }),
  async ({ code }): Promise<Result<null>> => {
    const sent = await headers();
    const viewer = await currentViewer();
    const paired = await pairTablet(code, {
      userAgent: sent.get("user-agent"),
      address: clientAddress(sent.get("x-forwarded-for")),
      before: await currentTablet(),
      sessionId: viewer?.sessionId ?? null,
    });
    if (!paired.ok) return paired;
    (await cookies()).set(tabletCookie(), paired.value.token, browserCookieOptions());
    return success(null);
  },
);

/**
 * Locks the paired tablet it is sent from: the session is over, and the next person types their PIN. It names the session that is to
 * end, so that one that is sent again late locks nobody out who has come since.
 */
export const lockTabletAction = screenAction(
  "tablets.lock",
  z.object({ sessionId: id }),
  async ({ sessionId, personId, tabletId }, meant): Promise<Result<null>> => {
    if (!tabletId) return refusal(notPaired);
    if (meant.sessionId !== sessionId) return success(null);
    await write((db) => endSession(db, { id: sessionId, personId }, "locked", new Date()));
    return success(null);
  },
);
