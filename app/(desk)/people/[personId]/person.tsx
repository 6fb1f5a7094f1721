"use client";

import { useMemo } from "react";
import { useServerNow } from "#components/live/live-provider.tsx";
import type { PersonActions } from "#components/people/person-actions.ts";
import { PersonScreen, type PersonScreenProps } from "#components/people/person-screen.tsx";

type Props = Pick<PersonScreenProps, "person" | "activity" | "viewerIsOwner" | "place"> & {
  viewerId: string;
  actions: { [Name in keyof PersonActions]: (given: unknown) => ReturnType<PersonActions[Name]> };
};

/** One person's page, wired: each action names who acts, and whom it is about. */
export function PersonPageScreen({ viewerId, actions, ...shown }: Props) {
  const now = useServerNow();
  const aboutId = shown.person.personId;
  const wired = useMemo<PersonActions>(() => {
    const by = <Value,>(action: (given: unknown) => Value) => {
      return (input: object = {}) => action({ ...input, personId: viewerId, aboutId });
    };
    return {
      rename: by(actions.rename),
      setRole: by(actions.setRole),
      setOwner: by(actions.setOwner),
      resetPassword: by(actions.resetPassword),
      resetSecondFactor: by(actions.resetSecondFactor),
      setDisabled: by(actions.setDisabled),
      endSessions: by(actions.endSessions),
    };
  }, [actions, viewerId, aboutId]);
  return <PersonScreen key={aboutId} {...shown} now={now} peopleHref="/people" actions={wired} />;
}
