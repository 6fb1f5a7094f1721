"use client";

import { type FormEvent, useState } from "react";
import { RoleChoice } from "#components/people/role-choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { type StaffRole, signInNamePattern } from "#lib/people.ts";
import type { Result } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type NewPersonInput = {
  name: string;
  signInName: string;
  roles: { storeId: string; role: StaffRole }[];
};

export type AddPersonSheetProps<Added> = {
  stores: { id: string; name: string }[];
  /** The roles the viewer may give. */
  givable: readonly StaffRole[];
  add: (input: NewPersonInput) => Promise<Result<Added>>;
  onAdded: (name: string, added: Added) => void;
  onClose: () => void;
};

/** Adds somebody: a name, what they sign in with, and a role in at least one store. */
export function AddPersonSheet<Added>({
  stores,
  givable,
  add,
  onAdded,
  onClose,
}: AddPersonSheetProps<Added>) {
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [name, setName] = useState("");
  const [signInName, setSignInName] = useState("");
  const [roles, setRoles] = useState<Record<string, StaffRole | null>>(
    stores.length === 1 && stores[0] ? { [stores[0].id]: "cashier" } : {},
  );
  const [pressed, setPressed] = useState(false);
  const plainName = signInName.trim().toLowerCase();
  const chosen = Object.entries(roles).flatMap(([storeId, role]) => (role ? [{ storeId, role }] : []));
  const nameError = name.trim() === "" ? "Type the name that colleagues see." : null;
  const signInError = signInNamePattern.test(plainName)
    ? null
    : "2 to 40 small letters, digits, dots, dashes or underscores.";
  const rolesError = chosen.length === 0 ? "Choose a role in at least one store." : null;
  const taken = act.problem?.field === "signInName" ? act.problem.happened : null;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPressed(true);
    if (nameError || signInError || rolesError) return showFault(event.currentTarget);
    const input = { name: name.trim(), signInName: plainName, roles: chosen };
    const result = await act.run(() => add(input));
    if (!result?.ok) return;
    onAdded(input.name, result.value);
    onClose();
  }

  return (
    <QuestionSheet
      title="Add somebody"
      consequence="They get a temporary password and choose their own when they first sign in."
      actLabel="Add"
      busyLabel="Adding…"
      safeLabel="Back, add nobody"
      variant="primary"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label="Name"
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
        error={pressed ? nameError : null}
        autoFocus
        reserve
      />
      <Field
        label="Sign-in name"
        value={signInName}
        maxLength={40}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => {
          setSignInName(event.currentTarget.value);
          act.dismiss();
        }}
        hint="Small letters and digits, such as alex or alex.m"
        error={taken ?? (pressed ? signInError : null)}
        reserve
      />
      {stores.map((store) => (
        <RoleChoice
          key={store.id}
          legend={stores.length === 1 ? "Role" : store.name}
          value={roles[store.id] ?? null}
          givable={givable}
          withNone={stores.length > 1}
          onChange={(role) => setRoles((before) => ({ ...before, [store.id]: role }))}
        />
      ))}
      {pressed && rolesError ? (
        <p role="alert" className="text-label font-medium text-refused">
          {rolesError}
        </p>
      ) : null}
    </QuestionSheet>
  );
}
