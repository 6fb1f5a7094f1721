import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireRight } from "#lib/server/auth/session.ts";
import type { ViewerStore } from "#lib/server/auth/viewer.ts";
import { loadGatewayDownSince } from "#lib/server/gateway-health.ts";
import { loadRunningOut } from "#lib/server/sales/running-out.ts";
import { loadToday, todayStores } from "#lib/server/today/load-today.ts";
import { todayWords } from "#lib/words/today-words.ts";
import { Today } from "./today.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(todayWords, await currentLocale()).title };
}

type TodayPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TodayPage({ searchParams }: TodayPageProps) {
  const viewer = await requireRight("today.see", "today.see");
  const { store: asked } = await searchParams;
  const theirs = todayStores(viewer);
  // A store that is not theirs is no store: then all of theirs are shown.
  const chosen = theirs.length > 1 ? theirs.find(({ store }) => store.id === asked) : undefined;
  const shown = chosen ? [chosen] : theirs;
  const page = await loadToday(viewer, shown, chosen === undefined);
  return (
    <Today
      {...page}
      choices={theirs.map(placeOf)}
      places={viewer.stores.map(placeOf)}
      chosen={chosen?.store.id ?? null}
      approved={await loadRunningOut(chosen ? { ...viewer, stores: [chosen] } : viewer)}
      gatewayDownSince={await loadGatewayDownSince()}
    />
  );
}

function placeOf({ store: { id, name, timeZone } }: ViewerStore) {
  return { id, name, timeZone };
}
