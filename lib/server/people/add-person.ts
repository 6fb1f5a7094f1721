import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hashPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findPersonBySignInName, insertPerson } from "#db/queries/people.ts";
import { mayChangeRole, signInNamePattern, staffRoles } from "#lib/people.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { refuse, rightAction } from "../action.ts";
import { notAllowed } from "../action-problems.ts";
import { write } from "../database.ts";
import { standingNow } from "./person-action.ts";
import { newTemporaryPassword, type TemporaryPassword, temporaryUntil } from "./temporary-password.ts";

const newPerson = z.object({
  name: z.string().trim().min(1).max(100),
  signInName: z.string().trim().toLowerCase().regex(signInNamePattern),
  roles: z
    .array(z.object({ storeId: z.string().max(100), role: z.enum(staffRoles) }))
    .min(1)
    .max(500),
});

export type AddedPerson = TemporaryPassword & { personId: string };

/** Adds a member of staff with roles in the viewer's stores, and answers their temporary password. */
export const addPersonAction = rightAction(
  "people.manage",
  "people.add",
  newPerson,
  async (viewer, input) => {
    const password = newTemporaryPassword();
    const passwordHash = await hashPassword(password);
    const { name, signInName } = input;
    const roles = [...new Map(input.roles.map((it) => [it.storeId, it])).values()];
    const result = await write<Result<AddedPerson>>(async (db) => {
      const by = await standingNow(db, viewer);
      const stores = new Set(viewer.stores.map(({ store }) => store.id));
      const isAllowed = roles.every(
        ({ storeId, role }) => stores.has(storeId) && mayChangeRole(by, storeId, null, role),
      );
      if (!isAllowed) return refusal(notAllowed);
      if (await findPersonBySignInName(db, signInName)) return refusal(nameTaken);
      const now = new Date();
      const personId = randomUUID();
      const until = temporaryUntil(now);
      await insertPerson(
        db,
        {
          id: personId,
          signInName,
          name,
          passwordHash,
          passwordUntil: until,
          pinHash: null,
          locale: null,
          isOwner: false,
          disabledAt: null,
          rolesChangedAt: null,
          createdAt: now,
        },
        roles,
      );
      const line = { at: now, personId: viewer.personId, aboutPersonId: personId };
      await insertHistory(db, { ...line, kind: "person.created" });
      for (const { storeId, role } of roles) {
        const store = viewer.stores.find((it) => it.store.id === storeId)?.store.name;
        await insertHistory(db, { ...line, kind: "person.role_changed", storeId, data: { store, role } });
      }
      return success({ personId, signInName, password, until: until.toISOString() });
    });
    if (!result.ok && result.problem.code === notAllowed.code)
      return refuse(viewer, "people.add", notAllowed);
    return result;
  },
);

const nameTaken: Problem = {
  code: "name_taken",
  happened: "Somebody signs in with this name already.",
  money: "Nothing has changed.",
  next: "Choose another sign-in name.",
  fr: {
    happened: "Quelqu'un utilise déjà cet identifiant.",
    money: "Rien n'a changé.",
    next: "Choisissez un autre identifiant.",
  },
  field: "signInName",
};
