import type { Db } from "#db/engine.ts";
import { listHistoryOfPerson } from "#db/queries/history.ts";
import {
  countSessions,
  findPerson,
  listMemberships,
  listPeople,
  type Membership,
  type Person,
} from "#db/queries/people.ts";
import { listWithSecondFactor } from "#db/queries/second-factors.ts";
import type { Store } from "#db/queries/stores.ts";
import { mayManage, type Standing } from "#lib/people.ts";
import type { PersonView } from "#lib/person-view.ts";
import type { HistoryLineView } from "#lib/sale-view.ts";
import { idleSince } from "../auth/session-limits.ts";
import { listShutPins } from "../auth/tries.ts";
import { mayIn, standingOf, type Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";

const longestActivity = 100;

/** The stores whose staff a viewer manages. */
export function managedStores(viewer: Viewer): Store[] {
  return viewer.stores.filter((it) => mayIn(it, "people.manage")).map(({ store }) => store);
}

/** The same as ids, for queries; null for an owner, who sees also who works nowhere. */
function staffStores(viewer: Viewer): string[] | null {
  return viewer.isOwner ? null : managedStores(viewer).map((it) => it.id);
}

/** A person's standing, from their roles. */
export function standing(person: Person, roles: Membership[]): Standing {
  return { isOwner: person.isOwner, roles: roles.filter((it) => it.personId === person.id) };
}

/** The people a viewer sees: everybody for an owner, for a manager who works in their stores. */
export async function loadPeople(viewer: Viewer): Promise<PersonView[]> {
  return read(async (db) => viewPeople(db, viewer, await listPeople(db, staffStores(viewer))));
}

/** One person with what they did and what was done to them, newest first; null when the viewer does not see them. */
export async function loadPerson(
  viewer: Viewer,
  personId: string,
): Promise<{ person: PersonView; activity: HistoryLineView[] } | null> {
  return read(async (db) => {
    const found = await findVisible(db, viewer, personId);
    if (!found) return null;
    const [person] = await viewPeople(db, viewer, [found.person]);
    const stores = staffStores(viewer);
    return person
      ? { person, activity: await listHistoryOfPerson(db, personId, stores, longestActivity) }
      : null;
  });
}

/** A person whom a viewer sees, with where they stand; null for all others. */
export async function findVisible(
  db: Db,
  viewer: Viewer,
  personId: string,
): Promise<{ person: Person; standing: Standing } | null> {
  const person = await findPerson(db, personId);
  if (!person) return null;
  const roles = await listMemberships(db, [personId]);
  const stores = staffStores(viewer);
  const isVisible = stores === null || roles.some((it) => stores.includes(it.storeId));
  return isVisible ? { person, standing: standing(person, roles) } : null;
}

async function viewPeople(db: Db, viewer: Viewer, people: Person[]): Promise<PersonView[]> {
  const ids = people.map((it) => it.id);
  const now = new Date();
  const roles = await listMemberships(db, ids);
  const stores = managedStores(viewer);
  const sessions = new Map(
    (await countSessions(db, ids, now, idleSince(now))).map((it) => [it.personId, it]),
  );
  const shutPins = await listShutPins(db, now);
  const withFactor = new Set(await listWithSecondFactor(db, ids));
  return people.map((person) => {
    const theirs = roles.filter((it) => it.personId === person.id);
    const open = sessions.get(person.id);
    const home = stores.find(({ id }) => theirs.some((it) => it.storeId === id)) ?? stores[0];
    return {
      personId: person.id,
      name: person.name,
      signInName: person.signInName,
      isOwner: person.isOwner,
      isSelf: person.id === viewer.personId,
      isDisabled: person.disabledAt !== null,
      hasSecondFactor: withFactor.has(person.id),
      hasPin: person.pinHash !== null,
      isPinShut: shutPins.has(person.id),
      temporaryUntil: person.passwordUntil?.toISOString() ?? null,
      sessions: open?.open ?? 0,
      lastSeenAt: open?.lastSeenAt?.toISOString() ?? null,
      roles: stores.map(({ id, name }) => ({
        storeId: id,
        storeName: name,
        role: theirs.find((it) => it.storeId === id)?.role ?? null,
      })),
      timeZone: home?.timeZone ?? "UTC",
      worksElsewhere: theirs.some((it) => !stores.some(({ id }) => id === it.storeId)),
      mayBeManaged: person.id !== viewer.personId && mayManage(standingOf(viewer), standing(person, theirs)),
    };
  });
}
