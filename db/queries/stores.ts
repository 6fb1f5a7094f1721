import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { prepared } from "../prepared.ts";
import { sales } from "../schema/sales.ts";
import { registers, stores } from "../schema/stores.ts";

export type Store = typeof stores.$inferSelect;
export type Register = typeof registers.$inferSelect;

const allStores = prepared((db) => db.select().from(stores).orderBy(asc(stores.name)));

/** All stores, by name. */
export async function listStores(db: Db): Promise<Store[]> {
  return allStores(db, {});
}

const storeById = prepared((db, it: { storeId: string }) =>
  db.select().from(stores).where(eq(stores.id, it.storeId)),
);

/** One store; null when there is none of that id. */
export async function findStore(db: Db, storeId: string): Promise<Store | null> {
  const [row] = await storeById(db, { storeId });
  return row ?? null;
}

const registersOfStores = prepared((db, it: { storeIds: string[] }) =>
  db.select().from(registers).where(inArray(registers.storeId, it.storeIds)).orderBy(asc(registers.name)),
);

/** The registers of some stores, by name. */
export async function listRegisters(db: Db, storeIds: string[]): Promise<Register[]> {
  return registersOfStores(db, { storeIds });
}

const registerById = prepared((db, it: { registerId: string }) =>
  db.select().from(registers).where(eq(registers.id, it.registerId)),
);

/** One register; null when there is none of that id. */
export async function findRegister(db: Db, registerId: string): Promise<Register | null> {
  const [row] = await registerById(db, { registerId });
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

/** Changes a store. */
export async function updateStore(db: Db, storeId: string, change: Partial<Store>): Promise<void> {
  await db.update(stores).set(change).where(eq(stores.id, storeId));
}

/** Tells whether a store has sold anything. */
export async function hasSales(db: Db, storeId: string): Promise<boolean> {
  const rows = await db.select({ id: sales.id }).from(sales).where(eq(sales.storeId, storeId)).limit(1);
  return rows.length > 0;
}

/** Adds a register to a store. */
export async function insertRegister(db: Db, register: Register): Promise<void> {
  await db.insert(registers).values(register);
}

/** Changes a register. */
export async function updateRegister(db: Db, registerId: string, change: Partial<Register>): Promise<void> {
  await db.update(registers).set(change).where(eq(registers.id, registerId));
}
