import { listApproved } from "#db/queries/approved-list.ts";
import { listSaleRows } from "#db/queries/sales.ts";
import { givenAheadMs } from "#lib/expiry-warning.ts";
import type { SaleView } from "#lib/sale-view.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { viewRows } from "./view.ts";

/** More than any screen warns of; those that run out first count. */
const mostApproved = 100;

/** What is approved and not captured in a viewer's stores and runs out within hours, for the screens that warn of it. */
export async function loadRunningOut(viewer: Pick<Viewer, "stores">): Promise<SaleView[]> {
  const stores = viewer.stores.map(({ store }) => ({ storeId: store.id, from: null, to: null }));
  const expiresBefore = new Date(Date.now() + givenAheadMs);
  return read(async (db) => {
    const saleIds = await listApproved(db, { stores, search: null, expiresBefore }, mostApproved);
    return viewRows(db, () => listSaleRows(db, saleIds));
  });
}
