import { randomInt, timingSafeEqual } from "node:crypto";
import { countPeople } from "#db/queries/people.ts";
import { read } from "../database.ts";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";

const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 30¹² codes: not to be found by trying. */
const codeLength = 12;
const holder = () => oncePerProcess("setup code", () => ({ code: null as string | null }));

/** Tells whether the till has no people yet, so that the first visitor with the code becomes its owner. */
export async function needsOwner(): Promise<boolean> {
  return env().mode !== "local" && (await read(countPeople)) === 0;
}

/** Makes the one-time code and prints it to the log, where only who runs the till can read it. */
export function printSetupCode(): void {
  const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join("");
  holder().code = code;
  log().warn(`This till has no owner yet. Open ${env().appUrl}/welcome and enter the one-time code ${code}`);
}

/** Tells whether this is the code. Spaces, dashes and small letters do no harm. */
export function isSetupCode(typed: string): boolean {
  const { code } = holder();
  if (!code) return false;
  const given = Buffer.from(
    typed
      .toUpperCase()
      .replace(/[\s-]/g, "")
      .padEnd(codeLength)
      .slice(0, codeLength * 4),
  );
  const right = Buffer.from(code);
  return given.length === right.length && timingSafeEqual(given, right);
}

/** The code has made its owner and is good for nothing any more. */
export function spendSetupCode(): void {
  holder().code = null;
}
