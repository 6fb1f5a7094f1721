"use client";

import { ChangePasswordForm } from "#components/shell/change-password-form.tsx";
import type { Result } from "#lib/problem.ts";

type ChangePasswordProps = { personId: string; change: (given: unknown) => Promise<Result<null>> };

/** The form to change one's own password. Afterwards one signs in anew. */
export function ChangePassword({ personId, change }: ChangePasswordProps) {
  return (
    <ChangePasswordForm
      onSubmit={async (passwords) => {
        const result = await change({ personId, ...passwords });
        if (result.ok) window.location.assign("/sign-in");
        return result;
      }}
    />
  );
}
