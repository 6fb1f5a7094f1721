import { createHash } from "node:crypto";
import { keepEarlyPresses } from "./early-presses.ts";

const earlyScriptHash = createHash("sha256").update(keepEarlyPresses).digest("base64");

/**
 * What a page may load and do, as a Content-Security-Policy: scripts of this app alone, each named by the request's nonce (the one that
 * is the same on every page: by its hash), and nothing framed. Styles may be inline, since the dialogs set theirs on elements. While
 * developing, React needs eval.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'sha256-${earlyScriptHash}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    // Said by itself: in its default, the rule for scripts, 'strict-dynamic' takes 'self' away.
    "worker-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return rules.join("; ");
}

/** The headers that are the same for every answer. */
export const fixedHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // The shopper's return page has a token in its address: no other site is told it.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), screen-wake-lock=(self)",
  },
];

/** For answers over TLS: the browser uses nothing else for two years. */
export const strictTransport = {
  key: "Strict-Transport-Security",
  value: "max-age=63072000; includeSubDomains",
};
