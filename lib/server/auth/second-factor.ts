import { createHash } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { type SecondFactor, spendRecoveryCode, takeStep } from "#db/queries/second-factors.ts";
import { randomCode } from "./random-code.ts";
import { unseal } from "./seal.ts";
import { stepOfCode } from "./totp.ts";

const recoveryCodeCount = 10;
/** 30¹⁶ codes, 78 bits: a plain hash of one is not to be turned around. */
const recoveryCodeGroups = 4;

/** Recovery codes to be shown once, and what is kept of them. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: recoveryCodeCount }, () => randomCode(recoveryCodeGroups));
  return { codes, hashes: codes.map((code) => hashOf(compact(code))) };
}

/**
 * Takes a code for a second factor: six digits of now from the app, or a recovery code. Each once: run in the transaction that
 * does what the code is for. False when the code is neither.
 */
export async function takeCode(db: Db, factor: SecondFactor, typed: string, now: Date): Promise<boolean> {
  const code = compact(typed);
  if (/^\d{6}$/.test(code)) {
    const secret = unseal(factor.sealedSecret);
    const step = secret ? stepOfCode(secret, code, now) : null;
    return step !== null && takeStep(db, factor.personId, step);
  }
  const { personId } = factor;
  if (!(await spendRecoveryCode(db, personId, hashOf(code), now))) return false;
  await insertHistory(db, { at: now, kind: "person.recovery_code_used", personId });
  return true;
}

function compact(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, "");
}

function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("base64url");
}
