import { hashPassword, verifyPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { endSessionsOf, findPersonBySignInName, setPasswordHash } from "#db/queries/people.ts";
import { passwordComplaint } from "#lib/password.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { read, write } from "../database.ts";
import type { Viewer } from "./viewer.ts";

/** Changes the viewer's own password and ends every session of theirs, this one included. */
export async function changePassword(viewer: Viewer, current: string, next: string): Promise<Result<null>> {
  const person = await read((db) => findPersonBySignInName(db, viewer.signInName));
  if (!person || !(await verifyPassword(person.passwordHash, current))) {
    return refusal({
      code: "wrong_password",
      happened: "The current password is not right.",
      money: "Nothing has changed.",
      next: "Type it again.",
      field: "current",
    });
  }
  const complaint = passwordComplaint(next, viewer.signInName);
  if (complaint) {
    return refusal({
      code: "weak_password",
      happened: complaint,
      money: "Nothing has changed.",
      next: "Choose another password.",
      field: "next",
    });
  }
  const passwordHash = await hashPassword(next);
  await write(async (db) => {
    const now = new Date();
    await setPasswordHash(db, viewer.personId, passwordHash);
    await endSessionsOf(db, viewer.personId, "password_changed", now);
    await insertHistory(db, { at: now, kind: "person.password_changed", personId: viewer.personId });
  });
  return success(null);
}
