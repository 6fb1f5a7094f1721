"use client";

import { type FormEvent, useState } from "react";
import type { AccountActions, ProofInput } from "#components/account/account-actions.ts";
import { isProofComplete, ProofFields } from "#components/account/proof-fields.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { pinComplaint, pinHint } from "#lib/pin.ts";
import { accountWords, pinCardWords } from "#lib/words/account-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type PinFormProps = { withCode: boolean; setPin: AccountActions["setPin"]; onClose: () => void };

/** Chooses a PIN: the digits twice, and the password that shows whose they are. */
export function PinForm({ withCode, setPin, onClose }: PinFormProps) {
  const locale = useLocale();
  const words = useWords(pinCardWords);
  const common = useWords(accountWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [proof, setProof] = useState<ProofInput>({ password: "", code: "" });
  const [pin, setTyped] = useState("");
  const [again, setAgain] = useState("");
  const [pressed, setPressed] = useState(false);
  const complaint = pinComplaint(pin, locale);
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
      title={words.chooseTitle}
      consequence={words.chooseMeans}
      actLabel={words.use}
      safeLabel={common.back}
      variant="primary"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        {...field}
        label={words.next}
        hint={pinHint(locale)}
        value={pin}
        onChange={(event) => setTyped(digits(event.currentTarget.value))}
        error={pressed ? complaint : null}
        autoFocus
      />
      <Field
        {...field}
        label={words.again}
        value={again}
        onChange={(event) => setAgain(digits(event.currentTarget.value))}
        error={pressed && differs ? common.notTheSame : null}
      />
      <ProofFields value={proof} onChange={setProof} withCode={withCode} pressed={pressed} />
    </QuestionSheet>
  );
}
