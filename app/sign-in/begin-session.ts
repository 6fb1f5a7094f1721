"use client";

import type { SignInInput, SignInStep } from "#components/shell/sign-in-form.tsx";
import { type Result, refusal, success } from "#lib/problem.ts";
import { signInProblem, unreachableProblem } from "#lib/words/sign-in-words.ts";

/** Signs in with name and password. Answers what is asked for next; null once somebody is signed in. */
export async function beginWithPassword(input: SignInInput): Promise<Result<SignInStep | null>> {
  return begin("credentials", input, ["code_needed", "new_password_needed"]);
}

/** Signs in on a paired tablet with a PIN. */
export async function beginWithPin(input: { personId: string; pin: string }): Promise<Result<null>> {
  return begin("pin", input, []);
}

async function begin<Step extends string>(
  provider: string,
  input: Record<string, string>,
  steps: readonly Step[],
): Promise<Result<Step | null>> {
  let error: string | null;
  try {
    error = await send(provider, input);
  } catch {
    return refusal(unreachableProblem);
  }
  const step = steps.find((it) => it === error);
  if (step) return success(step);
  return error ? refusal(signInProblem(error)) : success(null);
}

/**
 * Signs in at next-auth's own addresses, and answers its word for why not; null when it worked. Its ready-made function leaves
 * the page when the server does not answer, which is when words are needed most.
 */
async function send(provider: string, input: Record<string, string>): Promise<string | null> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`/api/auth/callback/${provider}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...input, csrfToken, json: "true" }),
  });
  const { url } = (await answer.json()) as { url: string };
  const { searchParams } = new URL(url, window.location.href);
  return answer.ok ? searchParams.get("error") : (searchParams.get("error") ?? "unavailable");
}
