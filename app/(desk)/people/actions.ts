"use server";

import type { Result } from "#lib/problem.ts";
import * as people from "#lib/server/people/actions.ts";
import { type AddedPerson, addPersonAction } from "#lib/server/people/add-person.ts";
import type { TemporaryPassword } from "#lib/server/people/temporary-password.ts";

/** Adds a member of staff. */
export async function add(given: unknown): Promise<Result<AddedPerson>> {
  return addPersonAction(given);
}

/** Changes how a person is called on screens. */
export async function rename(given: unknown): Promise<Result<null>> {
  return people.renamePersonAction(given);
}

/** Gives a person a role in a store, or takes it. */
export async function setRole(given: unknown): Promise<Result<null>> {
  return people.setRoleAction(given);
}

/** Makes a person an owner, or takes that back. */
export async function setOwner(given: unknown): Promise<Result<null>> {
  return people.setOwnerAction(given);
}

/** Gives a person a temporary password. */
export async function resetPassword(given: unknown): Promise<Result<TemporaryPassword>> {
  return people.resetPasswordAction(given);
}

/** Takes away a person's second factor. */
export async function resetSecondFactor(given: unknown): Promise<Result<null>> {
  return people.resetSecondFactorAction(given);
}

/** Lets a person try their PIN again at once. */
export async function openPin(given: unknown): Promise<Result<null>> {
  return people.openPinAction(given);
}

/** Keeps a person from signing in, or lets them in again. */
export async function setDisabled(given: unknown): Promise<Result<null>> {
  return people.setDisabledAction(given);
}

/** Ends every session of a person. */
export async function endSessions(given: unknown): Promise<Result<null>> {
  return people.endSessionsAction(given);
}
