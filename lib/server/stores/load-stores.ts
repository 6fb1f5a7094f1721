import { hasSales, listRegisters, type Store } from "#db/queries/stores.ts";
import { listPairedTablets } from "#db/queries/tablets.ts";
import type { StoreSettings } from "#lib/store-settings.ts";
import type { StoreView, TabletView } from "#lib/store-view.ts";
import { mayIn, type Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";

/** The stores whose settings a viewer may see, by name, with all their registers. */
export async function loadStores(viewer: Viewer): Promise<StoreView[]> {
  const stores = viewer.stores.filter((it) => mayIn(it, "store.see")).map(({ store }) => store);
  return read(async (db) => {
    const registers = await listRegisters(
      db,
      stores.map((it) => it.id),
    );
    return Promise.all(
      stores.map(async (store) => {
        const tablets = await listPairedTablets(db, store.id);
        return {
          id: store.id,
          settings: settingsOf(store),
          registers: registers
            .filter((it) => it.storeId === store.id)
            .map(({ id, name, closedAt }) => ({
              ...{ id, name, isClosed: closedAt !== null },
              tablets: tablets.filter((it) => it.tablet.registerId === id).map(viewTablet),
            })),
          hasSales: await hasSales(db, store.id),
        };
      }),
    );
  });
}

/** One of them; null for any other. */
export async function loadStore(viewer: Viewer, storeId: string): Promise<StoreView | null> {
  return (await loadStores(viewer)).find((it) => it.id === storeId) ?? null;
}

function viewTablet({ tablet, pairedBy }: Awaited<ReturnType<typeof listPairedTablets>>[number]): TabletView {
  return {
    tabletId: tablet.id,
    device: tablet.device,
    pairedBy,
    pairedAt: tablet.pairedAt.toISOString(),
    lastSeenAt: tablet.lastSeenAt.toISOString(),
  };
}

function settingsOf({
  id: _id,
  country: _country,
  createdAt: _createdAt,
  ...settings
}: Store): StoreSettings {
  return settings;
}
