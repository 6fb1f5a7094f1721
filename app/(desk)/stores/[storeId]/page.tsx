import type { Metadata } from "next";
import { refusePage, requireRight } from "#lib/server/auth/session.ts";
import { loadStore } from "#lib/server/stores/load-stores.ts";
import { addRegister, changeRegister, changeStore } from "../actions.ts";
import { StorePageScreen } from "./store.tsx";

export const metadata: Metadata = { title: "Store" };

export default async function StorePage({ params }: { params: Promise<{ storeId: string }> }) {
  const { storeId } = await params;
  const viewer = await requireRight("store.see", "stores.see");
  const store = await loadStore(viewer, storeId);
  if (!store) return refusePage(viewer, "stores.see", "unknown_store");
  return (
    <StorePageScreen
      personId={viewer.personId}
      store={store}
      actions={viewer.isOwner ? { changeStore, addRegister, changeRegister } : null}
    />
  );
}
