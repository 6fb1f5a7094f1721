import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { isDay } from "#lib/order-query.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { refusePage, requireRight } from "#lib/server/auth/session.ts";
import { closableStores, loadDay } from "#lib/server/days/load-days.ts";
import { daysPageWords } from "#lib/words/day-page-words.ts";
import { closeDay } from "./actions.ts";
import { Day } from "./day.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(daysPageWords, await currentLocale()).title };
}

type DayPageProps = { params: Promise<{ storeId: string; date: string }> };

export default async function DayPage({ params }: DayPageProps) {
  const { storeId, date } = await params;
  const viewer = await requireRight("day.close", "days.see");
  const store = closableStores(viewer).find((it) => it.store.id === storeId)?.store;
  const loaded = store && isDay(date) ? await loadDay(store, date) : null;
  if (!loaded) return refusePage(viewer, "days.see", "unknown_day");
  return <Day personId={viewer.personId} loaded={loaded} closeDay={closeDay} />;
}
