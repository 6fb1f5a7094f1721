"use client";

import { signIn } from "next-auth/react";
import { SignInForm, type SignInFormProps, type SignInStep } from "#components/shell/sign-in-form.tsx";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { signInProblem, unreachableProblem } from "#lib/words/sign-in-words.ts";

/** The sign-in form, wired to next-auth. A full load follows, so that nothing of the last person stays in memory. */
export function SignIn({ hint }: Pick<SignInFormProps, "hint">) {
  return (
    <SignInForm
      hint={hint}
      onSubmit={async (input): Promise<Result<SignInStep>> => {
        try {
          const answer = await signIn("credentials", { ...input, redirect: false });
          if (answer?.ok) {
            window.location.assign("/");
            return success("signed_in");
          }
          if (answer?.error === "code_needed" || answer?.error === "new_password_needed") {
            return success(answer.error);
          }
          const problem: Problem = signInProblem(answer?.error);
          return refusal(problem);
        } catch {
          return refusal(unreachableProblem);
        }
      }}
    />
  );
}
