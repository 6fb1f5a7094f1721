"use client";

import { type FormEvent, useState } from "react";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import { type ErasureReason, erasureReasons, type ShopperData } from "#lib/shopper-data.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type EraseSheetProps = {
  data: ShopperData;
  erase: (reason: ErasureReason) => Promise<Result<{ sales: number }>>;
  onErased: (sales: number) => void;
  onClose: () => void;
};

/** Asks once more, and for the reason that the history keeps. */
export function EraseSheet({ data, erase, onErased, onClose }: EraseSheetProps) {
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [reason, setReason] = useState<ErasureReason | null>(null);
  const [pressed, setPressed] = useState(false);

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
      title={`Erase ${data.contact}?`}
      consequence={`The number or e-mail and the name go from ${data.count === 1 ? "1 sale" : `${data.count} sales`} for ever. No link can be sent there again from them. Amounts, refunds and history stay.`}
      actLabel="Erase for ever"
      busyLabel="Erasing…"
      safeLabel="Back, erase nothing"
      variant="danger"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceGroup
        legend="Why"
        options={erasureReasons}
        value={reason}
        onChange={(value) => setReason(erasureReasons.find((it) => it === value) ?? null)}
        error={pressed && !reason ? "Choose a reason." : null}
      />
    </QuestionSheet>
  );
}
