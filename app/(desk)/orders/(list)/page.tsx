import type { Metadata } from "next";
import { readOrderQuery } from "#lib/order-query.ts";
import { requireViewer } from "#lib/server/auth/session.ts";
import { loadOrders } from "#lib/server/sales/order-list.ts";
import { Orders } from "./orders.tsx";

export const metadata: Metadata = { title: "Orders" };

type OrdersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const query = readOrderQuery(await searchParams);
  const viewer = await requireViewer();
  const { sales, newer, older, seq } = await loadOrders(viewer, query);
  const stores = viewer.stores.map(({ store: { id, name, timeZone, locale } }) => ({
    id,
    name,
    timeZone,
    locale,
  }));
  return <Orders query={query} stores={stores} sales={sales} newer={newer} older={older} seq={seq} />;
}
