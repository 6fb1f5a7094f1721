import NextAuth from "next-auth";
import { browserCookie, browserOf } from "#lib/server/auth/known-browser.ts";
import { authOptions } from "#lib/server/auth/options.ts";
import { renewedTabletCookie, tabletOf } from "#lib/server/auth/tablet.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth's own routes. A browser gets an id when it first signs in: wrong sign-ins elsewhere then shut nobody out of it. A paired
 * tablet's cookie is good for another year with each sign-in.
 */
async function handler(request: Request, context: Context): Promise<Response> {
  const browser = browserOf(request);
  const tablet = await tabletOf(request);
  const options = authOptions({ browserId: browser.id, tablet });
  const response: Response = await NextAuth(request as never, context as never, options);
  if (request.method !== "POST") return response;
  const kept = [browser.isNew && browserCookie(browser), tablet && renewedTabletCookie(request)];
  const withCookies = new Response(response.body, response);
  for (const cookie of kept) if (cookie) withCookies.headers.append("Set-Cookie", cookie);
  return withCookies;
}

export { handler as GET, handler as POST };
