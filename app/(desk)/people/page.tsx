import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireRight } from "#lib/server/auth/session.ts";
import { loadPeople, managedStores } from "#lib/server/people/list.ts";
import { peopleWords } from "#lib/words/people-words.ts";
import { add } from "./actions.ts";
import { People } from "./people.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(peopleWords, await currentLocale()).title };
}

export default async function PeoplePage() {
  const viewer = await requireRight("people.manage", "people.see");
  const stores = managedStores(viewer);
  return (
    <People
      personId={viewer.personId}
      people={await loadPeople(viewer)}
      stores={stores.map(({ id, name }) => ({ id, name }))}
      givable={viewer.isOwner ? ["cashier", "manager"] : ["cashier"]}
      timeZone={stores[0]?.timeZone ?? "UTC"}
      add={add}
    />
  );
}
