import { randomUUID } from "node:crypto";
import type { Engine } from "#db/engine.ts";
import { findPersonBySignInName, insertPerson, listMemberships, listPeople } from "#db/queries/people.ts";
import { insertStore, listRegisters, listStores, type Store } from "#db/queries/stores.ts";
import { stores } from "#db/schema/stores.ts";

/** A store with where and by whom is sold in it, and how much of all is sold there. */
export type LargeStore = { store: Store; registerIds: string[]; cashierIds: string[]; weight: number };

const more = [
  {
    code: "LAKES",
    name: "Lakeside",
    country: "US",
    currency: "USD",
    locale: "en-US",
    timeZone: "America/Chicago",
  },
  {
    code: "QUEEN",
    name: "Queen Street",
    country: "CA",
    currency: "CAD",
    locale: "en-CA",
    timeZone: "America/Toronto",
  },
  {
    code: "SUNSET",
    name: "Sunset Boulevard",
    country: "US",
    currency: "USD",
    locale: "en-US",
    timeZone: "America/Los_Angeles",
  },
] as const;

const weights: Record<string, number> = { MAPLE: 30, HARBR: 25, LAKES: 20, QUEEN: 15, SUNSET: 10 };

/** Names of those at the counters; each store has some of them. */
const cashiers = [
  "Alex",
  "Blake",
  "Charlie",
  "Devon",
  "Emery",
  "Finley",
  "Gray",
  "Harley",
  "Indy",
  "Jules",
  "Kai",
  "Lane",
];

/** Adds three stores and their staff to the demo's two, all open since a moment, and names the five. Everybody signs in with the demo cashier's password. */
export async function furnishLarge(engine: Engine, since: Date): Promise<LargeStore[]> {
  await engine.write(async (db) => {
    const [maple] = await listStores(db).then((all) => all.filter((it) => it.code === "MAPLE"));
    const casey = await findPersonBySignInName(db, "casey");
    if (!maple || !casey) throw new Error("the demo is not there");
    await db.update(stores).set({ createdAt: since });
    for (const it of more) {
      const registers = ["Register 1", "Register 2", "Register 3"].map((name) => ({
        id: randomUUID(),
        name,
        closedAt: null,
      }));
      await insertStore(db, { ...maple, ...it, id: randomUUID(), createdAt: since }, registers);
    }
    for (const [index, store] of (await listStores(db)).entries()) {
      for (const [at, name] of cashiers.entries()) {
        if (at % 5 !== index % 5 && at % 3 !== index % 3) continue;
        const person = {
          ...casey,
          id: randomUUID(),
          signInName: `${name.toLowerCase()}.${store.code.toLowerCase()}`,
          name,
          createdAt: since,
        };
        await insertPerson(db, person, [{ storeId: store.id, role: "cashier" }]);
      }
    }
  });
  return engine.read(async (db) => {
    const people = await listPeople(db, null);
    const memberships = await listMemberships(
      db,
      people.map((it) => it.id),
    );
    const registers = await listRegisters(
      db,
      (await listStores(db)).map((it) => it.id),
    );
    return (await listStores(db)).map((store) => ({
      store,
      registerIds: registers.filter((it) => it.storeId === store.id).map((it) => it.id),
      cashierIds: memberships.filter((it) => it.storeId === store.id).map((it) => it.personId),
      weight: weights[store.code] ?? 1,
    }));
  });
}
