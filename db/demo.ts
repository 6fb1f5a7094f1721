import { randomUUID } from "node:crypto";
import type { Role } from "#lib/people.ts";
import { storeDefaults } from "#lib/store.ts";
import type { Db } from "./engine.ts";
import { hashPassword } from "./passwords.ts";
import { insertPerson, type Membership } from "./queries/people.ts";
import { insertStore, type Store } from "./queries/stores.ts";

/** A sign-in of the demo, printed at start and shown at the sign-in page in `local` mode. */
export type DemoSignIn = { role: Role; signInName: string; password: string; store: string };

/** The demo's sign-ins. Good for the bundled sandbox alone: no other mode creates these people. */
export const demoSignIns: DemoSignIn[] = [
  { role: "cashier", signInName: "casey", password: "maple-counter-1", store: "Maple Street" },
  { role: "cashier", signInName: "robin", password: "harbor-counter-1", store: "Harbour Road" },
  { role: "manager", signInName: "morgan", password: "maple-desk-1", store: "Maple Street" },
  { role: "owner", signInName: "olive", password: "whole-house-1", store: "all stores" },
];

const minute = 60_000;

/** Makes the demo: two stores (one in each currency) with their registers and staff. */
export async function insertDemo(db: Db, hashes: Map<string, string>, now: Date): Promise<void> {
  const common = {
    minCents: 100,
    maxCents: 250_000,
    checkoutTtlMs: 30 * minute,
    cashierRefundLimitCents: 20_000,
    createdAt: now,
  };
  const maple: Store = {
    ...common,
    ...storeDefaults("en-US"),
    id: randomUUID(),
    code: "MAPLE",
    name: "Maple Street",
    country: "US",
    currency: "USD",
    locale: "en-US",
    timeZone: "America/Chicago",
  };
  const harbour: Store = {
    ...common,
    ...storeDefaults("en-CA"),
    id: randomUUID(),
    code: "HARBR",
    name: "Harbour Road",
    country: "CA",
    currency: "CAD",
    locale: "en-CA",
    timeZone: "America/Toronto",
  };
  for (const store of [maple, harbour]) {
    await insertStore(db, store, [
      { id: randomUUID(), name: "Register 1", closedAt: null },
      { id: randomUUID(), name: "Register 2", closedAt: null },
    ]);
  }
  const staff: [signInName: string, name: string, isOwner: boolean, roles: Omit<Membership, "personId">[]][] =
    [
      ["casey", "Casey", false, [{ storeId: maple.id, role: "cashier" }]],
      ["robin", "Robin", false, [{ storeId: harbour.id, role: "cashier" }]],
      ["morgan", "Morgan", false, [{ storeId: maple.id, role: "manager" }]],
      ["olive", "Olive", true, []],
    ];
  for (const [signInName, name, isOwner, roles] of staff) {
    const passwordHash = hashes.get(signInName);
    if (!passwordHash) throw new Error(`no password hash for ${signInName}`);
    const person = {
      id: randomUUID(),
      signInName,
      name,
      passwordHash,
      passwordUntil: null,
      pinHash: null,
      locale: null,
      isOwner,
      disabledAt: null,
      rolesChangedAt: null,
      createdAt: now,
    };
    await insertPerson(db, person, roles);
  }
}

/** Hashes the demo's passwords, before the transaction that keeps them. */
export async function demoHashes(): Promise<Map<string, string>> {
  const entries = await Promise.all(
    demoSignIns.map(async (it) => [it.signInName, await hashPassword(it.password)] as const),
  );
  return new Map(entries);
}
