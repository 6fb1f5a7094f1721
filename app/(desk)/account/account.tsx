"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import type { AccountActions } from "#components/account/account-actions.ts";
import { AccountScreen, type AccountScreenProps } from "#components/account/account-screen.tsx";
import { useServerNow } from "#components/live/live-provider.tsx";
import type { Result } from "#lib/problem.ts";

type AccountProps = Pick<
  AccountScreenProps,
  "name" | "signInName" | "factor" | "pin" | "language" | "sessions" | "timeZone"
> & {
  personId: string;
  actions: { [Name in keyof AccountActions]: (given: unknown) => ReturnType<AccountActions[Name]> };
};

/** One's own account, wired: each action names the person whom the screen shows. */
export function Account({ personId, actions, ...shown }: AccountProps) {
  const now = useServerNow();
  const router = useRouter();
  const wired = useMemo<AccountActions>(() => {
    const by = <Value,>(action: (given: unknown) => Promise<Result<Value>>) => {
      return (input: object = {}) => action({ ...input, personId });
    };
    const andShow = <Value,>(action: (given: unknown) => Promise<Result<Value>>) => {
      return async (input: object = {}) => {
        const result = await action({ ...input, personId });
        if (result.ok) router.refresh();
        return result;
      };
    };
    return {
      changePassword: async (input) => {
        const result = await actions.changePassword({ ...input, personId });
        // Every session has ended, this one too. A full load, so that nothing of the person stays in memory.
        if (result.ok) window.location.assign("/sign-in");
        return result;
      },
      offerFactor: by(actions.offerFactor),
      turnOnFactor: andShow(actions.turnOnFactor),
      turnOffFactor: andShow(actions.turnOffFactor),
      renewCodes: andShow(actions.renewCodes),
      setPin: andShow(actions.setPin),
      setLocale: andShow(actions.setLocale),
      endSession: andShow(actions.endSession),
      endOthers: andShow(actions.endOthers),
    };
  }, [actions, personId, router]);
  return <AccountScreen {...shown} now={now} actions={wired} />;
}
