"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { passwordComplaint, shortestPassword } from "#lib/password.ts";
import type { Role } from "#lib/people.ts";
import type { Result } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { personRole } from "#lib/words/role-words.ts";
import { signInWords } from "#lib/words/sign-in-words.ts";

export type SignInInput = { signInName: string; password: string; code: string; newPassword: string };

/** What is asked for next. Who is signed in leaves the page. */
export type SignInStep = "code_needed" | "new_password_needed";

export type SignInFormProps = {
  onSubmit: (input: SignInInput) => Promise<Result<SignInStep>>;
  /** Demo sign-ins, shown in local mode alone. */
  hint?: { role: Role; signInName: string; password: string }[];
};

const empty: SignInInput = { signInName: "", password: "", code: "", newPassword: "" };

/**
 * Signing in: name and password, then a code of the second factor where there is one, then a password of one's own in place of
 * a temporary one. The fields are read from the form at the end, so that a password manager's filling counts too.
 */
export function SignInForm({ onSubmit, hint }: SignInFormProps) {
  const words = useWords(signInWords);
  const locale = useLocale();
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [input, setInput] = useState(empty);
  const [asked, setAsked] = useState<"password" | "code" | "new_password">("password");
  const [again, setAgain] = useState("");
  const [complaint, setComplaint] = useState<string | null>(null);

  function set(change: Partial<SignInInput>) {
    setInput((before) => ({ ...before, ...change }));
    setComplaint(null);
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const read = (name: string, otherwise: string) => String(data.get(name) ?? otherwise);
    const given: SignInInput = {
      signInName: read("username", input.signInName).trim(),
      password: read("password", input.password),
      code: read("code", input.code).trim(),
      newPassword: read("newPassword", input.newPassword),
    };
    setInput(given);
    if (asked === "new_password") {
      const problem =
        passwordComplaint(given.newPassword, given.signInName, locale) ??
        (given.newPassword === again ? null : words.notTheSame);
      if (problem) return setComplaint(problem);
    }
    const result = await act.run(() => onSubmit(given));
    // A code runs out while a password is chosen: another is asked for, and what was chosen stays.
    if (result && !result.ok && result.problem.field === "code") setAsked("code");
    if (!result?.ok) return;
    if (result.value === "code_needed") setAsked("code");
    if (result.value === "new_password_needed") setAsked("new_password");
  }

  function startAgain() {
    setInput(empty);
    setAgain("");
    setComplaint(null);
    act.dismiss();
    setAsked("password");
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {asked === "password" ? <PasswordFields input={input} set={set} /> : null}
      {asked === "code" ? (
        <Field
          label={words.code}
          hint={words.codeHint}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
          value={input.code}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
      ) : null}
      {asked === "new_password" ? (
        <>
          <p className="text-body">{words.chooseOwn}</p>
          <Field
            label={words.newPassword}
            hint={words.newPasswordHint(shortestPassword)}
            name="newPassword"
            type="password"
            autoComplete="new-password"
            autoFocus
            value={input.newPassword}
            onChange={(event) => set({ newPassword: event.currentTarget.value })}
            error={complaint}
          />
          <Field
            label={words.again}
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        </>
      ) : null}
      {act.problem ? <ProblemCard problem={act.problem} /> : null}
      <Button type="submit" variant="primary" busy={act.busy} busyLabel={words.signingIn} className="w-full">
        {asked === "new_password" ? words.chooseAndSignIn : words.signIn}
      </Button>
      {asked === "password" ? null : (
        <Button variant="quiet" onClick={startAgain} disabled={act.busy} className="-mt-3 w-full">
          {words.startAgain}
        </Button>
      )}
      {asked === "password" && hint && hint.length > 0 ? (
        <DemoSignIns hint={hint} onChoose={({ signInName, password }) => set({ signInName, password })} />
      ) : null}
    </form>
  );
}

type PasswordFieldsProps = { input: SignInInput; set: (change: Partial<SignInInput>) => void };

function PasswordFields({ input, set }: PasswordFieldsProps) {
  const words = useWords(signInWords);
  return (
    <>
      <Field
        label={words.name}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        value={input.signInName}
        onChange={(event) => set({ signInName: event.currentTarget.value })}
      />
      <Field
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={input.password}
        onChange={(event) => set({ password: event.currentTarget.value })}
      />
    </>
  );
}

type Hint = NonNullable<SignInFormProps["hint"]>;

function DemoSignIns({ hint, onChoose }: { hint: Hint; onChoose: (chosen: Hint[number]) => void }) {
  const words = useWords(signInWords);
  const locale = useLocale();
  return (
    <section aria-label={words.demo} className="border-line border-t pt-4">
      <h2 className="text-label font-medium text-faint">{words.demoLead}</h2>
      <ul className="mt-2 flex flex-col gap-2">
        {hint.map((it) => (
          <li key={it.signInName}>
            <button
              type="button"
              onClick={() => onChoose(it)}
              className="flex min-h-12 w-full items-center justify-between gap-4 rounded-card border border-line px-4 text-left text-body hover:bg-sunken"
            >
              <span className="font-medium">{personRole(it.role, locale)}</span>
              <span className="min-w-0 text-right text-label break-words text-soft">
                {it.signInName} · {it.password}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
