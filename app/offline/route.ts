import { createHash } from "node:crypto";
import { offlineHtml, offlineScript } from "#lib/offline-page.ts";

export const dynamic = "force-static";

const scriptHash = createHash("sha256").update(offlineScript).digest("base64");

/** Kept by the browser, this page has no request of its own whose nonce its script could carry: the policy names the script itself. */
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${scriptHash}'`,
  "style-src 'unsafe-inline'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What the service worker shows while the server cannot be reached. The same for everybody, with nothing of any sale. */
export function GET(): Response {
  return new Response(offlineHtml(), {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy },
  });
}
