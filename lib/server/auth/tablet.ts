import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { cache } from "react";
import { findPairedTablet, type PairedTablet } from "#db/queries/tablets.ts";
import { read } from "../database.ts";
import { cookieForAYear, cookieIn, hostCookie } from "./cookies.ts";

/** The cookie that holds a paired tablet's token. */
export function tabletCookie(): string {
  return hostCookie("till_tablet");
}

/** A token for a tablet, and what is kept of it: 256 bits, so that a plain hash is not to be turned around. */
export function newTabletToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashOf(token) };
}

/** The paired tablet a token belongs to; null for any other. */
export async function tabletOfToken(token: string | null | undefined): Promise<PairedTablet | null> {
  return token ? read((db) => findPairedTablet(db, hashOf(token))) : null;
}

/** The paired tablet a request came from; null for any other browser. */
export function tabletOf(request: Request): Promise<PairedTablet | null> {
  return tabletOfToken(cookieIn(request, tabletCookie()));
}

/** The header that keeps a paired tablet's cookie for another year. */
export function renewedTabletCookie(request: Request): string {
  return cookieForAYear(tabletCookie(), cookieIn(request, tabletCookie()) ?? "");
}

/** The same for the request that is being answered. Read once. */
export const currentTablet = cache(async (): Promise<PairedTablet | null> => {
  await connection();
  return tabletOfToken((await cookies()).get(tabletCookie())?.value);
});

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
