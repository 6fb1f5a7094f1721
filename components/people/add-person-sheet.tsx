"use client";

import { type FormEvent, useState } from "react";
import { RoleChoice } from "#components/people/role-choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { type StaffRole, signInNamePattern } from "#lib/people.ts";
import { type Result, sentencesOf } from "#lib/problem.ts";
import { addPersonWords, peopleWords } from "#lib/words/people-words.ts";
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
  const locale = useLocale();
  const words = useWords(addPersonWords);
  const common = useWords(peopleWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [name, setName] = useState("");
  const [signInName, setSignInName] = useState("");
  const [roles, setRoles] = useState<Record<string, StaffRole | null>>(
    stores.length === 1 && stores[0] ? { [stores[0].id]: "cashier" } : {},
  );
  const [pressed, setPressed] = useState(false);
  const plainName = signInName.trim().toLowerCase();
  const chosen = Object.entries(roles).flatMap(([storeId, role]) => (role ? [{ storeId, role }] : []));
  const nameError = name.trim() === "" ? words.typeName : null;
  const signInError = signInNamePattern.test(plainName) ? null : words.signInFault;
  const rolesError = chosen.length === 0 ? words.chooseRole : null;
  const taken = act.problem?.field === "signInName" ? sentencesOf(act.problem, locale).happened : null;

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
      title={common.addSomebody}
      consequence={words.means}
      actLabel={words.act}
      busyLabel={words.busy}
      safeLabel={words.back}
      variant="primary"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label={words.name}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
        error={pressed ? nameError : null}
        autoFocus
        reserve
      />
      <Field
        label={words.signInName}
        value={signInName}
        maxLength={40}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => {
          setSignInName(event.currentTarget.value);
          act.dismiss();
        }}
        hint={words.signInHint}
        error={taken ?? (pressed ? signInError : null)}
        reserve
      />
      {stores.map((store) => (
        <RoleChoice
          key={store.id}
          legend={stores.length === 1 ? common.role : store.name}
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
