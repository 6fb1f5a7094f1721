"use client";

import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import type { StaffRole } from "#lib/people.ts";
import { peopleWords } from "#lib/words/people-words.ts";
import { personRole } from "#lib/words/role-words.ts";

export type RoleChoiceProps = {
  legend: string;
  value: StaffRole | null;
  /** The roles that can be chosen. */
  givable: readonly StaffRole[];
  /** Whether nothing can be chosen as well. */
  withNone: boolean;
  onChange: (role: StaffRole | null) => void;
};

/** What a person is in one store. */
export function RoleChoice({ legend, value, givable, withNone, onChange }: RoleChoiceProps) {
  const locale = useLocale();
  const none = useWords(peopleWords).notHere;
  const roleWord = (role: StaffRole) => personRole(role, locale);
  const options = [...(withNone ? [none] : []), ...givable.map(roleWord)];
  return (
    <ChoiceGroup
      legend={legend}
      options={options}
      value={value ? roleWord(value) : none}
      onChange={(label) => onChange(givable.find((role) => roleWord(role) === label) ?? null)}
    />
  );
}
