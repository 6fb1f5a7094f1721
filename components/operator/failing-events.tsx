"use client";

import { Inbox, RotateCw } from "lucide-react";
import { useId, useState } from "react";
import { FailingEventRow, failingColumns } from "#components/operator/failing-event-row.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { FailingEventView, RetriedEvents } from "#lib/operator-view.ts";
import type { Result } from "#lib/problem.ts";
import { operatorWords, retriedWords } from "#lib/words/operator-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import type { Place } from "#lib/words/time-words.ts";

export type FailingEventsProps = {
  events: FailingEventView[];
  /** How many there are; the list shows the oldest of them. */
  total: number;
  now: Date;
  place: Place;
  hrefOf: (saleId: string) => string;
  retry: (eventId: number | null) => Promise<Result<RetriedEvents>>;
};

/** The events that could not be worked off, each with its reason and a way to try it again at once. */
export function FailingEvents({ events, total, now, place, hrefOf, retry }: FailingEventsProps) {
  const words = useWords(operatorWords);
  const heads = [words.event, words.order, words.received, words.tried, words.nextTry];
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [pressed, setPressed] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const headId = useId();

  async function press(eventId: number | null) {
    setPressed(eventId);
    setTold("");
    const result = await act.run(() => retry(eventId));
    if (result?.ok) setTold(retriedWords(result.value, place.locale));
  }

  return (
    <section aria-labelledby={headId} className="flex flex-col gap-3">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id={headId} className="text-title font-semibold">
          {words.failed}
        </h2>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p role="status" className="text-body text-soft">
            {told}
          </p>
          {events.length > 1 ? (
            <Button
              size="desk"
              icon={<RotateCw aria-hidden size={18} />}
              busy={act.busy && pressed === null}
              onClick={() => press(null)}
            >
              {words.tryAll}
            </Button>
          ) : null}
        </div>
      </div>
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
      <div className="overflow-hidden rounded-card border border-line bg-card">
        {events.length === 0 ? (
          <p className="flex items-center gap-3 p-5 text-body text-soft">
            <Inbox aria-hidden size={22} className="text-faint" /> {words.nothingWaits}
          </p>
        ) : (
          <>
            <div
              aria-hidden
              className={`${failingColumns} h-10 border-line border-b bg-sunken px-4 text-label font-semibold text-soft max-desk:hidden!`}
            >
              {heads.map((head) => (
                <span key={head}>{head}</span>
              ))}
            </div>
            <ul aria-labelledby={headId}>
              {events.map((event) => (
                <li key={event.id} className="border-line not-first:border-t">
                  <FailingEventRow
                    event={event}
                    now={now}
                    place={place}
                    hrefOf={hrefOf}
                    isBusy={act.busy && pressed === event.id}
                    onRetry={() => press(event.id)}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {total > events.length ? (
        <p className="text-label text-soft">{words.oldestShown(events.length, total)}</p>
      ) : null}
    </section>
  );
}
