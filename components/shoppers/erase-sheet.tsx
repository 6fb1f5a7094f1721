"use client";

import { type FormEvent, useState } from "react";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import { type ErasureReason, erasureReasons, type ShopperData } from "#lib/shopper-data.ts";
import { dataRightsWords, erasureReasonIn } from "#lib/words/data-rights-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type EraseSheetProps = {
  data: ShopperData;
  erase: (reason: ErasureReason) => Promise<Result<{ sales: number }>>;
  onErased: (sales: number) => void;
  onClose: () => void;
};

/** Asks once more, and for the reason that the history keeps. */
export function EraseSheet({ data, erase, onErased, onClose }: EraseSheetProps) {
  const locale = useLocale();
  const words = useWords(dataRightsWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [reason, setReason] = useState<ErasureReason | null>(null);
  const [pressed, setPressed] = useState(false);

  const reasonWord = (it: ErasureReason) => erasureReasonIn(it, locale);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPressed(true);
    if (!reason) return showFault(event.currentTarget);
    const result = await act.run(() => erase(reason));
    if (!result?.ok) return;
    onErased(result.value.sales);
    onClose();
  }

  return (
    <QuestionSheet
      title={words.eraseTitle(data.contact)}
      consequence={words.eraseMeans(data.count)}
      actLabel={words.eraseAct}
      busyLabel={words.erasing}
      safeLabel={words.back}
      variant="danger"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceGroup
        legend={words.why}
        options={erasureReasons.map(reasonWord)}
        value={reason && reasonWord(reason)}
        onChange={(value) => setReason(erasureReasons.find((it) => reasonWord(it) === value) ?? null)}
        error={pressed && !reason ? words.chooseReason : null}
      />
    </QuestionSheet>
  );
}
