import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from "node:crypto";
import { oncePerProcess } from "../once.ts";
import { cookieForAYear, cookieIn, hostCookie } from "./cookies.ts";
import { authSecret } from "./secret.ts";

/** A browser by an id of its own. Whose browser it is, the sessions that began on it tell. */
export type Browser = { id: string; isNew: boolean };

/** The browser a request came from, by the cookie it was given; a new one where there is none, or its signature is wrong. */
export function browserOf(request: Request): Browser {
  const value = cookieIn(request, hostCookie("till_browser")) ?? "";
  const [id = "", signature = ""] = value.split(".");
  return isSigned(id, signature) ? { id, isNew: false } : { id: randomUUID(), isNew: true };
}

/** The header that gives a browser its id. */
export function browserCookie({ id }: Browser): string {
  return cookieForAYear(hostCookie("till_browser"), `${id}.${sign(id)}`);
}

function sign(id: string): string {
  const key = oncePerProcess("browser key", () =>
    Buffer.from(hkdfSync("sha256", authSecret(), "", "till known browser", 32)),
  );
  return createHmac("sha256", key).update(id).digest("base64url");
}

function isSigned(id: string, signature: string): boolean {
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(id));
  return id !== "" && given.length === right.length && timingSafeEqual(given, right);
}
