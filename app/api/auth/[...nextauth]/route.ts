import NextAuth from "next-auth";
import { browserCookie, browserOf } from "#lib/server/auth/known-browser.ts";
import { authOptions } from "#lib/server/auth/options.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes. A browser gets an id when it first signs in: wrong sign-ins elsewhere then shut nobody out of it. */
async function handler(request: Request, context: Context): Promise<Response> {
  const browser = browserOf(request);
  const response: Response = await NextAuth(request as never, context as never, authOptions(browser.id));
  if (request.method !== "POST" || !browser.isNew) return response;
  const withBrowser = new Response(response.body, response);
  withBrowser.headers.append("Set-Cookie", browserCookie(browser));
  return withBrowser;
}

export { handler as GET, handler as POST };
