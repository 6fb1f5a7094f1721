"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { FailingEventView } from "#lib/operator-view.ts";
import { operatorWords, triesWords } from "#lib/words/operator-words.ts";
import { type Place, timeOrDay } from "#lib/words/time-words.ts";
import { keptTroubleWords } from "#lib/words/webhook-words.ts";

// Event, order, received, tried, next try, and the button; the reason stands below them. Where that is too much for a line, the same
// parts make a card.
export const failingColumns =
  "grid items-center gap-x-4 gap-y-1 grid-cols-3 desk:grid-cols-[9rem_minmax(0,1fr)_6.5rem_5rem_7rem_9.5rem]";

export type FailingEventRowProps = {
  event: FailingEventView;
  now: Date;
  place: Place;
  hrefOf: (saleId: string) => string;
  isBusy: boolean;
  onRetry: () => void;
};

/** One event that could not be worked off. */
export function FailingEventRow({ event, now, place, hrefOf, isBusy, onRetry }: FailingEventRowProps) {
  const words = useWords(operatorWords);
  const { sale, orderUuid, failures, nextTryAt, problem } = event;
  const time = (at: string) => timeOrDay(new Date(at), now, place);
  const isDue = !nextTryAt || new Date(nextTryAt) <= now;
  return (
    <div className={`${failingColumns} px-4 py-3 text-body`}>
      <span className="font-semibold [overflow-wrap:anywhere] max-desk:col-span-3">{event.event}</span>
      <span className="min-w-0 max-desk:col-span-3">
        {sale ? (
          <Link
            href={hrefOf(sale.saleId)}
            className="inline-flex min-h-6 items-center font-medium text-accent underline underline-offset-4"
          >
            {sale.number}
          </Link>
        ) : (
          <span className="text-soft">{orderUuid ? words.notOurs : words.noOrder}</span>
        )}
        {orderUuid ? (
          <span className="block font-mono text-label text-soft [overflow-wrap:anywhere]">{orderUuid}</span>
        ) : null}
      </span>
      <Part name={words.received}>{time(event.receivedAt)}</Part>
      <Part name={words.tried}>{triesWords(failures, place.locale)}</Part>
      <Part name={words.nextTry}>{isDue ? words.now : timeOrDay(new Date(nextTryAt), now, place, true)}</Part>
      <span className="max-desk:order-last max-desk:col-span-3 max-desk:mt-2 desk:row-span-2 desk:justify-self-end">
        <Button
          size="desk"
          busy={isBusy}
          onClick={onRetry}
          className="max-sm:w-full"
          aria-label={words.tryNamed(event.event, time(event.receivedAt))}
        >
          {words.tryAgain}
        </Button>
      </span>
      <span className="col-span-3 text-attention desk:col-span-5">
        {keptTroubleWords(problem, useLocale())}
      </span>
    </div>
  );
}

/** A value; where there is no head above it, with its name. */
function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="min-w-0 self-start text-label text-soft tabular-nums desk:self-center">
      <span className="text-faint max-desk:block desk:sr-only">{name} </span>
      {children}
    </span>
  );
}
