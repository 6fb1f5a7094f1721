import { and, asc, eq, gt, isNotNull, isNull, lte, ne, or } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { prepared } from "../prepared.ts";
import { memberships, people, sessions } from "../schema/people.ts";
import { registers, stores } from "../schema/stores.ts";
import { pairingCodes, tablets } from "../schema/tablets.ts";
import type { Session } from "./people.ts";
import type { Register, Store } from "./stores.ts";

export type Tablet = typeof tablets.$inferSelect;
export type PairingCode = typeof pairingCodes.$inferSelect;

/** A tablet with the register and the store it stands for. */
export type PairedTablet = { tablet: Tablet; register: Register; store: Store };

const pairedTablet = prepared((db, it: { tokenHash: string }) =>
  db
    .select({ tablet: tablets, register: registers, store: stores })
    .from(tablets)
    .innerJoin(registers, eq(registers.id, tablets.registerId))
    .innerJoin(stores, eq(stores.id, registers.storeId))
    .where(and(eq(tablets.tokenHash, it.tokenHash), isNull(tablets.unpairedAt))),
);

/** The tablet whose token has this hash; null for one that was never paired, or is not any more. */
export async function findPairedTablet(db: Db, tokenHash: string): Promise<PairedTablet | null> {
  const [row] = await pairedTablet(db, { tokenHash });
  return row ?? null;
}

/** A tablet with its register's store, whether it is paired or not; null when there is none of that id. */
export async function findTablet(
  db: Db,
  tabletId: string,
): Promise<{ tablet: Tablet; storeId: string } | null> {
  const [row] = await db
    .select({ tablet: tablets, storeId: registers.storeId })
    .from(tablets)
    .innerJoin(registers, eq(registers.id, tablets.registerId))
    .where(eq(tablets.id, tabletId));
  return row ?? null;
}

/** The tablets that are paired to registers of a store, those paired first leading, each with who paired it. */
export async function listPairedTablets(
  db: Db,
  storeId: string,
): Promise<{ tablet: Tablet; pairedBy: string }[]> {
  return db
    .select({ tablet: tablets, pairedBy: people.name })
    .from(tablets)
    .innerJoin(registers, eq(registers.id, tablets.registerId))
    .innerJoin(people, eq(people.id, tablets.pairedBy))
    .where(and(eq(registers.storeId, storeId), isNull(tablets.unpairedAt)))
    .orderBy(asc(tablets.pairedAt), asc(tablets.id));
}

/** Adds a tablet. */
export async function insertTablet(db: Db, tablet: Tablet): Promise<void> {
  await db.insert(tablets).values(tablet);
}

/** Writes what changed on a tablet. */
export async function updateTablet(db: Db, tabletId: string, change: Partial<Tablet>): Promise<void> {
  await db.update(tablets).set(change).where(eq(tablets.id, tabletId));
}

/** Ends every session that began on a tablet, but the one that is to be kept. */
export async function endSessionsOnTablet(
  db: Db,
  tabletId: string,
  reason: NonNullable<Session["endReason"]>,
  now: Date,
  keptId?: string,
): Promise<void> {
  const others = keptId ? ne(sessions.id, keptId) : undefined;
  await db
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(and(eq(sessions.tabletId, tabletId), isNull(sessions.endedAt), others));
}

/** Ends every session of a person that began with a PIN. */
export async function endPinSessionsOf(
  db: Db,
  personId: string,
  reason: NonNullable<Session["endReason"]>,
  now: Date,
): Promise<void> {
  const theirs = and(eq(sessions.personId, personId), eq(sessions.byPin, true));
  await db
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(and(theirs, isNull(sessions.endedAt)));
}

/** Keeps a new code for a register, in place of those it had, and forgets all that have run out. */
export async function putPairingCode(db: Db, code: PairingCode, now: Date): Promise<void> {
  const isOver = or(eq(pairingCodes.registerId, code.registerId), lte(pairingCodes.expiresAt, now));
  await db.delete(pairingCodes).where(isOver);
  await db.insert(pairingCodes).values(code);
}

/** Uses a code up; null for one that is unknown, used or run out, or whose register is closed. */
export async function takePairingCode(
  db: Db,
  codeHash: string,
  now: Date,
): Promise<{ code: PairingCode; register: Register } | null> {
  const [row] = await db
    .select({ code: pairingCodes, register: registers })
    .from(pairingCodes)
    .innerJoin(registers, eq(registers.id, pairingCodes.registerId))
    .where(
      and(eq(pairingCodes.codeHash, codeHash), gt(pairingCodes.expiresAt, now), isNull(registers.closedAt)),
    );
  if (row) await db.delete(pairingCodes).where(eq(pairingCodes.codeHash, codeHash));
  return row ?? null;
}

/** Who can sign in with a PIN in a store: its staff and the owners who have one and a password of their own, by name. */
export async function listPinStaff(db: Db, storeId: string): Promise<{ personId: string; name: string }[]> {
  return db
    .select({ personId: people.id, name: people.name })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.storeId, storeId)))
    .where(
      and(
        isNotNull(people.pinHash),
        isNull(people.passwordUntil),
        isNull(people.disabledAt),
        or(eq(people.isOwner, true), isNotNull(memberships.role)),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}
