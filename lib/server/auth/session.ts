import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { connection } from "next/server";
import { getServerSession } from "next-auth/next";
import { cache } from "react";
import type { Register } from "#db/queries/stores.ts";
import { may, type Right } from "#lib/people.ts";
import type { RefusableAction } from "#lib/words/refusal-words.ts";
import { hostCookie } from "./cookies.ts";
import { authOptions } from "./options.ts";
import { recordRefusal } from "./refusals.ts";
import { currentTablet } from "./tablet.ts";
import { findViewer, mayAnywhere, type Viewer, type ViewerStore } from "./viewer.ts";

/** The cookie that names the register an unpaired tablet stands for: remembered by the tablet, and checked on each request. */
export function registerCookie(): string {
  return hostCookie("till_register");
}

/** A viewer at a register of a store they work in. */
export type Station = Omit<ViewerStore, "registers"> & { viewer: Viewer; register: Register };

/** Who sent this request; null for a stranger. Read once a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  // Nothing about who asks can be known while building.
  await connection();
  const session = (await getServerSession(authOptions())) as { sessionId?: string } | null;
  return session?.sessionId ? findViewer(session.sessionId, await currentTablet()) : null;
});

/** The register this tablet is paired to or else was set to, if the viewer works in its store. */
export async function currentStation(viewer: Viewer): Promise<Station | null> {
  const paired = await currentTablet();
  const registerId = paired?.register.id ?? (await cookies()).get(registerCookie())?.value;
  for (const { registers, ...place } of viewer.stores) {
    const register = registers.find((it) => it.id === registerId);
    if (register) return { viewer, ...place, register };
  }
  return null;
}

/** For pages: the viewer, or the sign-in page. */
export async function requireViewer(): Promise<Viewer> {
  return (await currentViewer()) ?? redirect("/sign-in");
}

/** For pages of the till: the viewer at their register, or the page that asks for what is missing. */
export async function requireStation(): Promise<Station> {
  const viewer = await requireViewer();
  return (await currentStation(viewer)) ?? redirect("/register");
}

/** For pages about one's own sign-in: the viewer; who came in with a PIN is asked to sign in with the password. */
export async function requirePassword(): Promise<Viewer> {
  const viewer = await requireViewer();
  return viewer.byPin ? redirect("/password") : viewer;
}

/**
 * For pages that need a right: the viewer; who has it but came in with a PIN is asked to sign in with the password. For anybody else
 * there is no such page, and that they asked is in the history.
 */
export async function requireRight(right: Right, page: RefusableAction): Promise<Viewer> {
  const viewer = await requireViewer();
  if (mayAnywhere(viewer, right)) return viewer;
  if (viewer.byPin && viewer.stores.some(({ role }) => may(role, right))) redirect("/password");
  return refusePage(viewer, page, "not_allowed");
}

/** Answers that there is no such page, and writes down that this person asked for it. */
export async function refusePage(viewer: Viewer, page: RefusableAction, code: string): Promise<never> {
  await recordRefusal(viewer, page, code);
  notFound();
}
