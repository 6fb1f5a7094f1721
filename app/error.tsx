"use client";

import { MessagePage } from "#components/shell/message-page.tsx";
import { useWords } from "#components/ui/language.tsx";
import { noPageWords } from "#lib/words/desk-words.ts";

/** What a page shows that could not be drawn. The money is not touched by it. */
export default function ErrorPage() {
  const words = useWords(noPageWords);
  return (
    <MessagePage
      title={words.notShown}
      lines={words.notShownLines}
      action={{ label: words.toStart, href: "/" }}
    />
  );
}
