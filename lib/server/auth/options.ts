import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { log } from "../log.ts";
import { clientAddress } from "./address.ts";
import { hostCookie, isBehindTls } from "./cookies.ts";
import { signInByPin } from "./pin-sign-in.ts";
import { authSecret } from "./secret.ts";
import { sessionMs } from "./session-limits.ts";
import { signIn, signOut } from "./sign-in.ts";
import type { SignInPlace } from "./start-session.ts";

const credentials = z.object({
  signInName: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  code: z.string().max(40).default(""),
  newPassword: z.string().max(200).default(""),
});

const pinCredentials = z.object({ personId: z.string().max(100), pin: z.string().min(1).max(20) });

const nowhere = { browserId: null, tablet: null };

/**
 * next-auth's settings. The cookie is a signed token that names a session row and nothing else; the row decides on each
 * request, so ending it ends the session at once. `from` is the browser that signs in.
 */
export function authOptions(from: Omit<SignInPlace, "userAgent"> = nowhere): AuthOptions {
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
          const header = headersOf(request);
          const address = clientAddress(header("x-forwarded-for"));
          return userOf(signIn({ ...parsed.data, ...from, address, userAgent: header("user-agent") }));
        },
      }),
      CredentialsProvider({
        id: "pin",
        credentials: { personId: {}, pin: {} },
        async authorize(given, request) {
          const parsed = pinCredentials.safeParse(given);
          if (!parsed.success) return null;
          const userAgent = headersOf(request)("user-agent");
          return userOf(signInByPin({ ...parsed.data, ...from, userAgent }));
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
        if (token.sub) await signOut(token.sub);
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

function headersOf(request: { headers?: Record<string, unknown> }) {
  return (name: string): string | null => {
    const value: unknown = request.headers?.[name];
    return typeof value === "string" ? value : null;
  };
}

/** The outcome of a sign-in as next-auth takes it: it hands the message of an error on to the form, and nothing else. */
async function userOf(
  signingIn: Promise<{ ok: true; sessionId: string } | { ok: false; why: string }>,
): Promise<{ id: string } | null> {
  const started = await signingIn.catch((error: unknown) => {
    log().error({ err: error }, "a sign-in could not be looked at");
    throw new Error("unavailable");
  });
  if (started.ok) return { id: started.sessionId };
  if (started.why === "wrong") return null;
  throw new Error(started.why);
}
