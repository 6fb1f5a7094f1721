"use client";

import { ChevronRight, KeyRound, ShieldCheck } from "lucide-react";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { PersonView } from "#lib/person-view.ts";
import { peopleWords, presence, rolesLine } from "#lib/words/people-words.ts";

export type PeopleListProps = {
  people: PersonView[];
  now: Date;
  hrefOf: (personId: string) => string;
};

/** Who works in one's stores, with what, and whether they are there now. */
export function PeopleList({ people, now, hrefOf }: PeopleListProps) {
  const locale = useLocale();
  const words = useWords(peopleWords);
  return (
    <ul aria-label={words.title} className="overflow-hidden rounded-card border border-line bg-card">
      {people.map((person) => (
        <li key={person.personId} className="border-line not-first:border-t">
          <Link
            href={hrefOf(person.personId)}
            className="flex min-h-18 items-center gap-4 px-4 py-3 text-body -outline-offset-3 transition-colors hover:bg-sunken"
          >
            <Initial name={person.name} isMuted={person.isDisabled} />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className={`font-semibold ${person.isDisabled ? "text-soft" : ""}`}>{person.name}</span>
                {person.isSelf ? <Mark>{words.you}</Mark> : null}
                {person.isDisabled ? <Mark>{words.disabled}</Mark> : null}
                {person.temporaryUntil && !person.isDisabled ? (
                  <Mark>
                    <KeyRound aria-hidden size={13} /> {words.isNew}
                  </Mark>
                ) : null}
                {person.hasSecondFactor ? (
                  <Mark>
                    <ShieldCheck aria-hidden size={13} /> {words.secondFactor}
                  </Mark>
                ) : null}
              </span>
              <span className="block text-label text-soft">{rolesLine(person, locale)}</span>
            </span>
            <span className="shrink-0 text-right text-label text-soft max-sm:hidden">
              <span className="block">{person.signInName}</span>
              <span className="block text-faint">{presence(person, now, locale)}</span>
            </span>
            <ChevronRight aria-hidden size={18} className="shrink-0 text-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Initial({ name, isMuted }: { name: string; isMuted: boolean }) {
  return (
    <span
      aria-hidden
      className={`grid size-10 shrink-0 place-items-center rounded-full text-body font-semibold ${isMuted ? "bg-sunken text-faint" : "bg-accent-wash text-accent"}`}
    >
      {[...name][0]?.toUpperCase()}
    </span>
  );
}

function Mark({ children }: { children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 rounded-full bg-sunken px-2 py-0.5 text-label font-medium text-soft">
      {children}
    </span>
  );
}
