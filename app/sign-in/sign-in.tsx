"use client";

import {
  SignInForm,
  type SignInFormProps,
  type SignInInput,
  type SignInStep,
} from "#components/shell/sign-in-form.tsx";
import { type Result, refusal, success } from "#lib/problem.ts";
import { signInProblem, unreachableProblem } from "#lib/words/sign-in-words.ts";

/** The sign-in form, wired to next-auth. A full load follows, so that nothing of the last person stays in memory. */
export function SignIn({ hint }: Pick<SignInFormProps, "hint">) {
  return (
    <SignInForm
      hint={hint}
      onSubmit={async (input): Promise<Result<SignInStep>> => {
        let error: string | null;
        try {
          error = await signIn(input);
        } catch {
          return refusal(unreachableProblem);
        }
        if (error === "code_needed" || error === "new_password_needed") return success(error);
        if (error) return refusal(signInProblem(error));
        window.location.assign("/");
        // Busy until the other page is there: a second press would be a second sign-in.
        return new Promise(() => {});
      }}
    />
  );
}

/**
 * Signs in at next-auth's own addresses, and answers its word for why not; null when it worked. Its ready-made function leaves
 * the page when the server does not answer, which is when words are needed most.
 */
async function signIn(input: SignInInput): Promise<string | null> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...input, csrfToken, json: "true" }),
  });
  const { url } = (await answer.json()) as { url: string };
  const { searchParams } = new URL(url, window.location.href);
  return answer.ok ? searchParams.get("error") : (searchParams.get("error") ?? "unavailable");
}
