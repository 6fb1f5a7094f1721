import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireRight } from "#lib/server/auth/session.ts";
import { loadOperatorView } from "#lib/server/operator/view.ts";
import { operatorWords } from "#lib/words/operator-words.ts";
import { retryEvents } from "./actions.ts";
import { Operator } from "./operator.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(operatorWords, await currentLocale()).title };
}

export default async function OperatorPage() {
  const viewer = await requireRight("shop.operate", "operator.see");
  return (
    <Operator
      personId={viewer.personId}
      view={await loadOperatorView()}
      timeZone={viewer.stores[0]?.store.timeZone ?? "UTC"}
      retry={retryEvents}
    />
  );
}
