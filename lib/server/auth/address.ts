import { env } from "../env.ts";

/**
 * The address a request came from, as the proxies named in `TRUSTED_PROXIES` tell it: the last one in `x-forwarded-for`
 * that is none of them. Null when no proxy is named: what a client says of itself is not believed.
 */
export function clientAddress(forwardedFor: string | null): string | null {
  const { trustedProxies } = env();
  if (trustedProxies.length === 0 || !forwardedFor) return null;
  const hops = forwardedFor.split(",").map((hop) => hop.trim());
  return hops.findLast((hop) => hop !== "" && !trustedProxies.includes(hop)) ?? null;
}
