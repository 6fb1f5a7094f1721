import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, strictTransport } from "#lib/security-headers.ts";
import { env, isDevelopment } from "#lib/server/env.ts";

/** Gives each page a policy with a nonce of its own; Next takes the nonce from the request's header and puts it on its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), isDevelopment());
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  if (env().appUrl.startsWith("https:")) response.headers.set(strictTransport.key, strictTransport.value);
  return response;
}

export const config = {
  matcher: [
    {
      source: "/((?!api/|_next/static|icon|apple-icon|sw.js|offline|manifest.webmanifest).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
  ],
};
