import type { Metadata } from "next";
import { DaysScreen } from "#components/days/days-screen.tsx";
import { wordsIn } from "#lib/language.ts";
import { isDay } from "#lib/order-query.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { refusePage, requireRight } from "#lib/server/auth/session.ts";
import { closableStores, loadDays } from "#lib/server/days/load-days.ts";
import { daysPageWords } from "#lib/words/day-page-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(daysPageWords, await currentLocale()).title };
}

type DaysPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DaysPage({ searchParams }: DaysPageProps) {
  const { store: wanted, before } = await searchParams;
  const viewer = await requireRight("day.close", "days.see");
  const stores = closableStores(viewer).map(({ store }) => store);
  const store = wanted === undefined ? stores[0] : stores.find((it) => it.id === wanted);
  if (!store) return refusePage(viewer, "days.see", "unknown_store");
  const list = await loadDays(store, typeof before === "string" && isDay(before) ? before : null);
  const { id, name, currency, timeZone } = store;
  return (
    <DaysScreen
      store={{ id, name, currency, timeZone }}
      stores={stores.map((it) => ({ id: it.id, name: it.name }))}
      isNewest={before === undefined}
      {...list}
    />
  );
}
