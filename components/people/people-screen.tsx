"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { AddPersonSheet, type NewPersonInput } from "#components/people/add-person-sheet.tsx";
import { PeopleList } from "#components/people/people-list.tsx";
import {
  type TemporaryPassword,
  TemporaryPasswordCard,
} from "#components/people/temporary-password-card.tsx";
import { Button } from "#components/ui/button.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import type { StaffRole } from "#lib/people.ts";
import type { PersonView } from "#lib/person-view.ts";
import type { Result } from "#lib/problem.ts";
import { peopleWords } from "#lib/words/people-words.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

export type PeopleScreenProps = {
  people: PersonView[];
  stores: { id: string; name: string }[];
  givable: readonly StaffRole[];
  now: Date;
  timeZone: string;
  hrefOf: (personId: string) => string;
  add: (input: NewPersonInput) => Promise<Result<TemporaryPassword>>;
};

/** The people of one's stores, and the way to add one. */
export function PeopleScreen({ people, stores, givable, now, timeZone, hrefOf, add }: PeopleScreenProps) {
  const locale = useLocale();
  const words = useWords(peopleWords);
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<{ name: string; given: TemporaryPassword } | null>(null);
  return (
    <DeskPage
      title={words.title}
      lead={words.lead}
      actions={
        <Button
          variant="primary"
          size="desk"
          icon={<UserPlus aria-hidden size={18} />}
          onClick={() => setAdding(true)}
        >
          {words.addSomebody}
        </Button>
      }
    >
      {added ? (
        <TemporaryPasswordCard
          name={added.name}
          given={added.given}
          untilWords={timeOrDay(new Date(added.given.until), now, { timeZone, locale })}
        />
      ) : null}
      <PeopleList people={people} now={now} hrefOf={hrefOf} />
      {isAdding ? (
        <AddPersonSheet
          stores={stores}
          givable={givable}
          add={add}
          onAdded={(name, given) => setAdded({ name, given })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </DeskPage>
  );
}
