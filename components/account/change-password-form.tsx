"use client";

import { type FormEvent, useState } from "react";
import type { ProofInput } from "#components/account/account-actions.ts";
import { isProofComplete, ProofFields } from "#components/account/proof-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { shortestPassword } from "#lib/password.ts";
import type { Result } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type ChangePasswordFormProps = {
  withCode: boolean;
  onSubmit: (input: ProofInput & { next: string }) => Promise<Result<null>>;
};

const noProof: ProofInput = { password: "", code: "" };

/** Changes one's own password. The server has the last word on what will do; here only what is plain to see is told. */
export function ChangePasswordForm({ withCode, onSubmit }: ChangePasswordFormProps) {
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [proof, setProof] = useState(noProof);
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [pressed, setPressed] = useState(false);
  const isShort = next.length < shortestPassword;
  const differs = next !== again;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPressed(true);
    if (!isProofComplete(proof, withCode) || isShort || differs) return;
    const result = await act.run(() => onSubmit({ ...proof, next }));
    if (!result?.ok) return;
    setProof(noProof);
    setNext("");
    setAgain("");
    setPressed(false);
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <ProofFields value={proof} onChange={setProof} withCode={withCode} pressed={pressed} />
      <Field
        label="New password"
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        hint={`At least ${shortestPassword} characters`}
        error={pressed && isShort ? `Use at least ${shortestPassword} characters.` : null}
      />
      <Field
        label="New password again"
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={pressed && differs ? "The two are not the same." : null}
      />
      {act.problem ? <ProblemCard problem={act.problem} /> : null}
      <Button type="submit" variant="primary" busy={act.busy} busyLabel="Changing…" className="w-full">
        Change password
      </Button>
    </form>
  );
}
