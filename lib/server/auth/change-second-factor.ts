import { toString as renderQr } from "qrcode";
import { insertHistory } from "#db/queries/history.ts";
import { endSessionsOf } from "#db/queries/people.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  replaceRecoveryCodes,
} from "#db/queries/second-factors.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { signedOut } from "../action-problems.ts";
import { read, write } from "../database.ts";
import { type Proof, sessionNow, withProof } from "./prove.ts";
import { recordRefusal } from "./refusals.ts";
import { seal } from "./seal.ts";
import { newRecoveryCodes, takeCode } from "./second-factor.ts";
import { newTotpSecret, totpUri } from "./totp.ts";
import type { Viewer } from "./viewer.ts";

/** What an authenticator app is to be told: a QR code (SVG), or the secret typed by hand. Shown once. */
export type FactorOffer = { qr: string; secret: string };

/** Whether a person has a second factor, and how many recovery codes are left of it. */
export async function secondFactorOf(personId: string): Promise<{ isOn: boolean; codesLeft: number }> {
  return read(async (db) => {
    const factor = await findSecondFactor(db, personId);
    const isOn = Boolean(factor?.confirmedAt);
    return { isOn, codesLeft: isOn ? await countRecoveryCodes(db, personId) : 0 };
  });
}

/** Makes a secret for the viewer's app. It is asked for at sign-in only once a code has confirmed it. */
export async function offerSecondFactor(viewer: Viewer, proof: Proof): Promise<Result<FactorOffer>> {
  const secret = newTotpSecret();
  const offered = await withProof(viewer, proof, async (db, { id }, now) => {
    if ((await findSecondFactor(db, id))?.confirmedAt) return refusal(isOnAlready);
    await beginSecondFactor(db, { personId: id, sealedSecret: seal(secret), createdAt: now });
    return success(null);
  });
  if (!offered.ok) return offered;
  const qr = await renderQr(totpUri(secret, viewer.signInName), { type: "svg", margin: 2 });
  return success({ qr, secret });
}

/** Turns the offered second factor on with a first code of the app, and ends the viewer's other sessions. Answers recovery codes. */
export async function turnOnSecondFactor(viewer: Viewer, code: string): Promise<Result<{ codes: string[] }>> {
  const { codes, hashes } = newRecoveryCodes();
  const { personId, sessionId } = viewer;
  const result = await write<Result<{ codes: string[] }>>(async (db) => {
    const now = new Date();
    if (!(await sessionNow(db, viewer, now))) return refusal(signedOut);
    const factor = await findSecondFactor(db, personId);
    if (!factor || factor.confirmedAt) return refusal(factor ? isOnAlready : nothingOffered);
    if (!(await takeCode(db, factor, code, now))) return refusal(wrongFirstCode);
    await confirmSecondFactor(db, personId, now);
    await replaceRecoveryCodes(db, personId, hashes);
    await endSessionsOf(db, personId, "second_factor_changed", now, sessionId);
    await insertHistory(db, { at: now, kind: "person.second_factor_on", personId });
    return success({ codes });
  });
  if (!result.ok && result.problem.code === wrongFirstCode.code) {
    await recordRefusal(viewer, "account.second_factor", wrongFirstCode.code);
  }
  return result;
}

/** Turns the viewer's second factor off. */
export function turnOffSecondFactor(viewer: Viewer, proof: Proof): Promise<Result<null>> {
  return withProof(viewer, proof, async (db, { id }, now) => {
    if (!(await findSecondFactor(db, id))?.confirmedAt) return refusal(nothingOffered);
    await deleteSecondFactor(db, id);
    await insertHistory(db, { at: now, kind: "person.second_factor_off", personId: id });
    return success(null);
  });
}

/** Gives the viewer new recovery codes; the earlier ones are good for nothing any more. */
export function renewRecoveryCodes(viewer: Viewer, proof: Proof): Promise<Result<{ codes: string[] }>> {
  const { codes, hashes } = newRecoveryCodes();
  return withProof(viewer, proof, async (db, { id }, now) => {
    if (!(await findSecondFactor(db, id))?.confirmedAt) return refusal(nothingOffered);
    await replaceRecoveryCodes(db, id, hashes);
    await insertHistory(db, { at: now, kind: "person.recovery_codes_made", personId: id });
    return success({ codes });
  });
}

const isOnAlready: Problem = {
  code: "is_on",
  happened: "Your second factor is on already.",
  money: "Nothing has changed.",
  next: "Turn it off first if you have a new device.",
  fr: {
    happened: "Votre deuxième facteur est déjà activé.",
    money: "Rien n'a changé.",
    next: "Désactivez-le d'abord si vous avez un nouvel appareil.",
  },
};

const nothingOffered: Problem = {
  code: "nothing_offered",
  happened: "There is no second factor to go on with.",
  money: "Nothing has changed.",
  next: "Begin again.",
  fr: {
    happened: "Il n'y a pas de deuxième facteur à activer.",
    money: "Rien n'a changé.",
    next: "Recommencez du début.",
  },
};

const wrongFirstCode: Problem = {
  code: "wrong_code",
  happened: "This is not the code the app shows now.",
  money: "Nothing has changed.",
  next: "Wait for the app's next code and type that. Check that the device's clock is right.",
  fr: {
    happened: "Ce n'est pas le code que l'application montre maintenant.",
    money: "Rien n'a changé.",
    next: "Attendez le prochain code de l'application et saisissez-le. Vérifiez que l'horloge de l'appareil est à l'heure.",
  },
  field: "code",
};
