"use client";

import { PageCard } from "#components/shell/page-card.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { messageWords } from "#lib/words/message-words.ts";

export type MessagePageProps = {
  title: string;
  lines: string[];
  action?: { label: string; href: string };
};

/** A page that only says something: not found, an error, signed out. */
export function MessagePage({ title, lines, action }: MessagePageProps) {
  return (
    <PageCard title={title}>
      {lines.map((line) => (
        <p key={line} className="mt-1 text-body text-soft first:-mt-4">
          {line}
        </p>
      ))}
      {action ? (
        <Link href={action.href} className={`${buttonClass("primary")} mt-6 w-full`}>
          {action.label}
        </Link>
      ) : null}
    </PageCard>
  );
}

/** What a screen shows whose session has ended under it. */
export function SignedOutPage() {
  const words = useWords(messageWords);
  return (
    <MessagePage
      title={words.signedOut}
      lines={words.signedOutLines}
      action={{ label: words.signIn, href: "/sign-in" }}
    />
  );
}
