import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { log } from "../log.ts";
import { clientAddress } from "./address.ts";
import { hostCookie, isBehindTls } from "./cookies.ts";
import { authSecret } from "./secret.ts";
import { sessionMs } from "./session-limits.ts";
import { signIn, signOut } from "./sign-in.ts";
import { findViewer } from "./viewer.ts";

const credentials = z.object({
  signInName: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  code: z.string().max(40).default(""),
  newPassword: z.string().max(200).default(""),
});

/**
 * next-auth's settings. The cookie is a signed token that names a session row and nothing else; the row decides on each
 * request, so ending it ends the session at once. `browserId` is that of the browser that signs in.
 */
export function authOptions(browserId: string | null = null): AuthOptions {
  const isSecure = isBehindTls();
  const cookie = (name: string) => ({
    name: hostCookie(`next-auth.${name}`),
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure },
  });
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: sessionMs / 1000 },
    useSecureCookies: isSecure,
    cookies: {
      sessionToken: cookie("session-token"),
      callbackUrl: cookie("callback-url"),
      csrfToken: cookie("csrf-token"),
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { signInName: {}, password: {}, code: {}, newPassword: {} },
        async authorize(given, request) {
          const parsed = credentials.safeParse(given);
          if (!parsed.success) return null;
          const header = (name: string): string | null => {
            const value: unknown = request.headers?.[name];
            return typeof value === "string" ? value : null;
          };
          const address = clientAddress(header("x-forwarded-for"));
          const input = { ...parsed.data, address, userAgent: header("user-agent"), browserId };
          const started = await signIn(input).catch((error: unknown) => {
            log().error({ err: error }, "a sign-in could not be looked at");
            throw new Error("unavailable");
          });
          if (started.ok) return { id: started.sessionId };
          if (started.why === "wrong") return null;
          // next-auth hands the message of an error on to the form, and nothing else.
          throw new Error(started.why);
        },
      }),
    ],
    callbacks: {
      // next-auth's user is our session: its id is all the token carries.
      jwt: ({ token, user }) => (user ? { sub: user.id } : token),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sub }),
    },
    events: {
      async signOut({ token }) {
        const viewer = token.sub ? await findViewer(token.sub) : null;
        if (viewer) await signOut(viewer.sessionId, viewer.personId);
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}
