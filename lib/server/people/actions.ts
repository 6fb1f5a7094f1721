import { z } from "zod";
import { hashPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { endSessionsOf, setMembership, updatePerson } from "#db/queries/people.ts";
import { deleteSecondFactor, findSecondFactor } from "#db/queries/second-factors.ts";
import { forgetTriesOfAccount, forgetTriesOfPin } from "#db/queries/sign-in-tries.ts";
import { findStore } from "#db/queries/stores.ts";
import { mayChangeRole, staffRoles } from "#lib/people.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { unknownStore } from "../action-problems.ts";
import { managedStores } from "./list.ts";
import { type PersonChange, personAction } from "./person-action.ts";
import { newTemporaryPassword, type TemporaryPassword, temporaryUntil } from "./temporary-password.ts";

const nothing = z.object({});

/** Changes how a person is called on screens. */
export const renamePersonAction = personAction({
  name: "people.rename",
  input: z.object({ name: z.string().trim().min(1).max(100) }),
  change: async (context, { name }) => {
    const { db, viewer, person, now } = context;
    await updatePerson(db, person.id, { name });
    await insertHistory(db, {
      at: now,
      kind: "person.renamed",
      personId: viewer.personId,
      aboutPersonId: person.id,
      data: { fromName: person.name, toName: name },
    });
    return success(null);
  },
});

/** Gives a person a role in a store, or takes it. Their streams begin anew with what is theirs then. */
export const setRoleAction = personAction({
  name: "people.set_role",
  input: z.object({ storeId: z.string().max(100), role: z.enum(staffRoles).nullable() }),
  change: async (context, { storeId, role }) => {
    const { db, viewer, person, now } = context;
    if (role === "manager" && person.passwordUntil) return refusal(notTheirsYet);
    const store = managedStores(viewer).find((it) => it.id === storeId) ?? (await findStore(db, storeId));
    if (!store) return refusal(unknownStore);
    await setMembership(db, { personId: person.id, storeId, role });
    await updatePerson(db, person.id, { rolesChangedAt: now });
    await insertHistory(db, {
      at: now,
      kind: "person.role_changed",
      storeId,
      personId: viewer.personId,
      aboutPersonId: person.id,
      data: { store: store.name, role },
    });
    return success(null);
  },
  isAllowed: ({ by, standing }, { storeId, role }) => {
    if (standing.isOwner && !by.isOwner) return false;
    const from = standing.roles.find((it) => it.storeId === storeId)?.role ?? null;
    return mayChangeRole(by, storeId, from, role);
  },
});

/** Makes a person an owner of all stores, or takes that back. For owners alone, and never on oneself: one always remains. */
export const setOwnerAction = personAction({
  name: "people.set_owner",
  input: z.object({ isOwner: z.boolean() }),
  change: async (context, { isOwner }) => {
    const { db, viewer, person, now } = context;
    if (isOwner && person.passwordUntil) return refusal(notTheirsYet);
    await updatePerson(db, person.id, { isOwner, rolesChangedAt: now });
    await insertHistory(db, {
      at: now,
      kind: "person.role_changed",
      personId: viewer.personId,
      aboutPersonId: person.id,
      data: { role: isOwner ? "owner" : null },
    });
    return success(null);
  },
  isAllowed: ({ by }) => by.isOwner,
});

/** Gives a person a temporary password, to be told to them; signs them out everywhere and lets them try again at once. */
export const resetPasswordAction = personAction({
  name: "people.reset_password",
  input: nothing,
  prepare: async () => {
    const password = newTemporaryPassword();
    return { password, passwordHash: await hashPassword(password) };
  },
  change: async (context, _, { password, passwordHash }): Promise<Result<TemporaryPassword>> => {
    const { db, person, now } = context;
    const until = temporaryUntil(now);
    await updatePerson(db, person.id, { passwordHash, passwordUntil: until });
    await forgetTriesOfAccount(db, person.signInName);
    await endSessionsOf(db, person.id, "password_reset", now);
    await noted(context, "person.password_reset");
    return success({ signInName: person.signInName, password, until: until.toISOString() });
  },
});

/** Takes away a person's second factor, when they have lost it with all recovery codes. */
export const resetSecondFactorAction = personAction({
  name: "people.reset_second_factor",
  input: nothing,
  change: async (context) => {
    const { db, person, now } = context;
    if (!(await findSecondFactor(db, person.id))?.confirmedAt) return refusal(noSecondFactor);
    await deleteSecondFactor(db, person.id);
    await endSessionsOf(db, person.id, "second_factor_changed", now);
    return noted(context, "person.second_factor_off");
  },
});

/** Lets a person try their PIN again at once, wherever wrong ones have shut it. */
export const openPinAction = personAction({
  name: "people.open_pin",
  input: nothing,
  change: async (context) => {
    await forgetTriesOfPin(context.db, context.person.id);
    return noted(context, "person.pin_opened");
  },
});

/** Keeps a person from signing in, and ends their sessions and streams; or lets them in again. */
export const setDisabledAction = personAction({
  name: "people.set_disabled",
  input: z.object({ isDisabled: z.boolean() }),
  change: async (context, { isDisabled }) => {
    const { db, person, now } = context;
    if (isDisabled === (person.disabledAt !== null)) return success(null);
    await updatePerson(db, person.id, { disabledAt: isDisabled ? now : null });
    await endSessionsOf(db, person.id, "disabled", now);
    return noted(context, isDisabled ? "person.disabled" : "person.enabled");
  },
});

/** Ends every session of a person. */
export const endSessionsAction = personAction({
  name: "people.end_sessions",
  input: nothing,
  change: async (context) => {
    await endSessionsOf(context.db, context.person.id, "ended_by_other", context.now);
    return noted(context, "person.sessions_ended");
  },
});

type Noted =
  | "person.password_reset"
  | "person.second_factor_off"
  | "person.disabled"
  | "person.enabled"
  | "person.sessions_ended"
  | "person.pin_opened";

async function noted({ db, viewer, person, now }: PersonChange, kind: Noted): Promise<Result<null>> {
  await insertHistory(db, { at: now, kind, personId: viewer.personId, aboutPersonId: person.id });
  return success(null);
}

/** Whoever gave the temporary password could sign in as them, and would then have what they are given. */
const notTheirsYet = {
  code: "not_theirs_yet",
  happened: "They have not chosen a password of their own yet.",
  money: "Nothing has changed.",
  next: "Let them sign in first, then give them more.",
  fr: {
    happened: "Cette personne n'a pas encore choisi son propre mot de passe.",
    money: "Rien n'a changé.",
    next: "Laissez-la d'abord se connecter, puis donnez-lui davantage.",
  },
};

const noSecondFactor = {
  code: "no_second_factor",
  happened: "They have no second factor.",
  money: "Nothing has changed.",
  next: "Load this page again.",
  fr: {
    happened: "Cette personne n'a pas de deuxième facteur.",
    money: "Rien n'a changé.",
    next: "Rechargez cette page.",
  },
};
