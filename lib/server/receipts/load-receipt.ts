import { listMovements } from "#db/queries/orders.ts";
import { type ReceiptView, receiptOf } from "#lib/receipt.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { viewSales } from "../sales/view.ts";

/** The receipt of a sale as it is now; null when there is none of that id in the viewer's stores. */
export async function loadReceipt(viewer: Viewer, saleId: string, now: Date): Promise<ReceiptView | null> {
  return read(async (db) => {
    const view = (await viewSales(db, [saleId])).get(saleId);
    const store = viewer.stores.find((it) => it.store.id === view?.storeId)?.store;
    if (!view || !store) return null;
    const movements = await listMovements(db, view.orderUuid ? [view.orderUuid] : []);
    const captures = movements
      .filter((it) => it.kind === "capture")
      .map(({ amountCents, firstSeenAt }) => ({ amountCents, at: firstSeenAt.toISOString() }));
    const { number, receiptNumber, amountCents, currency, createdAt, confirmedAt, asOfSeq } = view;
    return {
      ...receiptOf(view, captures, now),
      ...{ saleId, storeId: store.id, storeName: store.name, number, receiptNumber, amountCents, currency },
      ...{ soldAt: createdAt, confirmedAt, asOf: now.toISOString(), asOfSeq },
      locale: view.shopperLocale,
      timeZone: store.timeZone,
    };
  });
}
