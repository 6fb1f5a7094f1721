"use client";

import { signIn } from "next-auth/react";
import { SignInForm, type SignInFormProps } from "#components/shell/sign-in-form.tsx";
import { type Problem, refusal, success } from "#lib/problem.ts";

/** The sign-in form, wired to next-auth. A full load follows, so that nothing of the last person stays in memory. */
export function SignIn({ hint }: Pick<SignInFormProps, "hint">) {
  return (
    <SignInForm
      hint={hint}
      onSubmit={async ({ signInName, password }) => {
        try {
          const answer = await signIn("credentials", { signInName, password, redirect: false });
          if (answer?.ok) {
            window.location.assign("/till");
            return success(null);
          }
          if (answer?.error === "too_many") return refusal(tooMany);
          return refusal({
            code: "wrong_sign_in",
            happened: "The sign-in name and password do not fit.",
            money: "Nothing has changed.",
            next: "Check both and try again, or ask a manager.",
          });
        } catch {
          return refusal({
            code: "unreachable",
            happened: "The till's server could not be reached.",
            money: "Nothing has changed.",
            next: "Check the connection and try again.",
          });
        }
      }}
    />
  );
}

const tooMany: Problem = {
  code: "too_many",
  happened: "There were too many wrong sign-ins with this name.",
  money: "Nothing has changed.",
  next: "Wait a quarter of an hour, then try again.",
};
