"use client";

import { PairForm } from "#components/tablet/pair-form.tsx";
import type { Result } from "#lib/problem.ts";

/** Pairs this browser, wired: what it is from then on, the sign-in page shows. */
export function Pair({ pair }: { pair: (given: unknown) => Promise<Result<null>> }) {
  return (
    <PairForm
      signInHref="/sign-in"
      onPair={async (code) => {
        const paired = await pair({ code });
        if (paired.ok) window.location.assign("/sign-in");
        return paired;
      }}
    />
  );
}
