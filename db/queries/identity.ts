import { eq } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { identity } from "../schema/identity.ts";

export type Identity = typeof identity.$inferSelect;

/** Whose database this is; null while it is new. */
export async function findIdentity(db: Db): Promise<Identity | null> {
  const [row] = await db.select().from(identity).where(eq(identity.id, 1));
  return row ?? null;
}

/** Gives a new database its mode, for ever. */
export async function insertIdentity(db: Db, mode: Identity["mode"], now: Date): Promise<void> {
  await db.insert(identity).values({ id: 1, mode, merchantUuid: null, createdAt: now });
}

/** Binds the database to the merchant its keys first signed in as. */
export async function setMerchant(db: Db, merchantUuid: string): Promise<void> {
  await db.update(identity).set({ merchantUuid }).where(eq(identity.id, 1));
}
