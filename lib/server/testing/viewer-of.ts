import { randomUUID } from "node:crypto";
import { findPersonBySignInName } from "#db/queries/people.ts";
import { listRegisters, listStores, type Store } from "#db/queries/stores.ts";
import { type Role, rightsWith } from "#lib/people.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";

/** Somebody of the demo as a page sees them, with a role in some stores; an owner has theirs in all. */
export async function viewerOf(signInName: string, role: Role, stores?: Store[]): Promise<Viewer> {
  return read(async (db) => {
    const person = await findPersonBySignInName(db, signInName);
    if (!person) throw new Error(`no person ${signInName}`);
    const theirs = stores ?? (await listStores(db));
    const registers = await listRegisters(
      db,
      theirs.map((it) => it.id),
    );
    return {
      sessionId: randomUUID(),
      personId: person.id,
      name: person.name,
      signInName,
      isOwner: role === "owner",
      tabletId: null,
      byPin: false,
      locale: null,
      lastSeenAt: new Date(),
      rolesChangedAt: null,
      stores: theirs.map((store) => ({
        store,
        role,
        rights: rightsWith(role, false),
        registers: registers.filter((it) => it.storeId === store.id),
      })),
    };
  });
}
