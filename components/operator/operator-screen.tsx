"use client";

import { DeskPage } from "#components/desk/desk-frame.tsx";
import { FailingEvents } from "#components/operator/failing-events.tsx";
import { type Facts, StateCard } from "#components/operator/state-card.tsx";
import type { OperatorView, RetriedEvents } from "#lib/operator-view.ts";
import type { Result } from "#lib/problem.ts";
import { gatewayWords, inboxWords, pollingWords, subscriptionWords } from "#lib/words/operator-words.ts";
import { type Place, timeOrDay } from "#lib/words/time-words.ts";

export type OperatorScreenProps = {
  view: OperatorView;
  now: Date;
  place: Place;
  hrefOf: (saleId: string) => string;
  /** Null: all that failed. */
  retry: (eventId: number | null) => Promise<Result<RetriedEvents>>;
};

/** What the till does by itself, and how it gets on. */
export function OperatorScreen({ view, now, place, hrefOf, retry }: OperatorScreenProps) {
  const { inbox, subscription, polling, gatewayDownSince } = view;
  const time = (at: string | null, otherwise: string) =>
    at ? timeOrDay(new Date(at), now, place, true) : otherwise;
  const subscriptionFacts: Facts = [
    ["Delivered to", subscription.url ?? "nowhere"],
    ["Seen since", time(subscription.existsSince, "not yet")],
    ["Last checked", time(subscription.checkedAt, "not yet")],
  ];
  const pollingFacts: Facts = [
    ["Can still change", String(polling.open)],
    ["Asked for daily", String(polling.daily)],
    ["Due now", String(polling.due)],
    ["Longest due", time(polling.oldestDueAt, "none")],
  ];
  const inboxFacts: Facts = [
    ["Waiting", String(inbox.waiting)],
    ["Failed", String(inbox.failing)],
    ["Oldest received", time(inbox.oldestReceivedAt, "none")],
  ];
  return (
    <DeskPage title="Operator" lead="What the till does by itself, and how it gets on.">
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
          facts={[["Gateway", view.gatewayUrl]]}
        />
        <StateCard title="Asking for orders" state={pollingWords(polling, now, place)} facts={pollingFacts} />
        <StateCard
          title="Subscription to webhooks"
          state={subscriptionWords(subscription)}
          facts={subscription.url ? subscriptionFacts : []}
        />
        <StateCard title="Events from Sezzle" state={inboxWords(view)} facts={inboxFacts} />
      </div>
    </DeskPage>
  );
}
