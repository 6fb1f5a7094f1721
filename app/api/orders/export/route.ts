import { readOrderQuery } from "#lib/order-query.ts";
import { recordRefusal } from "#lib/server/auth/refusals.ts";
import { refused, viewerRoute } from "#lib/server/route.ts";
import { exportableStores, exportOrders } from "#lib/server/sales/export-orders.ts";

/** The orders of a list's address as a CSV file, streamed. How many there are about is in a header, for who shows progress. */
export const GET = viewerRoute(async (viewer, request) => {
  if (request.headers.get("sec-fetch-site") === "cross-site") return refused(403, "Not from this page.");
  const query = readOrderQuery(Object.fromEntries(new URL(request.url).searchParams));
  const stores = exportableStores(viewer, query);
  if (stores.length === 0) {
    await recordRefusal(viewer, "orders.export", "not_allowed");
    return refused(403, "A manager of the store can export its orders.");
  }
  const { about, body } = await exportOrders(viewer, stores, query);
  const headers = new Headers({
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="orders-${new Date().toISOString().slice(0, 10)}.csv"`,
    // no-transform keeps Next and proxies from compressing, which would collect pages, and X-Accel-Buffering proxies from collecting.
    "Cache-Control": "private, no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  if (about !== null) headers.set("X-About-Orders", String(about));
  return new Response(body, { headers });
});
