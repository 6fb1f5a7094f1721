import { createHmac, hkdfSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/engine.ts";
import { hashPassword, verifyPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findPerson, findRoleIn, updatePerson } from "#db/queries/people.ts";
import { forgetTries } from "#db/queries/sign-in-tries.ts";
import { may } from "#lib/people.ts";
import { isGoodPin, pinComplaint } from "#lib/pin.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { read, write } from "../database.ts";
import { oncePerProcess } from "../once.ts";
import { cannotApprove, tooManyPins, wrongPin } from "../refunds/problems.ts";
import { type Proof, withProof } from "./prove.ts";
import { authSecret } from "./secret.ts";
import { countTry } from "./tries.ts";
import type { Viewer } from "./viewer.ts";

/** A count of its own: wrong PINs shut no sign-in, and wrong sign-ins no PIN. */
const triesKey = (personId: string) => `pin:${personId}`;

/**
 * What is hashed in place of the digits: there are so few of them that a copy of the database would soon give them away. After a
 * change of `AUTH_SECRET` a new PIN has to be chosen.
 */
function keyed(personId: string, pin: string): string {
  const key = oncePerProcess("pin key", () =>
    Buffer.from(hkdfSync("sha256", authSecret(), "", "till approval pin", 32)),
  );
  return createHmac("sha256", key).update(`${personId}:${pin}`).digest("base64url");
}

/** Sets the PIN with which the viewer approves on somebody else's screen, or (null) takes it away. */
export async function setPin(viewer: Viewer, proof: Proof, pin: string | null): Promise<Result<null>> {
  if (pin !== null && !isGoodPin(pin)) return refusal(weakPin(pin));
  const pinHash = pin === null ? null : await hashPassword(keyed(viewer.personId, pin));
  return withProof(viewer, proof, async (db, { id }, now) => {
    await updatePerson(db, id, { pinHash });
    await forgetTries(db, triesKey(id));
    const kind = pin === null ? "person.pin_removed" : "person.pin_chosen";
    await insertHistory(db, { at: now, kind, personId: id });
    return success(null);
  });
}

/** Whether a person has a PIN. */
export async function hasPin(personId: string): Promise<boolean> {
  const person = await read((db) => findPerson(db, personId));
  return person?.pinHash != null;
}

/** On whose screen, about which sale, a PIN is typed. */
export type PinPlace = { viewer: Pick<Viewer, "personId">; storeId: string; saleId: string };

/**
 * Checks the PIN of somebody who may approve in a store, then runs `approve` in a transaction in which it still is theirs. Wrong ones
 * are counted by manager, before they are looked at; they are slowed and then refused, and each stands in the history of both.
 */
export async function withPin<Value>(
  place: PinPlace,
  given: { managerId: string; pin: string },
  approve: (db: Db, now: Date) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { managerId } = given;
  const person = await read((db) => findHolder(db, managerId, place.storeId));
  if (!person?.pinHash) return refusePin(place, managerId, cannotApprove);
  const limit = await countTry(triesKey(managerId), null);
  if (limit.refused) {
    return limit.isFirstRefusal ? refusePin(place, managerId, tooManyPins) : refusal(tooManyPins);
  }
  await sleep(limit.delayMs);
  if (!(await verifyPassword(person.pinHash, keyed(managerId, given.pin)))) {
    return refusePin(place, managerId, wrongPin);
  }
  return write(async (db) => {
    const now = new Date();
    const current = await findHolder(db, managerId, place.storeId);
    // It may have been changed, or the role taken, while it was looked at.
    if (current?.pinHash !== person.pinHash) return refusal(cannotApprove);
    await forgetTries(db, triesKey(managerId));
    return approve(db, now);
  });
}

async function findHolder(db: Db, personId: string, storeId: string) {
  const role = await findRoleIn(db, personId, storeId);
  return role && may(role, "refund.approve") ? findPerson(db, personId) : null;
}

async function refusePin(
  { viewer, storeId, saleId }: PinPlace,
  managerId: string,
  problem: Problem,
): Promise<{ ok: false; problem: Problem }> {
  await write(async (db) => {
    const isOfStore = (await findRoleIn(db, managerId, storeId)) !== null;
    await insertHistory(db, {
      at: new Date(),
      kind: "action.refused",
      storeId,
      saleId,
      personId: viewer.personId,
      aboutPersonId: isOfStore ? managerId : null,
      data: { action: "refund.approve_by_pin", code: problem.code },
    });
  });
  return refusal(problem);
}

function weakPin(pin: string): Problem {
  return {
    code: "weak_pin",
    happened: pinComplaint(pin, "en") ?? "",
    money: "Nothing has changed.",
    next: "Choose another PIN.",
    fr: {
      happened: pinComplaint(pin, "fr") ?? "",
      money: "Rien n'a changé.",
      next: "Choisissez un autre NIP.",
    },
    field: "pin",
  };
}
