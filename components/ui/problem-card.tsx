"use client";

import { TriangleAlert, X } from "lucide-react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { type KeptProblem, sentencesOf } from "#lib/problem.ts";
import { problemCardWords } from "#lib/words/problem-words.ts";

export type ProblemCardProps = { problem: KeptProblem; onDismiss?: () => void };

/** An expected failure in three short lines: what happened, what it means for the money, what to do now. */
export function ProblemCard({ problem, onDismiss }: ProblemCardProps) {
  const words = useWords(problemCardWords);
  const { happened, money, next } = sentencesOf(problem, useLocale());
  const { technical } = problem;
  return (
    <div role="alert" className="animate-appear rounded-card border border-refused/40 bg-refused-wash p-4">
      <div className="flex items-start gap-3">
        <TriangleAlert aria-hidden size={20} className="mt-0.5 shrink-0 text-refused" />
        <div className="min-w-0 flex-1 text-body leading-snug">
          <p className="font-semibold text-refused">{happened}</p>
          <p className="mt-1 text-ink">{money}</p>
          <p className="mt-1 font-medium text-ink">{next}</p>
        </div>
        {onDismiss ? (
          <button
            type="button"
            aria-label={words.close}
            onClick={onDismiss}
            className="-m-2.5 grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-card/60"
          >
            <X aria-hidden size={18} />
          </button>
        ) : null}
      </div>
      {technical ? <Technical {...technical} /> : null}
    </div>
  );
}

function Technical({ code, message, debugUuid }: NonNullable<KeptProblem["technical"]>) {
  const words = useWords(problemCardWords);
  const text = [code, message, debugUuid ? `debug_uuid ${debugUuid}` : null].filter(Boolean).join("\n");
  return (
    <details className="mt-1 ml-8">
      <summary className="flex min-h-11 w-fit items-center text-label font-medium text-soft underline underline-offset-4">
        {words.forSupport}
      </summary>
      <pre className="rounded-small bg-card/70 p-3 font-mono text-label break-words whitespace-pre-wrap text-ink select-all">
        {text}
      </pre>
      <CopyButton text={text} label={words.copy} />
    </details>
  );
}
