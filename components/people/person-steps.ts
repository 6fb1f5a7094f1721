import type { PersonActions } from "#components/people/person-actions.ts";
import type { StaffRole } from "#lib/people.ts";
import type { PersonView } from "#lib/person-view.ts";
import type { Result } from "#lib/problem.ts";

type PersonStepName =
  | "role"
  | "reset_password"
  | "reset_second_factor"
  | "end_sessions"
  | "disable"
  | "enable"
  | "make_owner"
  | "take_owner";

/** A step on a person that asks once before it is done. */
export type PersonStep = {
  name: PersonStepName;
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
): PersonStep {
  const may = {
    cashier: `${name} can take and cancel payments in ${storeName}, and refund up to the store's limit.`,
    manager: `${name} can do everything in ${storeName}: refund without limit, and manage its cashiers.`,
  };
  return {
    name: "role",
    label: "Role",
    title: role ? `Make ${name} a ${role} in ${storeName}?` : `Take ${name} out of ${storeName}?`,
    consequence: role ? may[role] : `${name} no longer sees ${storeName}; a till they have open there ends.`,
    actLabel: role ? `Make a ${role}` : "Take them out",
    safeLabel: "Leave as it is",
    variant: role === "cashier" ? "primary" : "danger",
    act: (actions) => actions.setRole({ storeId, role }),
  };
}

/** The steps there are for a person; none for who may not be managed. */
export function personSteps(person: PersonView, viewerIsOwner: boolean): PersonStep[] {
  if (!person.mayBeManaged) return [];
  const { name } = person;
  const steps: (PersonStep & { is: boolean })[] = [
    {
      is: !person.isDisabled,
      name: "reset_password",
      label: "Reset password…",
      title: `Reset ${name}'s password?`,
      consequence: `You get a temporary password to tell ${name}. The one they have stops working, and they are signed out everywhere.`,
      actLabel: "Reset the password",
      safeLabel: "Keep the password",
      variant: "danger",
      act: (actions) => actions.resetPassword(),
    },
    {
      is: person.hasSecondFactor,
      name: "reset_second_factor",
      label: "Turn off second factor…",
      title: `Turn off ${name}'s second factor?`,
      consequence: `Do this only when ${name} has lost both the app and the recovery codes, and you are sure who asks. They are signed out everywhere.`,
      actLabel: "Turn it off",
      safeLabel: "Keep it on",
      variant: "danger",
      act: (actions) => actions.resetSecondFactor(),
    },
    {
      is: person.sessions > 0,
      name: "end_sessions",
      label: "Sign out everywhere…",
      title: `Sign ${name} out everywhere?`,
      consequence: "Their open tills end within a second. They can sign in again.",
      actLabel: "Sign them out",
      safeLabel: "Leave them signed in",
      variant: "danger",
      act: (actions) => actions.endSessions(),
    },
    {
      is: !person.isDisabled,
      name: "disable",
      label: "Disable…",
      title: `Disable ${name}?`,
      consequence: `${name} can no longer sign in, and their open tills end within a second. What they did stays in the history.`,
      actLabel: "Disable",
      safeLabel: "Leave as it is",
      variant: "danger",
      act: (actions) => actions.setDisabled({ isDisabled: true }),
    },
    {
      is: person.isDisabled,
      name: "enable",
      label: "Let sign in again…",
      title: `Let ${name} sign in again?`,
      consequence: "With the password they had. Reset it if they no longer know it.",
      actLabel: "Let them sign in",
      safeLabel: "Keep them out",
      variant: "primary",
      act: (actions) => actions.setDisabled({ isDisabled: false }),
    },
    {
      is: viewerIsOwner && !person.isOwner && !person.isDisabled,
      name: "make_owner",
      label: "Make an owner…",
      title: `Make ${name} an owner?`,
      consequence: "An owner may do everything in every store, and manage everybody, you too.",
      actLabel: "Make an owner",
      safeLabel: "Leave as it is",
      variant: "danger",
      act: (actions) => actions.setOwner({ isOwner: true }),
    },
    {
      is: viewerIsOwner && person.isOwner,
      name: "take_owner",
      label: "No longer an owner…",
      title: `Take ownership from ${name}?`,
      consequence: "They keep the roles they have in single stores.",
      actLabel: "Take it",
      safeLabel: "Leave as it is",
      variant: "danger",
      act: (actions) => actions.setOwner({ isOwner: false }),
    },
  ];
  return steps.filter((it) => it.is).map(({ is: _, ...step }) => step);
}
