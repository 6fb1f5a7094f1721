import type { Metadata } from "next";
import { requireRight } from "#lib/server/auth/session.ts";
import { loadPeople, managedStores } from "#lib/server/people/list.ts";
import { add } from "./actions.ts";
import { People } from "./people.tsx";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const viewer = await requireRight("people.manage", "people.see");
  const stores = managedStores(viewer);
  const [first] = stores;
  return (
    <People
      personId={viewer.personId}
      people={await loadPeople(viewer)}
      stores={stores.map(({ id, name }) => ({ id, name }))}
      givable={viewer.isOwner ? ["cashier", "manager"] : ["cashier"]}
      place={{ timeZone: first?.timeZone ?? "UTC", locale: first?.locale ?? "en-US" }}
      add={add}
    />
  );
}
