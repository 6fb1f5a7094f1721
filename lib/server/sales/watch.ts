import { findMainOrder, type Order } from "#db/queries/orders.ts";
import { findByShopperToken, findSale } from "#db/queries/sales.ts";
import type { Locale } from "#lib/language.ts";
import { recordRefusal } from "../auth/refusals.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { askSoon, watchOrder } from "../orders/poller.ts";

/** Notes that a viewer's screen shows a sale. Sales of other stores, and those without an order yet, are left alone. */
export async function watchSale(viewer: Viewer, saleId: string): Promise<void> {
  const { isTheirs, order } = await findTheirOrder(viewer, saleId);
  if (!isTheirs) await recordRefusal(viewer, "sale.see", "unknown_sale");
  if (order) await watchOrder(order.uuid);
}

/** The order a sale stands for, for who works in its store; `isTheirs` is false for all others, and where there is no such sale. */
export function findTheirOrder(
  viewer: Viewer,
  saleId: string,
): Promise<{ isTheirs: boolean; order: Order | null }> {
  return read(async (db) => {
    const sale = await findSale(db, saleId);
    const isTheirs = sale !== null && viewer.stores.some(({ store }) => store.id === sale.storeId);
    return { isTheirs, order: isTheirs ? await findMainOrder(db, sale.currentAttemptId) : null };
  });
}

/** The shop behind a shopper's page with the shopper's language, and a hint to ask Sezzle what the shopper did. Null for a token nobody was given. */
export async function shopperReturned(token: string): Promise<{ shopName: string; locale: Locale } | null> {
  const found = await read((db) => findByShopperToken(db, token));
  if (found?.orderUuid) await askSoon(found.orderUuid);
  return found && { shopName: found.shopName, locale: found.locale };
}
