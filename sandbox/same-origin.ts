import type { MiddlewareHandler } from "hono";
import type { Sandbox } from "./sandbox.ts";

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);
const SAFE_METHODS = new Set(["GET", "HEAD"]);

/**
 * Keeps other web sites from steering the sandbox through somebody's browser: the host asked for must be a
 * loopback name or the public address (else a name made to resolve here could read it), and a browser may change
 * something from the sandbox's own pages alone. Clients that are no browsers send neither header and pass.
 */
export function sameOriginOnly(sandbox: Sandbox): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    const ownHost = new URL(sandbox.url).host;
    if (host !== ownHost && !LOOPBACK_NAMES.has(host.replace(/:\d+$/, ""))) {
      return c.json({ error: `This is ${ownHost}, not ${host}.` }, 421);
    }
    if (!SAFE_METHODS.has(c.req.method)) {
      const origin = c.req.header("origin");
      const site = c.req.header("sec-fetch-site");
      const isForeign = site
        ? site !== "same-origin" && site !== "none"
        : !isOwnOrigin(origin, [host, ownHost]);
      if (isForeign) return c.json({ error: "Another site's page may not change anything here." }, 403);
    }
    await next();
  };
}

function isOwnOrigin(origin: string | undefined, hosts: string[]): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
