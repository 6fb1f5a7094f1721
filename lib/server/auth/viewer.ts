import {
  findSession,
  isSessionOver,
  listMemberships,
  type Person,
  type Session,
  touchSession,
} from "#db/queries/people.ts";
import { listRegisters, listStores, type Register, type Store } from "#db/queries/stores.ts";
import { type PairedTablet, updateTablet } from "#db/queries/tablets.ts";
import type { Locale } from "#lib/language.ts";
import { type Right, type Role, rightsWith, type Standing } from "#lib/people.ts";
import { read, write } from "../database.ts";
import { idleSince, touchEveryMs } from "./session-limits.ts";

/**
 * A store a person works in, with their role there and its registers that are open. What they may do is told by `rights`: with a
 * PIN that is less than their role.
 */
export type ViewerStore = { store: Store; role: Role; rights: readonly Right[]; registers: Register[] };

/** Who is signed in, and where they may do what. */
export type Viewer = {
  sessionId: string;
  personId: string;
  name: string;
  signInName: string;
  /** An owner who signed in with a password. */
  isOwner: boolean;
  /** The paired tablet they signed in on. */
  tabletId: string | null;
  /** They signed in with a PIN: only for the till's work, only in that tablet's store. */
  byPin: boolean;
  /** What they chose to read the till in; null: their store's language. */
  locale: Locale | null;
  /** When they were last known to do something. */
  lastSeenAt: Date;
  /** When their roles last changed, as of this look at them. */
  rolesChangedAt: Date | null;
  stores: ViewerStore[];
};

/**
 * The person behind a session that is still good; null when it has ended, expired or been idle, or the person is disabled. One that
 * began on a paired tablet is good only with that tablet, which its cookie has told.
 */
export async function findViewer(
  sessionId: string,
  here: PairedTablet | null = null,
): Promise<Viewer | null> {
  return read(async (db) => {
    const found = await findSession(db, sessionId);
    if (!found) return null;
    const { session, person } = found;
    if (!isGoodSession(found, new Date())) return null;
    const { tabletId, byPin } = session;
    if (tabletId && tabletId !== here?.tablet.id) return null;
    const roles = new Map((await listMemberships(db, [person.id])).map((it) => [it.storeId, it.role]));
    const stores = (await listStores(db)).flatMap((store) => {
      const role: Role | undefined = person.isOwner ? "owner" : roles.get(store.id);
      const isThere = !byPin || store.id === here?.store.id;
      return role && isThere ? [{ store, role, rights: rightsWith(role, byPin) }] : [];
    });
    const registers = await listRegisters(
      db,
      stores.map(({ store }) => store.id),
    );
    const open = registers.filter((it) => it.closedAt === null);
    return {
      sessionId: session.id,
      personId: person.id,
      name: person.name,
      signInName: person.signInName,
      isOwner: person.isOwner && !byPin,
      tabletId,
      byPin,
      locale: person.locale,
      lastSeenAt: session.lastSeenAt,
      rolesChangedAt: person.rolesChangedAt,
      stores: stores.map((it) => ({ ...it, registers: open.filter((r) => r.storeId === it.store.id) })),
    };
  });
}

/** Tells whether a session has neither ended, expired nor been idle, and its person is not disabled. */
export function isGoodSession({ session, person }: { session: Session; person: Person }, now: Date): boolean {
  return !isSessionOver(session, now, idleSince(now)) && !person.disabledAt;
}

/** Notes that a viewer does something now, so that their session is not idle. */
export async function noteSeen(viewer: Viewer): Promise<void> {
  const now = new Date();
  if (now.getTime() - viewer.lastSeenAt.getTime() < touchEveryMs) return;
  await write(async (db) => {
    await touchSession(db, viewer.sessionId, now);
    if (viewer.tabletId) await updateTablet(db, viewer.tabletId, { lastSeenAt: now });
  });
}

/** Where a viewer stands towards other people. */
export function standingOf({ isOwner, stores }: Viewer): Standing {
  return {
    isOwner,
    roles: stores.flatMap(({ store, role }) => (role === "owner" ? [] : [{ storeId: store.id, role }])),
  };
}

/** What a viewer reads the till in: as they chose, else as their first store has it. */
export function localeOf({ locale, stores }: Viewer): Locale {
  return locale ?? stores[0]?.store.locale ?? "en-US";
}

/** Tells whether a viewer has a right in any of their stores. */
export function mayAnywhere(viewer: Viewer, right: Right): boolean {
  return viewer.stores.some((place) => mayIn(place, right));
}

/** Tells whether a viewer has a right in one of their stores. */
export function mayIn({ rights }: Pick<ViewerStore, "rights">, right: Right): boolean {
  return rights.includes(right);
}
