import { randomUUID } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { insertSession } from "#db/queries/people.ts";
import { endSessionsOnTablet, type PairedTablet, updateTablet } from "#db/queries/tablets.ts";
import { deviceWords } from "#lib/device.ts";
import { sessionMs } from "./session-limits.ts";

/** Where somebody signs in, as their request says it. */
export type SignInPlace = {
  userAgent: string | null;
  browserId: string | null;
  /** The paired tablet it came from. */
  tablet: PairedTablet | null;
};

/** Starts a session and returns its id. A paired tablet is one person's at a time: whoever was signed in there no longer is. */
export async function startSession(
  db: Db,
  personId: string,
  { userAgent, browserId, tablet: here }: SignInPlace,
  now: Date,
  byPin = false,
): Promise<string> {
  const id = randomUUID();
  const tabletId = here?.tablet.id ?? null;
  await insertSession(db, {
    id,
    personId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + sessionMs),
    device: deviceWords(userAgent),
    browserId,
    tabletId,
    byPin,
  });
  if (tabletId) {
    await endSessionsOnTablet(db, tabletId, "locked", now, id);
    await updateTablet(db, tabletId, { lastSeenAt: now });
  }
  await insertHistory(db, {
    at: now,
    kind: "person.signed_in",
    personId,
    ...(here ? { storeId: here.store.id, registerId: here.register.id } : {}),
    ...(byPin ? { data: { byPin } } : {}),
  });
  return id;
}
