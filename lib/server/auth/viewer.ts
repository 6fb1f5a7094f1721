import { findSession, listMemberships } from "#db/queries/people.ts";
import { listRegisters, listStores, type Register, type Store } from "#db/queries/stores.ts";
import type { Role } from "#lib/people.ts";
import { read } from "../database.ts";

/** A store a person works in, with their role there and its registers. */
export type ViewerStore = { store: Store; role: Role; registers: Register[] };

/** Who is signed in, and where they may do what. */
export type Viewer = {
  sessionId: string;
  personId: string;
  name: string;
  signInName: string;
  stores: ViewerStore[];
};

/** The person behind a session that is still good; null when it has ended or expired, or the person is disabled. */
export async function findViewer(sessionId: string): Promise<Viewer | null> {
  return read(async (db) => {
    const found = await findSession(db, sessionId);
    if (!found) return null;
    const { session, person } = found;
    if (session.endedAt || session.expiresAt <= new Date() || person.disabledAt) return null;
    const roles = new Map((await listMemberships(db, person.id)).map((it) => [it.storeId, it.role]));
    const stores = (await listStores(db)).flatMap((store) => {
      const role: Role | undefined = person.isOwner ? "owner" : roles.get(store.id);
      return role ? [{ store, role }] : [];
    });
    const registers = await listRegisters(
      db,
      stores.map(({ store }) => store.id),
    );
    return {
      sessionId: session.id,
      personId: person.id,
      name: person.name,
      signInName: person.signInName,
      stores: stores.map((it) => ({ ...it, registers: registers.filter((r) => r.storeId === it.store.id) })),
    };
  });
}
