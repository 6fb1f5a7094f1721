import { createHmac, hkdfSync } from "node:crypto";
import { hashPassword, verifyPassword } from "#db/passwords.ts";
import type { Person } from "#db/queries/people.ts";
import { oncePerProcess } from "../once.ts";
import { authSecret } from "./secret.ts";

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

/** Hashes a person's PIN for keeping. */
export function hashPin(personId: string, pin: string): Promise<string> {
  return hashPassword(keyed(personId, pin));
}

/** Tells whether these are a person's digits. False for who has none. */
export async function pinFits({ id, pinHash }: Person, pin: string): Promise<boolean> {
  return pinHash !== null && verifyPassword(pinHash, keyed(id, pin));
}

/**
 * The count of wrong PINs of a person in one place: on a tablet, or typed by one colleague. Whoever types wrong ones shuts the PIN
 * there and nowhere else; wrong sign-ins with a password shut none.
 */
export function pinTriesKey(personId: string, place: `on ${string}` | `by ${string}`): string {
  return `pin:${personId} ${place}`;
}
