"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type SignInFormProps = {
  onSubmit: (input: { signInName: string; password: string }) => Promise<Result<null>>;
  /** Demo sign-ins, shown in local mode alone. */
  hint?: { role: string; signInName: string; password: string }[];
};

/** Signing in. The fields are read from the form at the end, so that a password manager's filling counts too. */
export function SignInForm({ onSubmit, hint }: SignInFormProps) {
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [signInName, setSignInName] = useState("");
  const [password, setPassword] = useState("");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const input = { signInName: String(data.get("username")).trim(), password: String(data.get("password")) };
    await act.run(() => onSubmit(input));
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <Field
        label="Sign-in name"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        value={signInName}
        onChange={(event) => setSignInName(event.currentTarget.value)}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {act.problem ? <ProblemCard problem={act.problem} /> : null}
      <Button type="submit" variant="primary" busy={act.busy} busyLabel="Signing in…" className="w-full">
        Sign in
      </Button>
      {hint && hint.length > 0 ? (
        <DemoSignIns
          hint={hint}
          onChoose={(chosen) => {
            setSignInName(chosen.signInName);
            setPassword(chosen.password);
          }}
        />
      ) : null}
    </form>
  );
}

type Hint = NonNullable<SignInFormProps["hint"]>;

function DemoSignIns({ hint, onChoose }: { hint: Hint; onChoose: (chosen: Hint[number]) => void }) {
  return (
    <section aria-label="Demo sign-ins" className="border-line border-t pt-4">
      <h2 className="text-label font-medium text-faint">This is a demo. Fill in as:</h2>
      <ul className="mt-2 flex flex-col gap-2">
        {hint.map((it) => (
          <li key={it.signInName}>
            <button
              type="button"
              onClick={() => onChoose(it)}
              className="flex min-h-12 w-full items-center justify-between gap-4 rounded-card border border-line px-4 text-left text-body hover:bg-sunken"
            >
              <span className="font-medium">{it.role}</span>
              <span className="truncate text-label text-soft">
                {it.signInName} · {it.password}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
