import { lastSeq, listHistoryOfSale } from "#db/queries/history.ts";
import { findSale, listBoard } from "#db/queries/sales.ts";
import type { Store } from "#db/queries/stores.ts";
import { startOfDay } from "#lib/business-day.ts";
import type { AttemptView } from "#lib/order-detail.ts";
import type { HistoryLineView, SaleView } from "#lib/sale-view.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { viewAttempts } from "./order-detail.ts";
import { viewRows, viewSales } from "./view.ts";

const longestBoard = 200;
const longestHistory = 200;

/** What stands beside the till: today's sales of a store and those that still wait, and the live position they are right for. */
export async function loadBoard(store: Store): Promise<{ sales: SaleView[]; seq: number }> {
  const since = startOfDay(new Date(), store.timeZone);
  return read(async (db) => {
    const seq = await lastSeq(db);
    return { sales: await viewRows(db, () => listBoard(db, store.id, since, longestBoard)), seq };
  });
}

/** A sale with its history and all its attempts; null when there is none in the viewer's stores. */
export async function loadOrder(
  viewer: Viewer,
  saleId: string,
): Promise<{ sale: SaleView; history: HistoryLineView[]; attempts: AttemptView[] } | null> {
  const loaded = await loadSale(viewer, saleId);
  if (!loaded) return null;
  const attempts = await read(async (db) => {
    const sale = await findSale(db, saleId);
    return viewAttempts(db, saleId, sale?.currentAttemptId ?? "");
  });
  return { ...loaded, attempts };
}

/** A sale with its history, newest line first; null when there is none in the viewer's stores. */
export async function loadSale(
  viewer: Viewer,
  saleId: string,
): Promise<{ sale: SaleView; history: HistoryLineView[] } | null> {
  return read(async (db) => {
    const sale = (await viewSales(db, [saleId])).get(saleId);
    if (!sale || !viewer.stores.some(({ store }) => store.id === sale.storeId)) return null;
    return { sale, history: await listHistoryOfSale(db, saleId, longestHistory) };
  });
}
