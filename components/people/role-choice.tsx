"use client";

import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import type { StaffRole } from "#lib/people.ts";
import { personRole } from "#lib/words/people-words.ts";

export type RoleChoiceProps = {
  legend: string;
  value: StaffRole | null;
  /** The roles that can be chosen. */
  givable: readonly StaffRole[];
  /** Whether nothing can be chosen as well. */
  withNone: boolean;
  onChange: (role: StaffRole | null) => void;
};

const none = "Not here";

/** What a person is in one store. */
export function RoleChoice({ legend, value, givable, withNone, onChange }: RoleChoiceProps) {
  const options = [...(withNone ? [none] : []), ...givable.map(personRole)];
  return (
    <ChoiceGroup
      legend={legend}
      options={options}
      value={value ? personRole(value) : none}
      onChange={(label) => onChange(givable.find((role) => personRole(role) === label) ?? null)}
    />
  );
}
