"use server";

import { z } from "zod";
import type { Result } from "#lib/problem.ts";
import { viewerAction } from "#lib/server/action.ts";
import { changePassword as change } from "#lib/server/auth/change-password.ts";

const passwords = z.object({ ...proof, next: z.string().max(200) });

const run = viewerAction("account.change_password", passwords, (viewer, { next, ...proof }) =>
  change(viewer, proof, next),
);

/** Changes the signed-in person's own password; every session of theirs ends. */
export async function changePassword(given: unknown): Promise<Result<null>> {
  return run(given);
}
