import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Role } from "#lib/people.ts";
import type { Db } from "../engine.ts";
import { prepared } from "../prepared.ts";
import { memberships, people, sessions } from "../schema/people.ts";

export type Person = typeof people.$inferSelect;
export type Membership = typeof memberships.$inferSelect;
export type Session = typeof sessions.$inferSelect;

/** Since when a session must have been seen not to be idle: on a paired tablet, and on any other browser. */
export type IdleSince = { tablet: Date; browser: Date };

/** The person of this sign-in name (lower case); null when there is none. */
export async function findPersonBySignInName(db: Db, signInName: string): Promise<Person | null> {
  const [row] = await db.select().from(people).where(eq(people.signInName, signInName));
  return row ?? null;
}

/** One person; null when there is none of that id. */
export async function findPerson(db: Db, personId: string): Promise<Person | null> {
  const [row] = await db.select().from(people).where(eq(people.id, personId));
  return row ?? null;
}

/** The people who work in some of the stores, by name; everybody when `storeIds` is null. */
export async function listPeople(db: Db, storeIds: string[] | null): Promise<Person[]> {
  const works = db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(inArray(memberships.storeId, storeIds ?? []));
  return db
    .select()
    .from(people)
    .where(storeIds ? inArray(people.id, works) : undefined)
    .orderBy(asc(people.name), asc(people.id));
}

/** Writes what changed on a person. */
export async function updatePerson(db: Db, personId: string, change: Partial<Person>): Promise<void> {
  await db.update(people).set(change).where(eq(people.id, personId));
}

/** Gives a person a role in a store, or (null) takes it. */
export async function setMembership(
  db: Db,
  { personId, storeId, role }: Omit<Membership, "role"> & { role: Membership["role"] | null },
): Promise<void> {
  if (role === null) {
    await db
      .delete(memberships)
      .where(and(eq(memberships.personId, personId), eq(memberships.storeId, storeId)));
    return;
  }
  await db
    .insert(memberships)
    .values({ personId, storeId, role })
    .onConflictDoUpdate({ target: [memberships.personId, memberships.storeId], set: { role } });
}

/** Adds a person with their roles by store. */
export async function insertPerson(
  db: Db,
  person: Person,
  roles: Omit<Membership, "personId">[],
): Promise<void> {
  await db.insert(people).values(person);
  if (roles.length > 0)
    await db.insert(memberships).values(roles.map((it) => ({ ...it, personId: person.id })));
}

const membershipsOfPeople = prepared((db, it: { personIds: string[] }) =>
  db.select().from(memberships).where(inArray(memberships.personId, it.personIds)),
);

/** The roles some people have, by store. */
export async function listMemberships(db: Db, personIds: string[]): Promise<Membership[]> {
  return membershipsOfPeople(db, { personIds });
}

/** A person's role in a store at this moment; null for who has none there, or may not sign in. */
export async function findRoleIn(db: Db, personId: string, storeId: string): Promise<Role | null> {
  const [row] = await db
    .select({ isOwner: people.isOwner, disabledAt: people.disabledAt, role: memberships.role })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.storeId, storeId)))
    .where(eq(people.id, personId));
  if (!row || row.disabledAt) return null;
  return row.isOwner ? "owner" : row.role;
}

/** Who can approve in a store with a PIN of their own: its managers and the owners who have chosen one, by name. */
export async function listPinHolders(db: Db, storeId: string): Promise<{ personId: string; name: string }[]> {
  const managers = db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.storeId, storeId), eq(memberships.role, "manager")));
  return db
    .select({ personId: people.id, name: people.name })
    .from(people)
    .where(
      and(
        isNotNull(people.pinHash),
        isNull(people.disabledAt),
        or(eq(people.isOwner, true), inArray(people.id, managers)),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}

/** How many people there are. */
export async function countPeople(db: Db): Promise<number> {
  return db.$count(people);
}

/** Starts a session. */
export async function insertSession(db: Db, session: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(session);
}

/** Tells whether a person has ever signed in on a browser. */
export async function hasSignedInOn(db: Db, personId: string, browserId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.browserId, browserId)))
    .limit(1);
  return row !== undefined;
}

const sessionById = prepared((db, it: { sessionId: string }) =>
  db
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, it.sessionId)),
);

/** The session of this id with its person, whatever its state; null when there is none. */
export async function findSession(
  db: Db,
  sessionId: string,
): Promise<{ session: Session; person: Person } | null> {
  const [row] = await sessionById(db, { sessionId });
  return row ?? null;
}

const idleLimit = (browser: SQL | number, tablet: SQL | number) =>
  sql`case when ${sessions.tabletId} is null then cast(${browser} as bigint) else cast(${tablet} as bigint) end`;

/** A session that has neither ended nor run out, and whose person was seen since `idleSince`. */
const isGood = (now: Date, idleSince: IdleSince) =>
  and(
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, now),
    gt(sessions.lastSeenAt, idleLimit(idleSince.browser.getTime(), idleSince.tablet.getTime())),
  );

/** The sessions of a person that are good, the last seen first. */
export async function listSessions(
  db: Db,
  personId: string,
  now: Date,
  idleSince: IdleSince,
): Promise<Session[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isGood(now, idleSince)))
    .orderBy(desc(sessions.lastSeenAt));
}

/** How many good sessions some people have, and when each was last seen. People without any are left out. */
export async function countSessions(
  db: Db,
  personIds: string[],
  now: Date,
  idleSince: IdleSince,
): Promise<{ personId: string; open: number; lastSeenAt: Date | null }[]> {
  return db
    .select({ personId: sessions.personId, open: count(), lastSeenAt: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(and(inArray(sessions.personId, personIds), isGood(now, idleSince)))
    .groupBy(sessions.personId);
}

/** Writes what changed on a session. */
export async function updateSession(db: Db, sessionId: string, change: Partial<Session>): Promise<void> {
  await db.update(sessions).set(change).where(eq(sessions.id, sessionId));
}

/** Notes that a session's person did something. */
export async function touchSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId));
}

const sessionChanges = prepared((db, it: { sessionIds: string[]; now: Date; browser: Date; tablet: Date }) =>
  db
    .select({ session: sessions, disabledAt: people.disabledAt, rolesChangedAt: people.rolesChangedAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        inArray(sessions.id, it.sessionIds),
        or(
          isNotNull(sessions.endedAt),
          lte(sessions.expiresAt, it.now),
          lte(sessions.lastSeenAt, idleLimit(sql`${it.browser}`, sql`${it.tablet}`)),
          isNotNull(people.disabledAt),
          isNotNull(people.rolesChangedAt),
        ),
      ),
    ),
);

/** Which of these sessions are over (ended, run out, idle since `idleSince`, or their person disabled), and when roles changed. */
export async function listSessionChanges(
  db: Db,
  sessionIds: string[],
  now: Date,
  idleSince: IdleSince,
): Promise<{ id: string; isOver: boolean; rolesChangedAt: Date | null }[]> {
  const { browser, tablet } = idleSince;
  const rows = await sessionChanges(db, { sessionIds, now, browser, tablet });
  return rows.map(({ session, disabledAt, rolesChangedAt }) => {
    const isOver = isSessionOver(session, now, idleSince) || disabledAt !== null;
    return { id: session.id, isOver, rolesChangedAt };
  });
}

/** Tells whether a session has ended, run out or been idle. */
export function isSessionOver(session: Session, now: Date, idleSince: IdleSince): boolean {
  const { endedAt, expiresAt, lastSeenAt, tabletId } = session;
  return endedAt !== null || expiresAt <= now || lastSeenAt <= idleSince[tabletId ? "tablet" : "browser"];
}

type EndReason = NonNullable<Session["endReason"]>;

/** Ends one session of a person. One that has ended keeps its first reason. False when there was none to end. */
export async function endSession(
  db: Db,
  session: { id: string; personId: string },
  reason: EndReason,
  now: Date,
): Promise<boolean> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(
      and(eq(sessions.id, session.id), eq(sessions.personId, session.personId), isNull(sessions.endedAt)),
    )
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends every session of a person, but the one that is to be kept. */
export async function endSessionsOf(
  db: Db,
  personId: string,
  reason: EndReason,
  now: Date,
  keptId?: string,
): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        keptId ? ne(sessions.id, keptId) : undefined,
      ),
    );
}
