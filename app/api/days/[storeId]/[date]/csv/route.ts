import { dayCsv } from "#lib/day-csv.ts";
import { isDay } from "#lib/order-query.ts";
import { closableStores, loadDay } from "#lib/server/days/load-days.ts";
import { refused, viewerRoute } from "#lib/server/route.ts";

/** A signed-off business day as a CSV file. */
export const GET = viewerRoute<{ storeId: string; date: string }>(async (viewer, _request, params) => {
  const { storeId, date } = params;
  const store = closableStores(viewer).find((it) => it.store.id === storeId)?.store;
  const loaded = store && isDay(date) ? await loadDay(store, date) : null;
  if (!store || loaded?.kind !== "closed") return refused(404, "There is no such closed day in your stores.");
  // Marked as UTF-8 for spreadsheets, which would take it for something else.
  return new Response(`\uFEFF${dayCsv(loaded.day)}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="day-${store.code}-${date}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
});
