import { findMainOrder } from "#db/queries/orders.ts";
import { findByShopperToken, findSale } from "#db/queries/sales.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { askSoon, watchOrder } from "../orders/poller.ts";

/** Notes that a viewer's screen shows a sale. Sales of other stores, and those without an order yet, are left alone. */
export async function watchSale(viewer: Viewer, saleId: string): Promise<void> {
  const order = await read(async (db) => {
    const sale = await findSale(db, saleId);
    const isTheirs = sale && viewer.stores.some(({ store }) => store.id === sale.storeId);
    return isTheirs ? findMainOrder(db, sale.currentAttemptId) : null;
  });
  if (order) await watchOrder(order.uuid);
}

/** The shop behind a shopper's page, and a hint to ask Sezzle what the shopper did. Null for a token nobody was given. */
export async function shopperReturned(token: string): Promise<{ shopName: string } | null> {
  const found = await read((db) => findByShopperToken(db, token));
  if (found?.orderUuid) await askSoon(found.orderUuid);
  return found && { shopName: found.shopName };
}
