import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findPerson, findRoleIn, updatePerson } from "#db/queries/people.ts";
import { forgetTries, forgetTriesOfPin } from "#db/queries/sign-in-tries.ts";
import { endPinSessionsOf } from "#db/queries/tablets.ts";
import { may } from "#lib/people.ts";
import { isGoodPin, pinComplaint } from "#lib/pin.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { read, write } from "../database.ts";
import { cannotApprove, tooManyPins, wrongPin } from "../refunds/problems.ts";
import { hashPin, pinFits, pinTriesKey } from "./pin-hash.ts";
import { type Proof, withProof } from "./prove.ts";
import { countTry } from "./tries.ts";
import type { Viewer } from "./viewer.ts";

/** Sets the PIN with which the viewer signs in on paired tablets and approves on others' screens, or (null) takes it away. */
export async function setPin(viewer: Viewer, proof: Proof, pin: string | null): Promise<Result<null>> {
  if (pin !== null && !isGoodPin(pin)) return refusal(weakPin(pin));
  const pinHash = pin === null ? null : await hashPin(viewer.personId, pin);
  return withProof(viewer, proof, async (db, { id }, now) => {
    await updatePerson(db, id, { pinHash });
    await forgetTriesOfPin(db, id);
    await endPinSessionsOf(db, id, "ended", now);
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
 * are counted by manager and by who types, before they are looked at; they are slowed and then refused to that person alone, and each
 * stands in the history of both.
 */
export async function withPin<Value>(
  place: PinPlace,
  given: { managerId: string; pin: string },
  approve: (db: Db, now: Date) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { managerId } = given;
  const person = await read((db) => findHolder(db, managerId, place.storeId));
  if (!person?.pinHash) return refusePin(place, managerId, cannotApprove);
  const triesKey = pinTriesKey(managerId, `by ${place.viewer.personId}`);
  const limit = await countTry(triesKey, null);
  if (limit.refused) {
    return limit.isFirstRefusal ? refusePin(place, managerId, tooManyPins) : refusal(tooManyPins);
  }
  await sleep(limit.delayMs);
  if (!(await pinFits(person, given.pin))) {
    return refusePin(place, managerId, wrongPin);
  }
  return write(async (db) => {
    const now = new Date();
    const current = await findHolder(db, managerId, place.storeId);
    // It may have been changed, or the role taken, while it was looked at.
    if (current?.pinHash !== person.pinHash) return refusal(cannotApprove);
    await forgetTries(db, triesKey);
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
    field: "pin",
    fr: {
      happened: pinComplaint(pin, "fr") ?? "",
      money: "Rien n'a changé.",
      next: "Choisissez un autre NIP.",
    },
  };
}
