import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { PageCard } from "#components/shell/page-card.tsx";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { needsOwner } from "#lib/server/setup/setup-code.ts";
import { welcomeWords } from "#lib/words/sign-in-words.ts";
import { createOwner } from "./actions.ts";
import { Welcome } from "./welcome.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(welcomeWords, await currentLocale()).pageTitle };
}

export default async function WelcomePage() {
  await connection();
  if (!(await needsOwner())) notFound();
  const words = wordsIn(welcomeWords, await currentLocale());
  return (
    <PageCard title={words.title} lead={words.lead}>
      <Welcome create={createOwner} />
    </PageCard>
  );
}
