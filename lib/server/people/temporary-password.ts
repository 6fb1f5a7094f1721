import { randomCode } from "../auth/random-code.ts";

const lifeMs = 3 * 24 * 60 * 60_000;

/** A password that somebody else gave: shown once, and good for choosing one's own. */
export type TemporaryPassword = { signInName: string; password: string; until: string };

/** A random password that can be read aloud, 59 bits. */
export function newTemporaryPassword(): string {
  return randomCode(3);
}

/** Until when a temporary password that is given now can be used. */
export function temporaryUntil(now: Date): Date {
  return new Date(now.getTime() + lifeMs);
}
