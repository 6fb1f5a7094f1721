"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import type { ActOutcome } from "#components/sale/sale-actions.ts";
import type { SaleFacts } from "#components/sale/sale-facts.ts";
import { Button } from "#components/ui/button.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { useWaited } from "#components/ui/use-waited.ts";
import { useWish } from "#components/ui/wish.ts";
import type { Result } from "#lib/problem.ts";
import { changedMeanwhileWords } from "#lib/words/step-words.ts";

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
  const isLong = useWaited(act.busy, 1000);
  // Our own request raises the version too; only a change nobody here asked for makes the sheet's words untrue.
  const isOutdated = !act.busy && sale.version !== seenVersion;

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
    <Sheet
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      locked={act.busy}
      title={props.title}
      description={props.consequence}
    >
      <form
        onSubmit={submit}
        noValidate
        autoComplete="off"
        className="flex flex-col gap-4 [&_input]:scroll-mb-44"
      >
        {props.children}
        {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
        {isOutdated ? (
          <p role="alert" className="rounded-card bg-attention-wash p-4 text-body font-medium text-attention">
            {changedMeanwhileWords}
          </p>
        ) : null}
        {/* Always in sight, however much is asked above: nobody has to look for the way out. */}
        <div className="sticky -bottom-6 -mx-6 -mb-6 flex flex-col gap-2 bg-card px-6 pt-3 pb-6">
          <Button
            type="submit"
            variant={props.variant}
            busy={act.busy}
            busyLabel={isLong ? "Asking Sezzle…" : ""}
            disabled={isOutdated}
            className="w-full"
          >
            {props.actLabel}
          </Button>
          <Button onClick={onClose} disabled={act.busy} className="w-full">
            {props.safeLabel}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** Brings the first field at fault into sight, once it is drawn as such. */
function showFault(form: HTMLFormElement) {
  requestAnimationFrame(() => {
    form.querySelector<HTMLInputElement>('[aria-invalid="true"], [data-fault] input')?.focus();
  });
}
