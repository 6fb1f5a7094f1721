import { asc, eq, inArray } from "drizzle-orm";
import type { CapturePolicy } from "#lib/store.ts";
import type { Db } from "../engine.ts";
import { registers, stores } from "../schema/stores.ts";

export type Store = typeof stores.$inferSelect;
export type Register = typeof registers.$inferSelect;

/** All stores, by name. */
export async function listStores(db: Db): Promise<Store[]> {
  return db.select().from(stores).orderBy(asc(stores.name));
}

/** One store; null when there is none of that id. */
export async function findStore(db: Db, storeId: string): Promise<Store | null> {
  const [row] = await db.select().from(stores).where(eq(stores.id, storeId));
  return row ?? null;
}

/** The registers of some stores, by name. */
export async function listRegisters(db: Db, storeIds: string[]): Promise<Register[]> {
  return db.select().from(registers).where(inArray(registers.storeId, storeIds)).orderBy(asc(registers.name));
}

/** One register; null when there is none of that id. */
export async function findRegister(db: Db, registerId: string): Promise<Register | null> {
  const [row] = await db.select().from(registers).where(eq(registers.id, registerId));
  return row ?? null;
}

/** Adds a store and its registers. */
export async function insertStore(
  db: Db,
  store: Store,
  itsRegisters: Omit<Register, "storeId">[],
): Promise<void> {
  await db.insert(stores).values(store);
  await db.insert(registers).values(itsRegisters.map((it) => ({ ...it, storeId: store.id })));
}

/** Sets when a store captures what Sezzle approves from now on. */
export async function setCapturePolicy(db: Db, storeId: string, capturePolicy: CapturePolicy): Promise<void> {
  await db.update(stores).set({ capturePolicy }).where(eq(stores.id, storeId));
}
