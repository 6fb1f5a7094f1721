import type { PersonActions } from "#components/people/person-actions.ts";
import { wordsIn } from "#lib/language.ts";
import type { StaffRole } from "#lib/people.ts";
import type { PersonView } from "#lib/person-view.ts";
import type { Result } from "#lib/problem.ts";
import { type PersonStepName, personStepWords, roleStepWords } from "#lib/words/person-step-words.ts";

/** A step on a person that asks once before it is done. */
export type PersonStep = {
  name: PersonStepName | "role";
  label: string;
  title: string;
  consequence: string;
  actLabel: string;
  safeLabel: string;
  variant: "primary" | "danger";
  act: (actions: PersonActions) => Promise<Result<unknown>>;
};

/** Another role in a store, or none any more. */
export function roleStep(
  { name }: PersonView,
  { storeId, storeName }: { storeId: string; storeName: string },
  role: StaffRole | null,
  locale: string,
): PersonStep {
  const words = wordsIn(roleStepWords, locale);
  const { label, give, may, act } = words[role ?? "none"];
  return {
    name: "role",
    label,
    title: give(name, storeName),
    consequence: may(name, storeName),
    actLabel: act,
    safeLabel: words.safe,
    variant: role === "cashier" ? "primary" : "danger",
    act: (actions) => actions.setRole({ storeId, role }),
  };
}

/** The steps there are for a person; none for who may not be managed. */
export function personSteps(person: PersonView, viewerIsOwner: boolean, locale: string): PersonStep[] {
  if (!person.mayBeManaged) return [];
  const words = wordsIn(personStepWords, locale);
  const { isDisabled, isOwner } = person;
  const step = (
    isThere: boolean,
    name: PersonStepName,
    act: PersonStep["act"],
    variant: PersonStep["variant"] = "danger",
  ): PersonStep[] => {
    if (!isThere) return [];
    const { label, title, means, act: actLabel, safe } = words[name];
    return [
      {
        ...{ name, label, actLabel, safeLabel: safe, variant, act },
        title: title(person.name),
        consequence: means(person.name),
      },
    ];
  };
  return [
    ...step(!isDisabled, "reset_password", (actions) => actions.resetPassword()),
    ...step(person.hasSecondFactor, "reset_second_factor", (actions) => actions.resetSecondFactor()),
    ...step(person.isPinShut, "open_pin", (actions) => actions.openPin(), "primary"),
    ...step(person.sessions > 0, "end_sessions", (actions) => actions.endSessions()),
    ...step(!isDisabled, "disable", (actions) => actions.setDisabled({ isDisabled: true })),
    ...step(isDisabled, "enable", (actions) => actions.setDisabled({ isDisabled: false }), "primary"),
    ...step(viewerIsOwner && !isOwner && !isDisabled, "make_owner", (actions) =>
      actions.setOwner({ isOwner: true }),
    ),
    ...step(viewerIsOwner && isOwner, "take_owner", (actions) => actions.setOwner({ isOwner: false })),
  ];
}
