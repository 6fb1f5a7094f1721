import { hashPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { endSessionsOf, updatePerson } from "#db/queries/people.ts";
import { isGoodPassword, passwordComplaint } from "#lib/password.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { type Proof, withProof } from "./prove.ts";
import type { Viewer } from "./viewer.ts";

/** Changes the viewer's own password and ends every session of theirs, this one included. */
export async function changePassword(viewer: Viewer, proof: Proof, next: string): Promise<Result<null>> {
  const complaint = (locale: string) => passwordComplaint(next, viewer.signInName, locale) ?? "";
  if (!isGoodPassword(next, viewer.signInName)) {
    return refusal({
      code: "weak_password",
      happened: complaint("en"),
      money: "Nothing has changed.",
      next: "Choose another password.",
      fr: {
        happened: complaint("fr"),
        money: "Rien n'a changé.",
        next: "Choisissez un autre mot de passe.",
      },
      field: "next",
    });
  }
  const passwordHash = await hashPassword(next);
  return withProof(viewer, proof, async (db, { id }, now) => {
    await updatePerson(db, id, { passwordHash, passwordUntil: null });
    await endSessionsOf(db, id, "password_changed", now);
    await insertHistory(db, { at: now, kind: "person.password_changed", personId: id });
    return success(null);
  });
}
