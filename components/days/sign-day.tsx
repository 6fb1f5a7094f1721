"use client";

import { type FormEvent, useCallback, useRef, useState } from "react";
import { Explanation, OpenMatters } from "#components/days/open-matters.tsx";
import { Button } from "#components/ui/button.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { DayReport } from "#lib/day-report.ts";
import { type Problem, type Result, sentencesOf } from "#lib/problem.ts";
import { dayPageWords } from "#lib/words/day-page-words.ts";
import { signingWords } from "#lib/words/day-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type Closing = { fingerprint: string; explanations: { key: string; words: string }[] };

export type SignDayProps = {
  day: DayReport;
  /** Names what is shown; signing names it too. */
  fingerprint: string;
  now: Date;
  orderHrefOf: (saleId: string) => string;
  close: (closing: Closing) => Promise<Result<null>>;
  onSigned: () => void;
  onRefused: (problem: Problem) => void;
  onBegin: () => void;
};

/** What is open, each with a field to explain it, and the signature. What was typed stays when the numbers change. */
export function SignDay(props: SignDayProps) {
  const { day, now } = props;
  const locale = useLocale();
  const words = useWords(dayPageWords);
  const [explained, setExplained] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<{ key: string; happened: string } | null>(null);
  const [pressed, setPressed] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const of = (key: string) => explained[key] ?? "";
  const isBare = (key: string) => of(key).trim().length < 3;

  const explain = useCallback((key: string, text: string) => {
    setFault((before) => (before?.key === key ? null : before));
    setExplained((before) => ({ ...before, [key]: text }));
  }, []);

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPressed(true);
    props.onBegin();
    if (day.open.some(({ key }) => isBare(key))) return showFault(event.currentTarget);
    setAsking(true);
  }

  function errorOf(key: string): string | null {
    if (fault?.key === key) return fault.happened;
    return pressed && isBare(key) ? words.explain : null;
  }

  return (
    <form ref={form} onSubmit={ask} noValidate autoComplete="off" className="flex flex-col gap-4">
      <OpenMatters
        store={day.store}
        matters={day.open}
        orderHrefOf={props.orderHrefOf}
        below={(matter) => (
          <Explanation
            matter={matter}
            value={of(matter.key)}
            error={errorOf(matter.key)}
            onChange={explain}
          />
        )}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 print:hidden">
        <p className="min-w-0 flex-1 basis-64 text-body text-soft">
          {now < new Date(day.to) ? words.isRunning : words.isOver}
        </p>
        <Button type="submit" variant="primary" size="desk">
          {words.sign}
        </Button>
      </div>
      {isAsking ? (
        <Signing
          {...props}
          explanations={day.open.map(({ key }) => ({ key, words: of(key) }))}
          onRefused={(problem) => {
            setAsking(false);
            if (problem.field)
              setFault({ key: problem.field, happened: sentencesOf(problem, locale).happened });
            props.onRefused(problem);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </form>
  );
}

type SigningProps = SignDayProps & { explanations: Closing["explanations"]; onClose: () => void };

function Signing({ day, fingerprint, now, explanations, close, onSigned, onRefused, onClose }: SigningProps) {
  const act = useAct(noAnswerWithoutMoneyProblem);
  // What the question was asked about; the numbers may change behind it.
  const [seen] = useState({ fingerprint, explanations });
  const locale = useLocale();
  const words = useWords(dayPageWords);
  const place = { timeZone: day.store.timeZone, locale };
  const { title, consequence, act: actLabel } = signingWords(day, now, place);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    const result = await act.run(() => close(seen));
    if (result?.ok) onSigned();
    else if (result) onRefused(result.problem);
  }

  return (
    <QuestionSheet
      title={title}
      consequence={consequence}
      actLabel={actLabel}
      busyLabel={words.closing}
      safeLabel={words.leaveOpen}
      variant="primary"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
