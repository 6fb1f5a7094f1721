import { env } from "../env.ts";

/** Whether browsers reach the app over TLS. */
export function isBehindTls(): boolean {
  return env().appUrl.startsWith("https:");
}

/**
 * A cookie's name: behind TLS with `__Host-` before it, which browsers take from this very host over TLS alone. (RFC 6265bis,
 * cookie name prefixes.)
 */
export function hostCookie(name: string): string {
  return isBehindTls() ? `__Host-${name}` : name;
}

const aYearSeconds = 365 * 24 * 60 * 60;

/** How a cookie is kept that belongs to the browser and not to who is signed in: for a year, out of reach of scripts. */
export function browserCookieOptions() {
  return {
    httpOnly: true,
    sameSite: "lax",
    secure: isBehindTls(),
    path: "/",
    maxAge: aYearSeconds,
  } as const;
}

/** The same as a `Set-Cookie` header. */
export function cookieForAYear(name: string, value: string): string {
  const secure = isBehindTls() ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${aYearSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** A request's cookie of a name; null when it has none. */
export function cookieIn(request: Request, name: string): string | null {
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  return cookies.find((it) => it.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
