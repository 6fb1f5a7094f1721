"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import type { FailingEventView } from "#lib/operator-view.ts";
import { operatorWords, triesWords } from "#lib/words/operator-words.ts";
import { type Place, timeOrDay } from "#lib/words/time-words.ts";

// Event, order, received, tried, next try, and the button; the reason stands below them. On a phone the same parts make a card.
export const failingColumns =
  "grid items-center gap-x-4 gap-y-1 grid-cols-2 wide:grid-cols-[9.5rem_minmax(0,1fr)_6.5rem_5rem_6.5rem_9.5rem]";

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
      <span className="font-semibold [overflow-wrap:anywhere] max-wide:col-span-2">{event.event}</span>
      <span className="min-w-0 max-wide:col-span-2">
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
      <span className="max-wide:order-last max-wide:col-span-2 max-wide:mt-2 wide:row-span-2 wide:justify-self-end">
        <Button
          size="desk"
          busy={isBusy}
          onClick={onRetry}
          className="max-wide:w-full"
          aria-label={words.tryNamed(event.event, time(event.receivedAt))}
        >
          {words.tryAgain}
        </Button>
      </span>
      <span lang="en" className="col-span-2 text-attention wide:col-span-5">
        {problem}
      </span>
    </div>
  );
}

/** A value; where there is no head above it, with its name. */
function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="text-label text-soft tabular-nums max-wide:last:col-span-2">
      <span className="wide:sr-only">{name} </span>
      {children}
    </span>
  );
}
