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
