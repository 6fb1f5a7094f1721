import { listApproved } from "#db/queries/approved-list.ts";
import { listSaleRows } from "#db/queries/sales.ts";
import type { SaleView } from "#lib/sale-view.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { viewRows } from "./view.ts";

/** More than any screen warns of; those that run out first count. */
const mostApproved = 100;

/** What is approved and not captured in a viewer's stores, for the screens that warn of what runs out. */
export async function loadApproved(viewer: Viewer): Promise<SaleView[]> {
  const stores = viewer.stores.map(({ store }) => ({ storeId: store.id, from: null, to: null }));
  return read(async (db) => {
    const saleIds = await listApproved(db, { stores, search: null }, mostApproved);
    return viewRows(db, () => listSaleRows(db, saleIds));
  });
}
