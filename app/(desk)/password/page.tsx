import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { lockTablet } from "#app/tablet/actions.ts";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireViewer } from "#lib/server/auth/session.ts";
import { tabletWords } from "#lib/words/tablet-words.ts";
import { AskPassword } from "./ask-password.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(tabletWords, await currentLocale()).passwordTitle };
}

export default async function PasswordPage() {
  const { personId, sessionId, byPin } = await requireViewer();
  if (!byPin) redirect("/");
  return <AskPassword personId={personId} sessionId={sessionId} lock={lockTablet} />;
}
