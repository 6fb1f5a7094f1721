"use server";

import { z } from "zod";
import { signInNamePattern } from "#lib/people.ts";
import { type Result, refusal } from "#lib/problem.ts";
import { strangerAction } from "#lib/server/action.ts";
import { createOwner as create } from "#lib/server/setup/create-owner.ts";
import { needsOwner } from "#lib/server/setup/setup-code.ts";

const setup = z.object({
  code: z.string().max(100),
  name: z.string().trim().min(1).max(100),
  signInName: z.string().trim().toLowerCase().regex(signInNamePattern),
  password: z.string().max(200),
  storeName: z.string().trim().min(1).max(60),
  storeCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{2,8}$/),
  country: z.enum(["US", "CA"]),
  timeZone: z.string().max(60),
  registers: z.number().int().min(1).max(20),
});

const run = strangerAction("setup.create_owner", setup, async (input): Promise<Result<null>> => {
  if (await needsOwner()) return create(input);
  return refusal({
    code: "has_owner",
    happened: "This till has an owner already.",
    money: "Nothing has been created.",
    next: "Sign in instead.",
    fr: {
      happened: "Cette caisse a déjà un propriétaire.",
      money: "Rien n'a été créé.",
      next: "Connectez-vous plutôt.",
    },
  });
});

/** Makes the first visitor with the one-time code the owner. The only action that needs no session. */
export async function createOwner(given: unknown): Promise<Result<null>> {
  return run(given);
}
