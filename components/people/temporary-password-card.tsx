"use client";

import { CopyButton } from "#components/ui/copy-button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { addPersonWords } from "#lib/words/people-words.ts";

export type TemporaryPassword = { signInName: string; password: string; until: string };

export type TemporaryPasswordCardProps = { name: string; given: TemporaryPassword; untilWords: string };

/** A password that is shown this once, to be told to its person. */
export function TemporaryPasswordCard({ name, given, untilWords }: TemporaryPasswordCardProps) {
  const words = useWords(addPersonWords);
  return (
    <div role="status" className="rounded-card border border-approved/30 bg-approved-wash p-5">
      <p className="text-body font-semibold text-approved">{words.tell(name)}</p>
      <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
        <div>
          <dt className="text-label text-soft">{words.signInName}</dt>
          <dd className="text-title font-semibold">{given.signInName}</dd>
        </div>
        <div>
          <dt className="text-label text-soft">{words.password}</dt>
          <dd className="font-mono text-title font-semibold select-all">{given.password}</dd>
        </div>
      </dl>
      <CopyButton text={given.password} label={words.copy} name={words.thePassword} />
      <p className="text-body">{words.onlyNow(name, untilWords)}</p>
    </div>
  );
}
