import { hasSales, listRegisters, type Store } from "#db/queries/stores.ts";
import { may } from "#lib/people.ts";
import type { StoreSettings } from "#lib/store-settings.ts";
import type { StoreView } from "#lib/store-view.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";

/** The stores whose settings a viewer may see, by name, with all their registers. */
export async function loadStores(viewer: Viewer): Promise<StoreView[]> {
  const stores = viewer.stores.filter(({ role }) => may(role, "store.see")).map(({ store }) => store);
  return read(async (db) => {
    const registers = await listRegisters(
      db,
      stores.map((it) => it.id),
    );
    return Promise.all(
      stores.map(async (store) => ({
        id: store.id,
        settings: settingsOf(store),
        registers: registers
          .filter((it) => it.storeId === store.id)
          .map(({ id, name, closedAt }) => ({ id, name, isClosed: closedAt !== null })),
        hasSales: await hasSales(db, store.id),
      })),
    );
  });
}

/** One of them; null for any other. */
export async function loadStore(viewer: Viewer, storeId: string): Promise<StoreView | null> {
  return (await loadStores(viewer)).find((it) => it.id === storeId) ?? null;
}

function settingsOf({
  id: _id,
  country: _country,
  createdAt: _createdAt,
  ...settings
}: Store): StoreSettings {
  return settings;
}
