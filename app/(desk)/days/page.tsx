import type { Metadata } from "next";
import { DaysScreen } from "#components/days/days-screen.tsx";
import { isDay } from "#lib/order-query.ts";
import { refusePage, requireRight } from "#lib/server/auth/session.ts";
import { closableStores, loadDays } from "#lib/server/days/load-days.ts";

export const metadata: Metadata = { title: "Day close" };

type DaysPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DaysPage({ searchParams }: DaysPageProps) {
  const { store: wanted, before } = await searchParams;
  const viewer = await requireRight("day.close", "days.see");
  const stores = closableStores(viewer).map(({ store }) => store);
  const store = wanted === undefined ? stores[0] : stores.find((it) => it.id === wanted);
  if (!store) return refusePage(viewer, "days.see", "unknown_store");
  const list = await loadDays(store, typeof before === "string" && isDay(before) ? before : null);
  const { id, name, currency, locale, timeZone } = store;
  return (
    <DaysScreen
      store={{ id, name, currency, locale, timeZone }}
      stores={stores.map((it) => ({ id: it.id, name: it.name }))}
      isNewest={before === undefined}
      {...list}
    />
  );
}
