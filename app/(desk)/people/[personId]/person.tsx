"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useServerNow } from "#components/live/live-provider.tsx";
import type { PersonActions } from "#components/people/person-actions.ts";
import { PersonScreen, type PersonScreenProps } from "#components/people/person-screen.tsx";
import type { Result } from "#lib/problem.ts";

type Props = Pick<PersonScreenProps, "person" | "activity" | "viewerIsOwner"> & {
  viewerId: string;
  actions: { [Name in keyof PersonActions]: (given: unknown) => ReturnType<PersonActions[Name]> };
};

/** One person's page, wired: each action names who acts, and whom it is about. */
export function PersonPageScreen({ viewerId, actions, ...shown }: Props) {
  const now = useServerNow();
  const router = useRouter();
  const { person, viewerIsOwner } = shown;
  const aboutId = person.personId;
  const isOnlyStore = !viewerIsOwner && person.roles.filter((it) => it.role !== null).length === 1;
  const wired = useMemo<PersonActions>(() => {
    const by = <Value,>(action: (given: unknown) => Promise<Result<Value>>, leads?: string) => {
      return async (input: object = {}) => {
        const result = await action({ ...input, personId: viewerId, aboutId });
        if (result.ok && leads) router.push(leads);
        else if (result.ok) router.refresh();
        return result;
      };
    };
    const { setRole } = actions;
    return {
      rename: by(actions.rename),
      // Whom a manager takes out of their last store, the manager no longer sees.
      setRole: (input) => by(setRole, input.role === null && isOnlyStore ? "/people" : undefined)(input),
      setOwner: by(actions.setOwner),
      resetPassword: by(actions.resetPassword),
      resetSecondFactor: by(actions.resetSecondFactor),
      openPin: by(actions.openPin),
      setDisabled: by(actions.setDisabled),
      endSessions: by(actions.endSessions),
    };
  }, [actions, viewerId, aboutId, isOnlyStore, router]);
  return <PersonScreen key={aboutId} {...shown} now={now} peopleHref="/people" actions={wired} />;
}
