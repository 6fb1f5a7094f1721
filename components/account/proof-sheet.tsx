"use client";

import { type FormEvent, useState } from "react";
import type { ProofInput } from "#components/account/account-actions.ts";
import { isProofComplete, ProofFields } from "#components/account/proof-fields.tsx";
import { useWords } from "#components/ui/language.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import { accountWords } from "#lib/words/account-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type ProofSheetProps<Value> = {
  title: string;
  consequence: string;
  actLabel: string;
  variant: "primary" | "danger";
  withCode: boolean;
  act: (proof: ProofInput) => Promise<Result<Value>>;
  onDone: (value: Value) => void;
  onClose: () => void;
};

/** A step that is taken only by who proves again who they are. */
export function ProofSheet<Value>({ withCode, act: prove, onDone, ...shown }: ProofSheetProps<Value>) {
  const words = useWords(accountWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [proof, setProof] = useState<ProofInput>({ password: "", code: "" });
  const [pressed, setPressed] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPressed(true);
    if (!isProofComplete(proof, withCode)) return showFault(event.currentTarget);
    const result = await act.run(() => prove(proof));
    if (!result?.ok) return;
    onDone(result.value);
    shown.onClose();
  }

  return (
    <QuestionSheet {...shown} safeLabel={words.back} act={act} onSubmit={submit}>
      <ProofFields value={proof} onChange={setProof} withCode={withCode} pressed={pressed} autoFocus />
    </QuestionSheet>
  );
}
