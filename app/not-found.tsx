import { MessagePage } from "#components/shell/message-page.tsx";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { noPageWords } from "#lib/words/desk-words.ts";

/** What is shown where there is no page. */
export default async function NotFoundPage() {
  const words = wordsIn(noPageWords, await currentLocale());
  return (
    <MessagePage
      title={words.nothingHere}
      lines={[words.nothingHereLine]}
      action={{ label: words.toStart, href: "/" }}
    />
  );
}
