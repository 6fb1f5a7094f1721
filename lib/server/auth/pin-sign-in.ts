import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/engine.ts";
import { passwordsWaiting } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findPerson, findRoleIn, type Person } from "#db/queries/people.ts";
import { forgetTries } from "#db/queries/sign-in-tries.ts";
import { findPairedTablet, type PairedTablet } from "#db/queries/tablets.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { pinFits, pinTriesKey } from "./pin-hash.ts";
import { mostWaiting } from "./sign-in.ts";
import { type SignInPlace, startSession } from "./start-session.ts";
import { countTry } from "./tries.ts";

export type PinSignIn = SignInPlace & { personId: string; pin: string };

/** `pin_shut`: after too many wrong ones on this tablet; whether this one was right is not said. */
export type PinRefusal = { ok: false; why: "not_paired" | "no_pin" | "wrong_pin" | "pin_shut" | "too_many" };

/**
 * Signs a member of a paired tablet's store in with their PIN. Wrong ones are counted by person and tablet before they are looked
 * at, slowed, and then refused for a while on that tablet alone: nobody shuts a PIN anywhere else.
 */
export async function signInByPin(given: PinSignIn): Promise<{ ok: true; sessionId: string } | PinRefusal> {
  const { personId, pin, tablet: here } = given;
  if (!here) return { ok: false, why: "not_paired" };
  const person = await read((db) => findHolder(db, personId, here));
  if (!person?.pinHash) return { ok: false, why: "no_pin" };
  const triesKey = pinTriesKey(personId, `on ${here.tablet.id}`);
  const limit = await countTry(triesKey, null);
  if (limit.refused) return limit.isFirstRefusal ? refuse(here, personId, "pin_shut") : shut;
  if (passwordsWaiting() > mostWaiting) {
    log().warn("more sign-ins at once than can be looked at: one was turned away");
    return { ok: false, why: "too_many" };
  }
  await sleep(limit.delayMs);
  if (!(await pinFits(person, pin))) return refuse(here, personId, "wrong_pin");
  return write(async (db) => {
    const now = new Date();
    // It may have been changed, the role taken or the tablet unpaired, while it was looked at.
    const isPaired = await findPairedTablet(db, here.tablet.tokenHash);
    if (!isPaired) return { ok: false, why: "not_paired" };
    const current = await findHolder(db, personId, here);
    if (current?.pinHash !== person.pinHash) return { ok: false, why: "no_pin" };
    await forgetTries(db, triesKey);
    return { ok: true, sessionId: await startSession(db, personId, given, now, true) };
  });
}

const shut: PinRefusal = { ok: false, why: "pin_shut" };

/** Somebody who works in the tablet's store and has a password of their own: a reset one shuts the PIN, too. */
async function findHolder(db: Db, personId: string, { store }: PairedTablet): Promise<Person | null> {
  if (!(await findRoleIn(db, personId, store.id))) return null;
  const person = await findPerson(db, personId);
  return person?.passwordUntil === null ? person : null;
}

async function refuse(
  { store, register }: PairedTablet,
  personId: string,
  why: PinRefusal["why"],
): Promise<PinRefusal> {
  await write((db) =>
    insertHistory(db, {
      at: new Date(),
      kind: "person.sign_in_refused",
      storeId: store.id,
      registerId: register.id,
      personId,
      data: { code: why },
    }),
  );
  return { ok: false, why };
}
