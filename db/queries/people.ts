import { and, eq, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Db } from "../engine.ts";
import { memberships, people, sessions } from "../schema/people.ts";

export type Person = typeof people.$inferSelect;
export type Membership = typeof memberships.$inferSelect;
export type Session = typeof sessions.$inferSelect;

/** The person of this sign-in name (lower case); null when there is none. */
export async function findPersonBySignInName(db: Db, signInName: string): Promise<Person | null> {
  const [row] = await db.select().from(people).where(eq(people.signInName, signInName));
  return row ?? null;
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

/** The roles a person has, by store. */
export async function listMemberships(db: Db, personId: string): Promise<Membership[]> {
  return db.select().from(memberships).where(eq(memberships.personId, personId));
}

/** How many people there are. */
export async function countPeople(db: Db): Promise<number> {
  return db.$count(people);
}

/** Starts a session. */
export async function insertSession(db: Db, session: Session): Promise<void> {
  await db.insert(sessions).values(session);
}

/** The session of this id with its person, whatever its state; null when there is none. */
export async function findSession(
  db: Db,
  sessionId: string,
): Promise<{ session: Session; person: Person } | null> {
  const [row] = await db
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, sessionId));
  return row ?? null;
}

/** Which of these sessions are over: ended, expired, or their person disabled. */
export async function listEndedSessions(db: Db, sessionIds: string[], now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        inArray(sessions.id, sessionIds),
        or(isNotNull(sessions.endedAt), lte(sessions.expiresAt, now), isNotNull(people.disabledAt)),
      ),
    );
  return rows.map((row) => row.id);
}

/** Ends one session. One that has ended keeps its first reason. */
export async function endSession(
  db: Db,
  sessionId: string,
  reason: NonNullable<Session["endReason"]>,
  now: Date,
): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}

/** Ends every session of a person. */
export async function endSessionsOf(
  db: Db,
  personId: string,
  reason: NonNullable<Session["endReason"]>,
  now: Date,
): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)));
}

/** Gives a person another password hash. */
export async function setPasswordHash(db: Db, personId: string, passwordHash: string): Promise<void> {
  await db.update(people).set({ passwordHash }).where(eq(people.id, personId));
}
