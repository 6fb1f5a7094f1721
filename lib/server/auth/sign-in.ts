import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { hashPassword, verifyPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { endSession, findPersonBySignInName, insertSession } from "#db/queries/people.ts";
import { countTries, forgetOldTries, forgetTries, setTries } from "#db/queries/sign-in-tries.ts";
import { countedMs, limitByAccount, limitByAddress, type SignInLimit } from "#lib/sign-in-limits.ts";
import { read, write } from "../database.ts";
import { oncePerProcess } from "../once.ts";

/** How long a sign-in lasts at most: a long working day. */
export const sessionMs = 14 * 60 * 60_000;

const decoy = () => oncePerProcess("decoy hash", () => hashPassword(randomUUID()));

/** A sign-in that was refused. `too_many`: after too many wrong ones; whether this one was right is not said. */
export type SignInRefusal = { ok: false; why: "wrong" | "too_many" };

/**
 * Checks a sign-in name and password and starts a session. Wrong ones are slowed and then refused for a while, by account;
 * by address they are slowed. The answer and the time it takes are the same for a name that does not exist.
 */
export async function signIn(given: {
  signInName: string;
  password: string;
  address: string | null;
}): Promise<{ ok: true; sessionId: string } | SignInRefusal> {
  const name = given.signInName.trim().toLowerCase();
  const accountKey = `account:${name}`;
  const limit = await countTry(accountKey, given.address);
  if (limit.refused) {
    await refuse(null, "too_many");
    return { ok: false, why: "too_many" };
  }
  await sleep(limit.delayMs);
  const person = await read((db) => findPersonBySignInName(db, name));
  const fits = await verifyPassword(person?.passwordHash ?? (await decoy()), given.password);
  if (!person || !fits || person.disabledAt) {
    await refuse(person?.id ?? null, "wrong");
    return { ok: false, why: "wrong" };
  }
  const sessionId = randomUUID();
  await write(async (db) => {
    const now = new Date();
    await forgetTries(db, accountKey);
    await insertSession(db, {
      id: sessionId,
      personId: person.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + sessionMs),
      endedAt: null,
      endReason: null,
    });
    await insertHistory(db, { at: now, kind: "person.signed_in", personId: person.id });
  });
  return { ok: true, sessionId };
}

/** Counts a try before it is made, so that many at once count as many. Returns what it costs. */
function countTry(accountKey: string, address: string | null): Promise<SignInLimit> {
  return write(async (db) => {
    const now = new Date();
    const since = new Date(now.getTime() - countedMs);
    await forgetOldTries(db, since);
    const byAccount = await countTries(db, accountKey, since);
    const account = limitByAccount(byAccount);
    // A refused try is not counted: the refusal ends a while after the last one that was.
    if (account.refused) return account;
    await setTries(db, accountKey, byAccount + 1, now);
    if (!address) return account;
    const addressKey = `address:${address}`;
    const byAddress = await countTries(db, addressKey, since);
    await setTries(db, addressKey, byAddress + 1, now);
    return { refused: false, delayMs: Math.max(account.delayMs, limitByAddress(byAddress).delayMs) };
  });
}

async function refuse(personId: string | null, code: string): Promise<void> {
  await write((db) =>
    insertHistory(db, { at: new Date(), kind: "person.sign_in_refused", personId, data: { code } }),
  );
}

/** Ends a session by its person's wish. */
export async function signOut(sessionId: string, personId: string): Promise<void> {
  await write(async (db) => {
    const now = new Date();
    await endSession(db, sessionId, "signed_out", now);
    await insertHistory(db, { at: now, kind: "person.signed_out", personId });
  });
}
