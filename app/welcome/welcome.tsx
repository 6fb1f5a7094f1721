"use client";

import { WelcomeForm, type WelcomeInput } from "#components/shell/welcome-form.tsx";
import type { Result } from "#lib/problem.ts";

/** The first visitor's form. Afterwards the owner signs in. */
export function Welcome({ create }: { create: (given: unknown) => Promise<Result<null>> }) {
  return (
    <WelcomeForm
      onSubmit={async (input: WelcomeInput) => {
        const result = await create(input);
        if (result.ok) window.location.assign("/sign-in");
        return result;
      }}
    />
  );
}
