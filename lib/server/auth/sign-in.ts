import { randomUUID } from "node:crypto";
import { hashPassword, verifyPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { endSession, findPersonBySignInName, insertSession } from "#db/queries/people.ts";
import { read, write } from "../database.ts";
import { oncePerProcess } from "../once.ts";

/** How long a sign-in lasts at most: a long working day. */
export const sessionMs = 14 * 60 * 60_000;

const decoy = () => oncePerProcess("decoy hash", () => hashPassword(randomUUID()));

/**
 * Checks a sign-in name and password and starts a session. Null when they do not fit or the person is disabled; the answer and
 * the time it takes are the same for a name that does not exist.
 */
export async function signIn(signInName: string, password: string): Promise<{ sessionId: string } | null> {
  const name = signInName.trim().toLowerCase();
  const person = await read((db) => findPersonBySignInName(db, name));
  const fits = await verifyPassword(person?.passwordHash ?? (await decoy()), password);
  const now = new Date();
  if (!person || !fits || person.disabledAt) {
    await write((db) =>
      insertHistory(db, { at: now, kind: "person.sign_in_refused", personId: person?.id ?? null }),
    );
    return null;
  }
  const sessionId = randomUUID();
  await write(async (db) => {
    await insertSession(db, {
      id: sessionId,
      personId: person.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + sessionMs),
      endedAt: null,
      endReason: null,
    });
    await insertHistory(db, { at: now, kind: "person.signed_in", personId: person.id });
  });
  return { sessionId };
}

/** Ends a session by its person's wish. */
export async function signOut(sessionId: string, personId: string): Promise<void> {
  await write(async (db) => {
    const now = new Date();
    await endSession(db, sessionId, "signed_out", now);
    await insertHistory(db, { at: now, kind: "person.signed_out", personId });
  });
}
