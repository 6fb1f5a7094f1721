"use client";

import { DeskPage } from "#components/desk/desk-frame.tsx";
import { FailingEvents } from "#components/operator/failing-events.tsx";
import { type Facts, StateCard } from "#components/operator/state-card.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import type { OperatorView, RetriedEvents } from "#lib/operator-view.ts";
import type { Result } from "#lib/problem.ts";
import {
  gatewayWords,
  inboxWords,
  operatorWords,
  pollingWords,
  subscriptionWords,
} from "#lib/words/operator-words.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

export type OperatorScreenProps = {
  view: OperatorView;
  now: Date;
  timeZone: string;
  hrefOf: (saleId: string) => string;
  /** Null: all that failed. */
  retry: (eventId: number | null) => Promise<Result<RetriedEvents>>;
};

/** What the till does by itself, and how it gets on. */
export function OperatorScreen({ view, now, timeZone, hrefOf, retry }: OperatorScreenProps) {
  const locale = useLocale();
  const words = useWords(operatorWords);
  const place = { timeZone, locale };
  const { inbox, subscription, polling, gatewayDownSince } = view;
  const time = (at: string | null, otherwise: string) =>
    at ? timeOrDay(new Date(at), now, place, true) : otherwise;
  const count = (value: number) => value.toLocaleString(locale);
  const subscriptionFacts: Facts = [
    [words.deliveredTo, subscription.url ?? words.nowhere],
    [words.seenSince, time(subscription.existsSince, words.notYet)],
    [words.lastChecked, time(subscription.checkedAt, words.notYet)],
  ];
  const pollingFacts: Facts = [
    [words.open, count(polling.open)],
    [words.daily, count(polling.daily)],
    [words.due, count(polling.due)],
    [words.longestDue, time(polling.oldestDueAt, words.none)],
  ];
  const inboxFacts: Facts = [
    [words.waiting, count(inbox.waiting)],
    [words.failedCount, count(inbox.failing)],
    [words.oldestReceived, time(inbox.oldestReceivedAt, words.none)],
  ];
  return (
    <DeskPage title={words.title} lead={words.lead}>
      <FailingEvents
        events={inbox.events}
        total={inbox.failing}
        now={now}
        place={place}
        hrefOf={hrefOf}
        retry={retry}
      />
      <div className="grid gap-4 wide:grid-cols-2">
        <StateCard
          title="Sezzle"
          state={gatewayWords(gatewayDownSince, now, place)}
          facts={[[words.gateway, view.gatewayUrl]]}
        />
        <StateCard title={words.polling} state={pollingWords(polling, now, place)} facts={pollingFacts} />
        <StateCard
          title={words.subscription}
          state={subscriptionWords(subscription, locale)}
          facts={subscription.url ? subscriptionFacts : []}
        />
        <StateCard title={words.inbox} state={inboxWords(view, locale)} facts={inboxFacts} />
      </div>
    </DeskPage>
  );
}
