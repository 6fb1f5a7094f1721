import { insertHistory } from "#db/queries/history.ts";
import { endSession, endSessionsOf, listSessions } from "#db/queries/people.ts";
import { type Result, success } from "#lib/problem.ts";
import type { SessionView } from "#lib/session-view.ts";
import { read, write } from "../database.ts";
import { idleSince } from "./session-limits.ts";
import type { Viewer } from "./viewer.ts";

/** The browsers the viewer is signed in on, the last used first. */
export async function loadSessions(viewer: Viewer): Promise<SessionView[]> {
  const now = new Date();
  const sessions = await read((db) => listSessions(db, viewer.personId, now, idleSince(now)));
  return sessions.map((it) => ({
    sessionId: it.id,
    device: it.device,
    isThis: it.id === viewer.sessionId,
    createdAt: it.createdAt.toISOString(),
    lastSeenAt: it.lastSeenAt.toISOString(),
  }));
}

/** Ends one of the viewer's own sessions; another's is left alone. One that has ended already is no mistake. */
export function endOwnSession(viewer: Viewer, sessionId: string): Promise<Result<null>> {
  return write(async (db) => {
    const { personId } = viewer;
    const now = new Date();
    const ended = await endSession(db, { id: sessionId, personId }, "ended", now);
    if (ended) await insertHistory(db, { at: now, kind: "person.sessions_ended", personId });
    return success(null);
  });
}

/** Ends every session of the viewer but this one. */
export function endOtherSessions({ personId, sessionId }: Viewer): Promise<Result<null>> {
  return write(async (db) => {
    const now = new Date();
    await endSessionsOf(db, personId, "ended", now, sessionId);
    await insertHistory(db, { at: now, kind: "person.sessions_ended", personId });
    return success(null);
  });
}
