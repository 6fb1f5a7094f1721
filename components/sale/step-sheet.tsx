"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import type { ActOutcome } from "#components/sale/sale-actions.ts";
import type { SaleFacts } from "#components/sale/sale-facts.ts";
import { useWords } from "#components/ui/language.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { useWaited } from "#components/ui/use-waited.ts";
import { useWish } from "#components/ui/wish.ts";
import type { Result } from "#lib/problem.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";
import { stepWords } from "#lib/words/step-words.ts";

/** What every step's sheet is given: the sale, how to leave, and what to tell the screen once it is under way. */
export type StepSheetProps = {
  facts: SaleFacts;
  onClose: () => void;
  onDone: (seenVersion: number, outcome: ActOutcome, underWay: string) => void;
};

type Props = StepSheetProps & {
  title: string;
  consequence?: ReactNode;
  children?: ReactNode;
  actLabel: string;
  /** The step as something under way: "Taking $20.00". */
  underWay: string;
  safeLabel: string;
  variant: "primary" | "danger";
  /** What the wish consists of, beside the sale: the same text is the same wish. */
  content: string;
  /** What the step is about was decided meanwhile, though the sale's version is the same. */
  isDecided?: boolean;
  /** Called when the person presses although something is missing; answers whether the step may go on. */
  isComplete?: () => boolean;
  act: (common: { saleId: string; seenVersion: number; wishId: string }) => Promise<Result<ActOutcome>>;
};

/** One step's question: amount and consequence, then the step, and nearest the thumb the answer that changes nothing. */
export function StepSheet(props: Props) {
  const { facts, onClose, onDone, underWay } = props;
  const { sale } = facts;
  const act = useAct();
  const wish = useWish();
  const [seenVersion] = useState(sale.version);
  const { changedMeanwhile } = useWords(stepWords);
  const { asking } = useWords(saleScreenWords);
  const isLong = useWaited(act.busy, 1000);
  // Our own request raises the version too; only a change nobody here asked for makes the sheet's words untrue.
  const isOutdated = !act.busy && (props.isDecided || sale.version !== seenVersion);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isOutdated || act.busy) return;
    if (props.isComplete && !props.isComplete()) return showFault(event.currentTarget);
    const wishId = wish.idFor(props.content);
    const result = await act.run(() => props.act({ saleId: sale.saleId, seenVersion, wishId }));
    if (!result) return;
    wish.settle();
    if (!result.ok) return;
    onDone(seenVersion, result.value, underWay);
    onClose();
  }

  return (
    <QuestionSheet
      title={props.title}
      consequence={props.consequence}
      actLabel={props.actLabel}
      safeLabel={props.safeLabel}
      variant={props.variant}
      onClose={onClose}
      act={act}
      onSubmit={submit}
      isOutdated={isOutdated}
      busyLabel={isLong ? asking : ""}
    >
      {props.children}
      {isOutdated ? (
        <p role="alert" className="rounded-card bg-attention-wash p-4 text-body font-medium text-attention">
          {changedMeanwhile}
        </p>
      ) : null}
    </QuestionSheet>
  );
}
