import type { Metadata } from "next";
import { requireRight } from "#lib/server/auth/session.ts";
import { loadStores } from "#lib/server/stores/load-stores.ts";
import { addStore } from "./actions.ts";
import { Stores } from "./stores.tsx";

export const metadata: Metadata = { title: "Stores" };

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
