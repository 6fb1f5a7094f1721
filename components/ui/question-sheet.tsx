"use client";

import type { FormEvent, ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useBegun } from "#components/ui/screen-work.ts";
import { Sheet } from "#components/ui/sheet.tsx";
import type { Act } from "#components/ui/use-act.ts";

export type QuestionSheetProps = {
  title: string;
  consequence?: ReactNode;
  children?: ReactNode;
  actLabel: string;
  /** What the button says while it is under way. */
  busyLabel?: string;
  safeLabel: string;
  variant: "primary" | "danger";
  act: Act;
  /** What the question was about has changed: it can only be left. */
  isOutdated?: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
};

/** A question with amount or consequence, the answer that acts, and nearest the thumb the one that changes nothing. */
export function QuestionSheet(props: QuestionSheetProps) {
  const { act, onClose, isOutdated = false } = props;
  useBegun(true);
  return (
    <Sheet onClose={onClose} locked={act.busy} title={props.title} description={props.consequence}>
      <form
        onSubmit={props.onSubmit}
        noValidate
        autoComplete="off"
        className="flex flex-col gap-4 [&_input]:scroll-mb-44"
      >
        {props.children}
        {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
        {/* Always in sight, however much is asked above: nobody has to look for the way out. */}
        <div className="sticky -bottom-6 -mx-6 -mb-6 flex flex-col gap-2 bg-card px-6 pt-3 pb-6">
          <Button
            type="submit"
            variant={props.variant}
            busy={act.busy}
            busyLabel={props.busyLabel}
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
export function showFault(form: HTMLFormElement) {
  requestAnimationFrame(() => {
    form.querySelector<HTMLInputElement>('[aria-invalid="true"], [data-fault] input')?.focus();
  });
}
