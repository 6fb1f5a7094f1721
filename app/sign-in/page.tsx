import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageCard } from "#components/shell/page-card.tsx";
import { wordsIn } from "#lib/language.ts";
import { demoHint } from "#lib/server/auth/demo-hint.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { currentViewer } from "#lib/server/auth/session.ts";
import { currentTablet } from "#lib/server/auth/tablet.ts";
import { needsOwner } from "#lib/server/setup/setup-code.ts";
import { loadFace } from "#lib/server/tablets/face.ts";
import { signInWords } from "#lib/words/sign-in-words.ts";
import { tabletSignInWords } from "#lib/words/tablet-words.ts";
import { SignIn, SignInOnTablet } from "./sign-in.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(signInWords, await currentLocale()).title };
}

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if (await currentViewer()) redirect("/");
  if (await needsOwner()) redirect("/welcome");
  const locale = await currentLocale();
  const here = await currentTablet();
  if (!here) {
    const words = wordsIn(signInWords, locale);
    return (
      <PageCard title={words.title} lead={words.lead}>
        <SignIn hint={demoHint()} />
      </PageCard>
    );
  }
  const { storeName, registerName, staff } = await loadFace(here);
  const words = wordsIn(tabletSignInWords, locale);
  const { with: how } = await searchParams;
  return (
    <PageCard title={words.title} lead={words.place(storeName, registerName)}>
      <SignInOnTablet staff={staff} startsWithPassword={how === "password"} hint={demoHint()} />
    </PageCard>
  );
}
