"use client";

import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import type { Act } from "#components/ui/use-act.ts";
import { useWaited } from "#components/ui/use-waited.ts";
import { newSaleWords } from "#lib/words/new-sale-words.ts";

export type SendPartProps = {
  act: Act;
  /** The next step, as the button says it. */
  label: string;
  /** Something is still missing: the button says what, and leads there. */
  soft: boolean;
  /** What is said above the button. */
  note: string | null;
};

/** The one button of a new sale, with what is said of it above. */
export function SendPart({ act, label, soft, note }: SendPartProps) {
  const words = useWords(newSaleWords);
  const isLong = useWaited(act.busy, 1000);
  return (
    <div className="relative flex flex-col justify-end gap-1 sm:gap-3 wide:w-72">
      {act.problem ? (
        // Over the keypad and not above it: a refusal must not push the button off the screen.
        <div className="absolute inset-x-0 bottom-20 z-10 sm:bottom-22 rounded-card bg-card shadow-float">
          <ProblemCard problem={act.problem} onDismiss={act.dismiss} />
        </div>
      ) : null}
      <p aria-live="polite" className="min-h-5 text-center text-label text-soft">
        {isLong ? words.asking : note}
      </p>
      <Button
        type="submit"
        variant="primary"
        size="hero"
        busy={act.busy}
        busyLabel={words.sending}
        soft={soft}
        className="w-full max-sm:min-h-16"
      >
        {label}
      </Button>
    </div>
  );
}
