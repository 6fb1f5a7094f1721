"use server";

import type { Result } from "#lib/problem.ts";
import { addStoreAction, changeStoreAction } from "#lib/server/stores/actions.ts";
import { addRegisterAction, changeRegisterAction } from "#lib/server/stores/registers.ts";

/** Adds a store with its registers. */
export async function addStore(given: unknown): Promise<Result<{ storeId: string }>> {
  return addStoreAction(given);
}

/** Saves some settings of a store. */
export async function changeStore(given: unknown): Promise<Result<null>> {
  return changeStoreAction(given);
}

/** Adds a register to a store. */
export async function addRegister(given: unknown): Promise<Result<null>> {
  return addRegisterAction(given);
}

/** Renames, closes or reopens a register. */
export async function changeRegister(given: unknown): Promise<Result<null>> {
  return changeRegisterAction(given);
}
