import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { refusePage, requireRight } from "#lib/server/auth/session.ts";
import { loadStore } from "#lib/server/stores/load-stores.ts";
import { storesWords } from "#lib/words/stores-words.ts";
import { addRegister, changeRegister, changeStore } from "../actions.ts";
import { offerPairing, unpairTablet } from "../tablet-actions.ts";
import { StorePageScreen } from "./store.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(storesWords, await currentLocale()).storeTitle };
}

export default async function StorePage({ params }: { params: Promise<{ storeId: string }> }) {
  const { storeId } = await params;
  const viewer = await requireRight("store.see", "stores.see");
  const store = await loadStore(viewer, storeId);
  if (!store) return refusePage(viewer, "stores.see", "unknown_store");
  return (
    <StorePageScreen
      personId={viewer.personId}
      store={store}
      tabletActions={{ offerPairing, unpairTablet }}
      actions={viewer.isOwner ? { changeStore, addRegister, changeRegister } : null}
    />
  );
}
