"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { type Problem, type Result, success } from "#lib/problem.ts";
import { refuse, viewerAction } from "#lib/server/action.ts";
import { browserCookieOptions } from "#lib/server/auth/cookies.ts";
import { registerCookie } from "#lib/server/auth/session.ts";

const choice = z.object({ registerId: z.string().max(100) });

const choose = viewerAction(
  "register.choose",
  choice,
  async (viewer, { registerId }): Promise<Result<null>> => {
    const isTheirs = viewer.stores.some(({ registers }) => registers.some((it) => it.id === registerId));
    if (!isTheirs) return refuse(viewer, "register.choose", unknownRegister);
    (await cookies()).set(registerCookie(), registerId, browserCookieOptions());
    return success(null);
  },
);

const unknownRegister: Problem = {
  code: "unknown_register",
  happened: "There is no such register in your stores.",
  money: "Nothing has changed.",
  next: "Choose one from the list.",
  fr: {
    happened: "Il n'y a pas de telle caisse dans vos magasins.",
    money: "Rien n'a changé.",
    next: "Choisissez-en une dans la liste.",
  },
};

/** Makes this tablet stand for a register of a store its person works in. */
export async function chooseRegister(given: unknown): Promise<Result<null>> {
  return choose(given);
}
