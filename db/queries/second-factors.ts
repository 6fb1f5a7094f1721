import { and, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { recoveryCodes, secondFactors } from "../schema/second-factors.ts";

export type SecondFactor = typeof secondFactors.$inferSelect;

/** A person's second factor, also one that is not confirmed yet; null when they have none. */
export async function findSecondFactor(db: Db, personId: string): Promise<SecondFactor | null> {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.personId, personId));
  return row ?? null;
}

/** Which of these people are asked for a second factor when they sign in. */
export async function listWithSecondFactor(db: Db, personIds: string[]): Promise<string[]> {
  const rows = await db
    .select({ personId: secondFactors.personId })
    .from(secondFactors)
    .where(and(inArray(secondFactors.personId, personIds), isNotNull(secondFactors.confirmedAt)));
  return rows.map((row) => row.personId);
}

/** Begins a second factor with a new secret; one that was begun before and not confirmed is forgotten. */
export async function beginSecondFactor(
  db: Db,
  factor: Pick<SecondFactor, "personId" | "sealedSecret" | "createdAt">,
): Promise<void> {
  await db
    .delete(secondFactors)
    .where(and(eq(secondFactors.personId, factor.personId), isNull(secondFactors.confirmedAt)));
  await db.insert(secondFactors).values(factor);
}

/** Marks a person's second factor as proven. */
export async function confirmSecondFactor(db: Db, personId: string, now: Date): Promise<void> {
  await db.update(secondFactors).set({ confirmedAt: now }).where(eq(secondFactors.personId, personId));
}

/** Takes a code's time step, once. False when it, or a later one, was taken before. */
export async function takeStep(db: Db, personId: string, step: number): Promise<boolean> {
  const taken = await db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.personId, personId), lt(secondFactors.lastStep, step)))
    .returning({ personId: secondFactors.personId });
  return taken.length > 0;
}

/** Takes away a person's second factor and its recovery codes. */
export async function deleteSecondFactor(db: Db, personId: string): Promise<void> {
  await db.delete(secondFactors).where(eq(secondFactors.personId, personId));
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
}

/** Gives a person these recovery codes, and takes away all earlier ones. */
export async function replaceRecoveryCodes(db: Db, personId: string, hashes: string[]): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await db.insert(recoveryCodes).values(hashes.map((hash) => ({ hash, personId })));
}

/** Uses a recovery code up. False when the person has no such code, or has used it. */
export async function spendRecoveryCode(db: Db, personId: string, hash: string, now: Date): Promise<boolean> {
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.hash, hash), isNull(recoveryCodes.usedAt)),
    )
    .returning({ hash: recoveryCodes.hash });
  return used.length > 0;
}

/** How many recovery codes a person has left. */
export async function countRecoveryCodes(db: Db, personId: string): Promise<number> {
  return db.$count(recoveryCodes, and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
}
