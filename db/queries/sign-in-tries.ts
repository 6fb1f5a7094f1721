import { and, eq, gte, lt } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { signInTries } from "../schema/sign-in-tries.ts";

/** How many tries of a key were counted since a moment of its last one; 0 when that is longer ago. */
export async function countTries(db: Db, key: string, since: Date): Promise<number> {
  const [row] = await db.select().from(signInTries).where(eq(signInTries.key, key));
  return row && row.lastAt >= since ? row.tries : 0;
}

/** Sets how many tries of a key were counted, the last of them now. */
export async function setTries(db: Db, key: string, tries: number, now: Date): Promise<void> {
  await db
    .insert(signInTries)
    .values({ key, tries, lastAt: now })
    .onConflictDoUpdate({ target: signInTries.key, set: { tries, lastAt: now } });
}

/** Forgets a key's tries. */
export async function forgetTries(db: Db, key: string): Promise<void> {
  await db.delete(signInTries).where(eq(signInTries.key, key));
}

/** Forgets an account's tries, on every browser that is counted by itself (`account:casey on …`). */
export async function forgetTriesOfAccount(db: Db, signInName: string): Promise<void> {
  const key = `account:${signInName}`;
  // No sign-in name holds a space, nor what sorts between it and the exclamation mark.
  await db.delete(signInTries).where(and(gte(signInTries.key, key), lt(signInTries.key, `${key}!`)));
}

/** Forgets the wrong PINs of a person, wherever they were typed (`pin:… on …`, `pin:… by …`). */
export async function forgetTriesOfPin(db: Db, personId: string): Promise<void> {
  await db.delete(signInTries).where(ofPins(personId));
}

/** The wrong PINs that were counted since a moment, by person and place. */
export async function listPinTries(db: Db, since: Date): Promise<{ personId: string; tries: number }[]> {
  const rows = await db
    .select()
    .from(signInTries)
    .where(and(ofPins(), gte(signInTries.lastAt, since)));
  return rows.map(({ key, tries }) => ({ personId: key.slice("pin:".length).split(" ")[0] ?? "", tries }));
}

/** As for accounts; what sorts after the colon ends what begins with `pin:`. */
function ofPins(personId?: string) {
  const [from, to] = personId ? [`pin:${personId} `, `pin:${personId}!`] : ["pin:", "pin;"];
  return and(gte(signInTries.key, from), lt(signInTries.key, to));
}

/** Forgets every key whose last try is older than a moment. */
export async function forgetOldTries(db: Db, before: Date): Promise<void> {
  await db.delete(signInTries).where(lt(signInTries.lastAt, before));
}
