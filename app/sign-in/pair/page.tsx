import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { pairTablet } from "#app/tablet/actions.ts";
import { PageCard } from "#components/shell/page-card.tsx";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { currentViewer } from "#lib/server/auth/session.ts";
import { pairWords } from "#lib/words/tablet-words.ts";
import { Pair } from "./pair.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(pairWords, await currentLocale()).title };
}

export default async function PairPage() {
  if (await currentViewer()) redirect("/");
  const words = wordsIn(pairWords, await currentLocale());
  return (
    <PageCard title={words.title} lead={words.lead}>
      <Pair pair={pairTablet} />
    </PageCard>
  );
}
