import { createHmac, hkdfSync, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findRoleIn, updateSession } from "#db/queries/people.ts";
import { forgetTries } from "#db/queries/sign-in-tries.ts";
import { findRegister } from "#db/queries/stores.ts";
import {
  endSessionsOnTablet,
  findTablet,
  insertTablet,
  type PairedTablet,
  putPairingCode,
  takePairingCode,
  updateTablet,
} from "#db/queries/tablets.ts";
import { deviceWords } from "#lib/device.ts";
import { may } from "#lib/people.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { randomCode } from "../auth/random-code.ts";
import { authSecret } from "../auth/secret.ts";
import { newTabletToken } from "../auth/tablet.ts";
import { countTry } from "../auth/tries.ts";
import type { Viewer } from "../auth/viewer.ts";
import { write } from "../database.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { notPaired, tooManyCodes, unknownRegister, unknownTablet, wrongPairingCode } from "./problems.ts";

const codeMs = 10 * 60_000;
/** Two groups of four: 30⁸ codes, of which one is right for ten minutes, and ten wrong ones are the most there can be. */
const codeGroups = 2;
/** One count for the house: whoever tries codes can come from anywhere. A new code from the desk opens it again. */
const triesKey = "pairing";

/** A code to be typed on a tablet, and until when it is good (ISO 8601). Shown once. */
export type PairingOffer = { code: string; until: string };

/** Makes a code that pairs one tablet with a register, in place of the code the register had. */
export function offerPairing(viewer: Viewer, registerId: string): Promise<Result<PairingOffer>> {
  const code = randomCode(codeGroups).toUpperCase();
  return write(async (db) => {
    const now = new Date();
    const register = await findRegister(db, registerId);
    if (!register || register.closedAt || !(await mayPair(db, viewer, register.storeId)))
      return refusal(unknownRegister);
    const expiresAt = new Date(now.getTime() + codeMs);
    await putPairingCode(db, { codeHash: hashOf(code), registerId, madeBy: viewer.personId, expiresAt }, now);
    await forgetTries(db, triesKey);
    return success({ code, until: expiresAt.toISOString() });
  });
}

/** The browser that types a code. */
export type Newcomer = {
  userAgent: string | null;
  address: string | null;
  /** What it was paired to until now, and who is signed in on it. */
  before: PairedTablet | null;
  sessionId: string | null;
};

/** Pairs a browser by a code and returns the token that is to be its cookie. Each code once; wrong ones are slowed, then refused. */
export async function pairTablet(typed: string, newcomer: Newcomer): Promise<Result<{ token: string }>> {
  const limit = await countTry(triesKey, newcomer.address);
  if (limit.isFirstRefusal)
    log().warn("too many wrong codes: no tablet can be paired until there is a new one");
  if (limit.refused) return refusal(tooManyCodes);
  await sleep(limit.delayMs);
  const { token, tokenHash } = newTabletToken();
  return write(async (db) => {
    const now = new Date();
    const taken = await takePairingCode(db, hashOf(typed), now);
    // Whoever made the code may have lost the right to it meanwhile.
    if (!taken || !(await mayPair(db, { personId: taken.code.madeBy }, taken.register.storeId)))
      return refusal(wrongPairingCode);
    await forgetTries(db, triesKey);
    const { code, register } = taken;
    if (newcomer.before) await unpair(db, newcomer.before.tablet.id, code.madeBy, now);
    const tablet = {
      ...{ id: randomUUID(), registerId: register.id, tokenHash, device: deviceWords(newcomer.userAgent) },
      ...{ pairedBy: code.madeBy, pairedAt: now, lastSeenAt: now, unpairedBy: null, unpairedAt: null },
    };
    await insertTablet(db, tablet);
    if (newcomer.sessionId) await updateSession(db, newcomer.sessionId, { tabletId: tablet.id });
    await insertHistory(db, {
      at: now,
      kind: "tablet.paired",
      storeId: register.storeId,
      registerId: register.id,
      personId: code.madeBy,
      data: { device: tablet.device },
    });
    return success({ token });
  });
}

/** Ends a pairing, and at once every session on the tablet. */
export function unpairTablet(viewer: Viewer, tabletId: string): Promise<Result<null>> {
  return write(async (db) => {
    const found = await findTablet(db, tabletId);
    if (!found || !(await mayPair(db, viewer, found.storeId))) return refusal(unknownTablet);
    if (found.tablet.unpairedAt) return refusal(notPaired);
    await unpair(db, tabletId, viewer.personId, new Date());
    return success(null);
  });
}

async function unpair(db: Db, tabletId: string, personId: string, now: Date): Promise<void> {
  const found = await findTablet(db, tabletId);
  if (!found || found.tablet.unpairedAt) return;
  await updateTablet(db, tabletId, { unpairedBy: personId, unpairedAt: now });
  await endSessionsOnTablet(db, tabletId, "unpaired", now);
  await insertHistory(db, {
    at: now,
    kind: "tablet.unpaired",
    storeId: found.storeId,
    registerId: found.tablet.registerId,
    personId,
    data: { device: found.tablet.device },
  });
}

async function mayPair(db: Db, { personId }: Pick<Viewer, "personId">, storeId: string): Promise<boolean> {
  const role = await findRoleIn(db, personId, storeId);
  return role !== null && may(role, "tablet.pair");
}

/** Of a code as somebody types it. Keyed: there are few enough codes to try them all on a copy of the database. */
function hashOf(code: string): string {
  const key = oncePerProcess("pairing key", () =>
    Buffer.from(hkdfSync("sha256", authSecret(), "", "till pairing code", 32)),
  );
  const compact = code.toLowerCase().replace(/[^0-9a-z]/g, "");
  return createHmac("sha256", key).update(compact).digest("base64url");
}
