import type { Metadata } from "next";
import { FollowTill } from "#components/display/follow-till.tsx";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireStation } from "#lib/server/auth/session.ts";
import { displayScreenWords } from "#lib/words/display-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(displayScreenWords, await currentLocale()).title };
}

/** The customer display of this register. It is told by the till in the same browser what to show, and knows of no sale by itself. */
export default async function DisplayPage() {
  const { store } = await requireStation();
  return <FollowTill storeName={store.name} />;
}
