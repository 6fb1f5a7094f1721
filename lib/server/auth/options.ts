import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "../env.ts";
import { clientAddress } from "./address.ts";
import { authSecret } from "./secret.ts";
import { sessionMs, signIn, signOut } from "./sign-in.ts";
import { findViewer } from "./viewer.ts";

const credentials = z.object({
  signInName: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});

/**
 * next-auth's settings. The cookie is a signed token that names a session row and nothing else; the row decides on each
 * request, so ending it ends the session at once.
 */
export function authOptions(): AuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: sessionMs / 1000 },
    useSecureCookies: env().appUrl.startsWith("https:"),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { signInName: {}, password: {} },
        async authorize(given, request) {
          const parsed = credentials.safeParse(given);
          if (!parsed.success) return null;
          const forwardedFor: unknown = request.headers?.["x-forwarded-for"];
          const address = clientAddress(typeof forwardedFor === "string" ? forwardedFor : null);
          const started = await signIn({ ...parsed.data, address });
          if (started.ok) return { id: started.sessionId };
          // next-auth hands the message of an error on to the form, and nothing else.
          if (started.why === "too_many") throw new Error("too_many");
          return null;
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
