import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { everyOrder, readOrderQuery } from "#lib/order-query.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireViewer } from "#lib/server/auth/session.ts";
import { exportableStores } from "#lib/server/sales/export-orders.ts";
import { loadOrders, loadSellers } from "#lib/server/sales/order-list.ts";
import { orderListWords } from "#lib/words/order-list-words.ts";
import { Orders } from "./orders.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(orderListWords, await currentLocale()).title };
}

type OrdersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const query = readOrderQuery(await searchParams);
  const viewer = await requireViewer();
  const [list, sellers] = await Promise.all([loadOrders(viewer, query), loadSellers(viewer)]);
  const stores = viewer.stores.map(({ store: { id, name, timeZone, cutOffHour }, registers }) => ({
    id,
    name,
    timeZone,
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
