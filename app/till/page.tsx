import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireStation } from "#lib/server/auth/session.ts";
import { newSaleWords } from "#lib/words/new-sale-words.ts";
import { startSale } from "./actions.ts";
import { StartSale } from "./start-sale.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(newSaleWords, await currentLocale()).title };
}

export default async function TillPage() {
  const { viewer, store } = await requireStation();
  // A paired tablet keeps a begun sale when another person goes on with it.
  const keptFor = viewer.tabletId ?? viewer.personId;
  const { name, country, currency, locale, minCents, maxCents } = store;
  return (
    <StartSale
      store={{ name, country, currency, locale, minCents, maxCents }}
      personId={viewer.personId}
      keptFor={keptFor}
      start={startSale}
    />
  );
}
