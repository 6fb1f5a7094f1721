import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireRight } from "#lib/server/auth/session.ts";
import { dataRightsWords } from "#lib/words/data-rights-words.ts";
import { eraseShopper, lookUpShopper } from "./actions.ts";
import { Shoppers } from "./shoppers.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(dataRightsWords, await currentLocale()).title };
}

export default async function ShoppersPage() {
  const viewer = await requireRight("contact.erase", "shoppers.see");
  return <Shoppers personId={viewer.personId} lookUp={lookUpShopper} erase={eraseShopper} />;
}
