import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/engine.ts";
import { verifyPassword } from "#db/passwords.ts";
import { findPerson, findSession, type Person } from "#db/queries/people.ts";
import { findSecondFactor } from "#db/queries/second-factors.ts";
import { forgetTries } from "#db/queries/sign-in-tries.ts";
import { type Problem, type Result, refusal } from "#lib/problem.ts";
import { signedOut } from "../action-problems.ts";
import { read, write } from "../database.ts";
import { recordRefusal } from "./refusals.ts";
import { takeCode } from "./second-factor.ts";
import { countTry } from "./tries.ts";
import { isGoodSession, type Viewer } from "./viewer.ts";

/** What a signed-in person shows again before their own door is changed: the password, and a code where there is a factor. */
export type Proof = { password: string; code: string };

/**
 * Has a signed-in person prove again who they are, then runs `change` in the same transaction that uses the code up. Wrong ones
 * are slowed and then refused: an open screen is no way to try passwords.
 */
export async function withProof<Value>(
  viewer: Viewer,
  proof: Proof,
  change: (db: Db, person: Person, now: Date) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const triesKey = `proof:${viewer.personId}`;
  const limit = await countTry(triesKey, null);
  if (limit.refused) return limit.isFirstRefusal ? refuseProof(viewer, tooMany) : refusal(tooMany);
  await sleep(limit.delayMs);
  const person = await read((db) => findPerson(db, viewer.personId));
  if (!person || !(await verifyPassword(person.passwordHash, proof.password))) {
    return refuseProof(viewer, wrongPassword);
  }
  const result = await write(async (db) => {
    const now = new Date();
    const session = await sessionNow(db, viewer, now);
    // The password that was looked at may have been reset, or the session ended, while it was.
    if (session?.person.passwordHash !== person.passwordHash) return refusal(signedOut);
    const factor = await findSecondFactor(db, viewer.personId);
    if (factor?.confirmedAt && !(await takeCode(db, factor, proof.code, now))) return refusal(wrongCode);
    await forgetTries(db, triesKey);
    return change(db, session.person, now);
  });
  return !result.ok && result.problem.code === wrongCode.code ? refuseProof(viewer, wrongCode) : result;
}

/** A viewer's session and person as they are inside a transaction; null when it has ended meanwhile. */
export async function sessionNow(db: Db, { sessionId }: Viewer, now: Date) {
  const found = await findSession(db, sessionId);
  return found && isGoodSession(found, now) ? found : null;
}

async function refuseProof(viewer: Viewer, problem: Problem) {
  await recordRefusal(viewer, "account.prove", problem.code);
  return refusal(problem);
}

const wrongPassword: Problem = {
  code: "wrong_password",
  happened: "The current password is not right.",
  money: "Nothing has changed.",
  next: "Type it again.",
  fr: {
    happened: "Le mot de passe actuel n'est pas le bon.",
    money: "Rien n'a changé.",
    next: "Saisissez-le de nouveau.",
  },
  field: "password",
};

const wrongCode: Problem = {
  code: "wrong_code",
  happened: "The code is not right, or was used before.",
  money: "Nothing has changed.",
  next: "Wait for the next code in your app, or use a recovery code.",
  fr: {
    happened: "Le code n'est pas le bon, ou a déjà servi.",
    money: "Rien n'a changé.",
    next: "Attendez le prochain code de votre application, ou utilisez un code de secours.",
  },
  field: "code",
};

const tooMany: Problem = {
  code: "too_many",
  happened: "There were too many wrong tries.",
  money: "Nothing has changed.",
  next: "Wait a quarter of an hour, then try again.",
  fr: {
    happened: "Il y a eu trop d'essais erronés.",
    money: "Rien n'a changé.",
    next: "Attendez un quart d'heure, puis réessayez.",
  },
};
