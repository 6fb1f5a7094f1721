"use client";

import { type FormEvent, useState } from "react";
import type { ProofInput } from "#components/account/account-actions.ts";
import { isProofComplete, ProofFields } from "#components/account/proof-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { passwordHint, shortestPassword } from "#lib/password.ts";
import type { Result } from "#lib/problem.ts";
import { accountWords, changePasswordWords } from "#lib/words/account-words.ts";
import { passwordWords } from "#lib/words/password-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type ChangePasswordFormProps = {
  withCode: boolean;
  onSubmit: (input: ProofInput & { next: string }) => Promise<Result<null>>;
};

const noProof: ProofInput = { password: "", code: "" };

/** Changes one's own password. The server has the last word on what will do; here only what is plain to see is told. */
export function ChangePasswordForm({ withCode, onSubmit }: ChangePasswordFormProps) {
  const locale = useLocale();
  const words = useWords(changePasswordWords);
  const common = useWords(accountWords);
  const complaints = useWords(passwordWords);
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
        label={words.next}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        hint={passwordHint(locale)}
        error={pressed && isShort ? complaints.short(shortestPassword) : null}
      />
      <Field
        label={words.again}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={pressed && differs ? common.notTheSame : null}
      />
      {act.problem ? <ProblemCard problem={act.problem} /> : null}
      <Button type="submit" variant="primary" busy={act.busy} busyLabel={words.busy} className="w-full">
        {words.act}
      </Button>
    </form>
  );
}
