"use client";

import { useServerNow } from "#components/live/live-provider.tsx";
import { PeopleScreen, type PeopleScreenProps } from "#components/people/people-screen.tsx";

type PeopleProps = Pick<PeopleScreenProps, "people" | "stores" | "givable" | "place"> & {
  personId: string;
  add: (given: unknown) => ReturnType<PeopleScreenProps["add"]>;
};

/** The people of the viewer's stores, wired. */
export function People({ personId, add, ...shown }: PeopleProps) {
  const now = useServerNow();
  return (
    <PeopleScreen
      {...shown}
      now={now}
      hrefOf={(id) => `/people/${id}`}
      add={(input) => add({ ...input, personId })}
    />
  );
}
