import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/engine.ts";
import { hashPassword, passwordsWaiting, verifyPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import {
  endSession,
  findPerson,
  findPersonBySignInName,
  findSession,
  hasSignedInOn,
  type Person,
  updatePerson,
} from "#db/queries/people.ts";
import { findSecondFactor } from "#db/queries/second-factors.ts";
import { forgetTries, forgetTriesOfPin } from "#db/queries/sign-in-tries.ts";
import { isGoodPassword } from "#lib/password.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { takeCode } from "./second-factor.ts";
import { type SignInPlace, startSession } from "./start-session.ts";
import { countTry, mayNoteUnknown } from "./tries.ts";
import { isGoodSession } from "./viewer.ts";

const decoy = () => oncePerProcess("decoy hash", () => hashPassword(randomUUID()));

/** More sign-ins than this at once are a flood, and those that come then are turned away. */
export const mostWaiting = 40;

export type SignInInput = SignInPlace & {
  signInName: string;
  password: string;
  /** Of the authenticator app or a recovery code; empty when none was asked for yet. */
  code: string;
  /** One's own, where the password is one that somebody else gave; empty otherwise. */
  newPassword: string;
  address: string | null;
};

/**
 * A sign-in that did not start a session. `too_many`: after too many wrong ones; whether this one was right is not said. The
 * last four are said only to who has the right password.
 */
export type SignInRefusal = {
  ok: false;
  why: "wrong" | "too_many" | "code_needed" | "wrong_code" | "new_password_needed" | "weak_password";
};

export type SignInAnswer = { ok: true; sessionId: string } | SignInRefusal;

/**
 * Checks who somebody is and starts a session: name and password, then the second factor where there is one, then a password
 * of one's own in place of a temporary one. Wrong ones are slowed and then refused for a while, by account; by
 * address they are slowed. The answer and the time it takes are the same for a name that does not exist.
 */
export async function signIn(given: SignInInput): Promise<SignInAnswer> {
  const name = given.signInName.trim().toLowerCase();
  const { person, triesKey } = await read(async (db) => {
    const person = await findPersonBySignInName(db, name);
    const isKnownHere = given.browserId && (await hasSignedInOn(db, person?.id ?? "", given.browserId));
    // A browser they have signed in on before counts by itself: nobody elsewhere can shut them out of it.
    return { person, triesKey: isKnownHere ? `account:${name} on ${given.browserId}` : `account:${name}` };
  });
  const limit = await countTry(triesKey, given.address);
  if (limit.refused) {
    return limit.isFirstRefusal ? refuse(person, "too_many") : { ok: false, why: "too_many" };
  }
  if (passwordsWaiting() > mostWaiting) {
    log().warn("more sign-ins at once than can be looked at: one was turned away");
    return { ok: false, why: "too_many" };
  }
  await sleep(limit.delayMs);
  const fits = await verifyPassword(person?.passwordHash ?? (await decoy()), given.password);
  if (!person || !fits || !maySignIn(person, new Date())) return refuse(person, "wrong");
  const isTemporary = person.passwordUntil !== null;
  const ownHash = isTemporary && isOwnPassword(person, given) ? await hashPassword(given.newPassword) : null;
  return write<SignInAnswer>(async (db) => {
    const now = new Date();
    // Looked at again inside the transaction: they may have been disabled or reset meanwhile.
    const current = await findPerson(db, person.id);
    if (current?.passwordHash !== person.passwordHash || !maySignIn(current, now)) {
      return refuseIn(db, person, "wrong", now);
    }
    const factor = await findSecondFactor(db, person.id);
    if (factor?.confirmedAt) {
      if (given.code === "") return askForCode(db, person, now);
      if (isTemporary && !ownHash) return { ok: false, why: newPasswordRefusal(given) };
      if (!(await takeCode(db, factor, given.code, now))) return refuseIn(db, person, "wrong_code", now);
    }
    if (isTemporary && !ownHash) return { ok: false, why: newPasswordRefusal(given) };
    if (ownHash) {
      await updatePerson(db, person.id, { passwordHash: ownHash, passwordUntil: null });
      await insertHistory(db, { at: now, kind: "person.password_changed", personId: person.id });
    }
    await forgetTries(db, triesKey);
    // Whoever has shown their password needs nobody to open the PIN again.
    await forgetTriesOfPin(db, person.id);
    return { ok: true, sessionId: await startSession(db, person.id, given, now) };
  });
}

/** A person who is not disabled, and whose password has not run out before they chose their own. */
function maySignIn(person: Person, now: Date): boolean {
  return person.disabledAt === null && (person.passwordUntil === null || person.passwordUntil > now);
}

function isOwnPassword(person: Person, { password, newPassword }: SignInInput): boolean {
  return isGoodPassword(newPassword, person.signInName) && newPassword !== password;
}

function newPasswordRefusal({ newPassword }: SignInInput): SignInRefusal["why"] {
  return newPassword === "" ? "new_password_needed" : "weak_password";
}

/** Whoever has the password and stops here leaves a trace. */
async function askForCode(db: Db, { id }: Person, now: Date): Promise<SignInRefusal> {
  await insertHistory(db, { at: now, kind: "person.code_asked", personId: id });
  return { ok: false, why: "code_needed" };
}

function refuse(person: Person | null, why: SignInRefusal["why"]): Promise<SignInRefusal> {
  return write((db) => refuseIn(db, person, why, new Date()));
}

async function refuseIn(
  db: Db,
  person: Person | null,
  why: SignInRefusal["why"],
  now: Date,
): Promise<SignInRefusal> {
  if (person || (await mayNoteUnknown(db, now))) {
    const personId = person?.id ?? null;
    await insertHistory(db, { at: now, kind: "person.sign_in_refused", personId, data: { code: why } });
  }
  return { ok: false, why };
}

/** Ends a session by its person's wish; one that is over stays as it is. */
export async function signOut(sessionId: string): Promise<void> {
  await write(async (db) => {
    const now = new Date();
    const found = await findSession(db, sessionId);
    if (!found || !isGoodSession(found, now)) return;
    const personId = found.person.id;
    const ended = await endSession(db, { id: sessionId, personId }, "signed_out", now);
    if (ended) await insertHistory(db, { at: now, kind: "person.signed_out", personId });
  });
}
