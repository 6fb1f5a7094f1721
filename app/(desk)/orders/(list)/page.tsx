import type { Metadata } from "next";
import { everyOrder, readOrderQuery } from "#lib/order-query.ts";
import { requireViewer } from "#lib/server/auth/session.ts";
import { exportableStores } from "#lib/server/sales/export-orders.ts";
import { loadOrders, loadSellers } from "#lib/server/sales/order-list.ts";
import { Orders } from "./orders.tsx";

export const metadata: Metadata = { title: "Orders" };

type OrdersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const query = readOrderQuery(await searchParams);
  const viewer = await requireViewer();
  const [list, sellers] = await Promise.all([loadOrders(viewer, query), loadSellers(viewer)]);
  const stores = viewer.stores.map(({ store: { id, name, timeZone, locale, cutOffHour }, registers }) => ({
    id,
    name,
    timeZone,
    locale,
    cutOffHour,
    registers: registers.map((it) => ({ id: it.id, name: it.name })),
  }));
  const exportableStoreIds = exportableStores(viewer, everyOrder).map(({ store }) => store.id);
  return (
    <Orders
      query={query}
      stores={stores}
      sellers={sellers}
      exportableStoreIds={exportableStoreIds}
      {...list}
    />
  );
}
