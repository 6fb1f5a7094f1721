import { createHash, randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { type Db, openEngine } from "#db/engine.ts";
import { prepareDatabase } from "#db/prepare.ts";
import { findPersonBySignInName, insertPerson, insertSession, type Person } from "#db/queries/people.ts";
import { insertStore, listStores, type Store } from "#db/queries/stores.ts";
import { insertTablet } from "#db/queries/tablets.ts";

/** Somebody signed in at a screen: whom it shows, and the cookies it sends. */
export type Screen = { personId: string; storeId: string; registerId: string | null; cookie: string };

/** A chain of stores with a tablet at each register, a cashier signed in at each tablet, and managers at their desks. */
export type Chain = { stores: Store[]; tablets: Screen[]; managers: Screen[]; owner: Screen };

type Size = { stores: number; tabletsAStore: number; managers: number };

const hour = 60 * 60_000;
const codeOf = (index: number) => `S${String(index + 1).padStart(3, "0")}`;

/**
 * Furnishes a database of its own with a chain. Nobody signs in by password: 2,000 of them would take longer than what is measured, so the
 * sessions are written down as a sign-in leaves them, and their cookies made as next-auth makes them.
 */
export async function furnishChain(databaseFile: string, secret: string, size: Size): Promise<Chain> {
  const prepared = await prepareDatabase({ database: databaseFile, mode: "local" });
  if (!prepared.ok) throw new Error(prepared.problem);
  const engine = openEngine(databaseFile);
  try {
    return await engine.write(async (db) => {
      const now = new Date();
      const [maple] = (await listStores(db)).filter((it) => it.code === "MAPLE");
      const [casey, olive] = [
        await findPersonBySignInName(db, "casey"),
        await findPersonBySignInName(db, "olive"),
      ];
      if (!maple || !casey || !olive) throw new Error("the demo is not there");
      const desk = new Desk(db, secret, casey, now);
      const chain: Chain = {
        stores: [],
        tablets: [],
        managers: [],
        owner: await desk.session(olive, maple.id),
      };
      for (let index = 0; index < size.stores; index += 1) {
        const store = { ...maple, id: randomUUID(), code: codeOf(index), name: `Store ${index + 1}` };
        chain.stores.push(store);
        chain.tablets.push(...(await desk.openStore(store, size.tabletsAStore)));
      }
      for (let index = 0; index < size.managers; index += 1) {
        const storeId = chain.stores[index % chain.stores.length]?.id ?? "";
        const manager = await desk.person("manager", storeId, index);
        chain.managers.push(await desk.session(manager, storeId));
      }
      return chain;
    });
  } finally {
    engine.close();
  }
}

/** Signs the owner of a database in that has been furnished already. */
export async function signOwnerIn(databaseFile: string, secret: string): Promise<Screen> {
  const engine = openEngine(databaseFile);
  try {
    return await engine.write(async (db) => {
      const olive = await findPersonBySignInName(db, "olive");
      if (!olive) throw new Error("there is no owner");
      return new Desk(db, secret, olive, new Date()).session(olive, "");
    });
  } finally {
    engine.close();
  }
}

/** Writes down whom the chain employs. */
class Desk {
  readonly #db: Db;
  readonly #secret: string;
  /** Everybody has this person's password. */
  readonly #like: Person;
  readonly #now: Date;

  constructor(db: Db, secret: string, like: Person, now: Date) {
    this.#db = db;
    this.#secret = secret;
    this.#like = like;
    this.#now = now;
  }

  /** A store with so many registers, a paired tablet at each, and a cashier at each tablet. */
  async openStore(store: Store, tablets: number): Promise<Screen[]> {
    const registers = Array.from({ length: tablets }, (_, index) => {
      return { id: randomUUID(), name: `Register ${index + 1}`, closedAt: null };
    });
    await insertStore(this.#db, store, registers);
    const screens: Screen[] = [];
    for (const [index, register] of registers.entries()) {
      const cashier = await this.person("cashier", store.id, index);
      screens.push(await this.#tablet(cashier, store.id, register.id));
    }
    return screens;
  }

  async person(role: "cashier" | "manager", storeId: string, index: number): Promise<Person> {
    const id = randomUUID();
    const person = { ...this.#like, id, signInName: `${role}-${id}`, name: `${role} ${index + 1}` };
    await insertPerson(this.#db, person, [{ storeId, role }]);
    return person;
  }

  /** Somebody signed in on a browser of their own. */
  async session({ id: personId }: Person, storeId: string, tabletId: string | null = null): Promise<Screen> {
    const [id, now] = [randomUUID(), this.#now];
    const expiresAt = new Date(now.getTime() + 14 * hour);
    await insertSession(this.#db, { id, personId, createdAt: now, lastSeenAt: now, expiresAt, tabletId });
    const token = await encode({ token: { sub: id }, secret: this.#secret });
    return { personId, storeId, registerId: null, cookie: `next-auth.session-token=${token}` };
  }

  async #tablet(cashier: Person, storeId: string, registerId: string): Promise<Screen> {
    const token = randomBytes(32).toString("base64url");
    const tokenHash = createHash("sha256").update(token).digest("base64url");
    const id = randomUUID();
    await insertTablet(this.#db, {
      ...{ id, registerId, tokenHash, device: "a benchmark", pairedBy: this.#like.id },
      ...{ pairedAt: this.#now, lastSeenAt: this.#now, unpairedBy: null, unpairedAt: null },
    });
    const screen = await this.session(cashier, storeId, id);
    return { ...screen, registerId, cookie: `${screen.cookie}; till_tablet=${token}` };
  }
}
