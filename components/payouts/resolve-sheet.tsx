"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { QuestionSheet } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { PayoutDifferenceView } from "#lib/payout-view.ts";
import type { Result } from "#lib/problem.ts";
import { differenceWords } from "#lib/words/payout-difference-words.ts";
import { payoutMoney, payoutWords } from "#lib/words/payout-words.ts";

export type Resolution = { differenceId: string; note: string };

export type ResolveSheetProps = {
  difference: PayoutDifferenceView;
  resolve: (resolution: Resolution) => Promise<Result<null>>;
  onClose: () => void;
};

const shortestNote = 3;

/** Asks what came of a difference. The note stays beside it, with who wrote it and when. */
export function ResolveSheet({ difference, resolve, onClose }: ResolveSheetProps) {
  const words = useWords(payoutWords);
  const locale = useLocale();
  const [note, setNote] = useState("");
  const [pressed, setPressed] = useState(false);
  const act = useAct();
  const { differenceId, kind, amountCents, currency } = difference;
  const written = note.trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPressed(true);
    if (written.length < shortestNote) return;
    const result = await act.run(() => resolve({ differenceId, note: written }));
    if (result?.ok) onClose();
  }

  return (
    <QuestionSheet
      title={differenceWords(kind, locale).title}
      consequence={`${payoutMoney(amountCents, currency, locale)}. ${words.movesNoMoney}`}
      actLabel={words.isWorkedThrough}
      busyLabel={words.noting}
      safeLabel={words.leaveOpen}
      variant="primary"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label={words.whatCame}
        value={note}
        maxLength={500}
        autoFocus
        onChange={(event) => setNote(event.currentTarget.value)}
        error={pressed && written.length < shortestNote ? words.writeWhat : null}
      />
    </QuestionSheet>
  );
}
