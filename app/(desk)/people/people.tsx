"use client";

import { useRouter } from "next/navigation";
import { useServerNow } from "#components/live/live-provider.tsx";
import { PeopleScreen, type PeopleScreenProps } from "#components/people/people-screen.tsx";

type PeopleProps = Pick<PeopleScreenProps, "people" | "stores" | "givable" | "timeZone"> & {
  personId: string;
  add: (given: unknown) => ReturnType<PeopleScreenProps["add"]>;
};

/** The people of the viewer's stores, wired. */
export function People({ personId, add, ...shown }: PeopleProps) {
  const now = useServerNow();
  const router = useRouter();
  return (
    <PeopleScreen
      {...shown}
      now={now}
      hrefOf={(id) => `/people/${id}`}
      add={async (input) => {
        const result = await add({ ...input, personId });
        if (result.ok) router.refresh();
        return result;
      }}
    />
  );
}
