"use client";

import { type FormEvent, useState } from "react";
import type { AccountActions } from "#components/account/account-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { turnOnWords } from "#lib/words/second-factor-words.ts";

export type TurnOnFormProps = {
  offer: { qr: string; secret: string };
  turnOn: AccountActions["turnOnFactor"];
  onDone: (codes: string[]) => void;
  onCancel: () => void;
};

/** The secret for the app, as a picture and as text, and the first code that proves the app has it. */
export function TurnOnForm({ offer, turnOn, onDone, onCancel }: TurnOnFormProps) {
  const words = useWords(turnOnWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [code, setCode] = useState("");
  const [pressed, setPressed] = useState(false);
  const isComplete = /^\d{6}$/.test(code.replace(/\s/g, ""));

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPressed(true);
    if (!isComplete) return;
    const result = await act.run(() => turnOn({ code }));
    if (result?.ok) onDone(result.value.codes);
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="text-body">{words.scan}</p>
      {/* biome-ignore lint/performance/noImgElement: drawn by the server for this one moment */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(offer.qr)}`}
        alt={words.picture}
        width={200}
        height={200}
        className="self-center rounded-small bg-white p-2"
      />
      <div className="flex flex-wrap items-center gap-x-2">
        <p className="text-label text-soft">
          {words.orType} <span className="font-mono text-ink break-all">{offer.secret}</span>
        </p>
        <CopyButton text={offer.secret} label={words.copy} name={words.theKey} />
      </div>
      <Field
        label={words.digits}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={pressed && !isComplete ? words.sixDigits : null}
        autoFocus
        reserve
      />
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={act.busy} busyLabel={words.busy} className="flex-1">
          {words.act}
        </Button>
        <Button onClick={onCancel} disabled={act.busy} className="flex-1">
          {words.back}
        </Button>
      </div>
    </form>
  );
}
