import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireRight } from "#lib/server/auth/session.ts";
import { loadStores } from "#lib/server/stores/load-stores.ts";
import { storesWords } from "#lib/words/stores-words.ts";
import { addStore } from "./actions.ts";
import { Stores } from "./stores.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(storesWords, await currentLocale()).title };
}

export default async function StoresPage() {
  const viewer = await requireRight("store.see", "stores.see");
  return (
    <Stores
      personId={viewer.personId}
      stores={await loadStores(viewer)}
      addStore={viewer.isOwner ? addStore : null}
    />
  );
}
