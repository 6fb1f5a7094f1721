"use client";

import { type FormEvent, useState } from "react";
import type { AccountActions, ProofInput } from "#components/account/account-actions.ts";
import { isProofComplete, ProofFields } from "#components/account/proof-fields.tsx";
import { Field } from "#components/ui/field.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { pinComplaint, pinHint } from "#lib/pin.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type PinFormProps = { withCode: boolean; setPin: AccountActions["setPin"]; onClose: () => void };

/** Chooses a PIN: the digits twice, and the password that shows whose they are. */
export function PinForm({ withCode, setPin, onClose }: PinFormProps) {
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [proof, setProof] = useState<ProofInput>({ password: "", code: "" });
  const [pin, setTyped] = useState("");
  const [again, setAgain] = useState("");
  const [pressed, setPressed] = useState(false);
  const complaint = pinComplaint(pin);
  const differs = pin !== again;
  const digits = (text: string) => text.replace(/\D/g, "");
  const field = { type: "password", inputMode: "numeric", autoComplete: "off", maxLength: 8 } as const;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPressed(true);
    if (complaint || differs || !isProofComplete(proof, withCode)) return showFault(event.currentTarget);
    const result = await act.run(() => setPin({ ...proof, pin }));
    if (result?.ok) onClose();
  }

  return (
    <QuestionSheet
      title="Choose a PIN"
      consequence="Whoever knows it can approve refunds in your name. Tell it to nobody."
      actLabel="Use this PIN"
      safeLabel="Back, change nothing"
      variant="primary"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        {...field}
        label="New PIN"
        hint={pinHint}
        value={pin}
        onChange={(event) => setTyped(digits(event.currentTarget.value))}
        error={pressed ? complaint : null}
        autoFocus
      />
      <Field
        {...field}
        label="New PIN again"
        value={again}
        onChange={(event) => setAgain(digits(event.currentTarget.value))}
        error={pressed && differs ? "The two are not the same." : null}
      />
      <ProofFields value={proof} onChange={setProof} withCode={withCode} pressed={pressed} />
    </QuestionSheet>
  );
}
