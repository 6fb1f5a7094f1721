"use client";

import { MessageSquareWarning } from "lucide-react";
import Link from "next/link";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { DisputeAsks, DisputeFacts, DisputeHead } from "#components/disputes/dispute-card.tsx";
import { useServerNow } from "#components/live/live-provider.tsx";
import { useRefreshWhenTold } from "#components/live/use-refresh-when-told.ts";
import type { DisputeView } from "#lib/dispute.ts";
import type { Place } from "#lib/words/time-words.ts";

export type DisputeStore = Place & { id: string; name: string };

export type DisputesScreenProps = {
  /** The nearest deadline first. */
  open: DisputeView[];
  /** The last decided first. */
  closed: DisputeView[];
  hasOlder: boolean;
  stores: DisputeStore[];
  dashboardHref: string | null;
  seq: number;
  refresh: () => void;
};

/** What shoppers dispute: the deadline first, what Sezzle asks of the store and where it is answered, and what came of the others. */
export function DisputesScreen({
  open,
  closed,
  hasOlder,
  stores,
  dashboardHref,
  seq,
  refresh,
}: DisputesScreenProps) {
  const now = useServerNow();
  useRefreshWhenTold(
    seq,
    stores.map((it) => it.id),
    refresh,
  );
  const line = (dispute: DisputeView) => (
    <DisputeLine
      key={dispute.disputeId}
      dispute={dispute}
      now={now}
      stores={stores}
      dashboardHref={dashboardHref}
    />
  );
  return (
    <DeskPage title="Disputes" lead="What shoppers dispute at Sezzle, as Sezzle reports it.">
      <section aria-labelledby="open" className="flex flex-col gap-3">
        <h2 id="open" className="text-label font-semibold text-faint">
          To be answered
        </h2>
        {open.length === 0 ? (
          <NothingOpen />
        ) : (
          <ul aria-labelledby="open" className="flex flex-col gap-3">
            {open.map(line)}
          </ul>
        )}
      </section>
      {closed.length > 0 ? (
        <section aria-labelledby="closed" className="flex flex-col gap-3">
          <h2 id="closed" className="text-label font-semibold text-faint">
            Closed
          </h2>
          <ul aria-labelledby="closed" className="flex flex-col gap-3">
            {closed.map(line)}
          </ul>
          {hasOlder ? (
            <p className="text-label text-soft">Older ones are on the pages of their orders.</p>
          ) : null}
        </section>
      ) : null}
    </DeskPage>
  );
}

function NothingOpen() {
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-line border-dashed px-6 py-14 text-center">
      <MessageSquareWarning aria-hidden size={32} className="text-faint" />
      <p className="text-title font-semibold text-balance">No dispute waits for an answer</p>
      <p className="text-body text-soft text-balance">
        When a shopper disputes an order, Sezzle tells this till, and it shows here with its deadline.
      </p>
    </div>
  );
}

type DisputeLineProps = {
  dispute: DisputeView;
  now: Date;
  stores: DisputeStore[];
  dashboardHref: string | null;
};

function DisputeLine({ dispute, now, stores, dashboardHref }: DisputeLineProps) {
  const store = stores.find((it) => it.id === dispute.storeId);
  const place = store ?? stores[0] ?? { timeZone: "UTC", locale: "en-US" };
  const props = { dispute, now, place };
  return (
    <li
      id={dispute.disputeId}
      className="flex scroll-mt-4 flex-col gap-3 rounded-card border border-line bg-card p-4 target:border-accent sm:p-5"
    >
      <DisputeHead {...props} />
      <p className="text-body">
        <Order dispute={dispute} />
        {store && stores.length > 1 ? <span className="text-soft"> · {store.name}</span> : null}
      </p>
      <DisputeAsks dispute={dispute} now={now} dashboardHref={dashboardHref} />
      <DisputeFacts {...props} />
    </li>
  );
}

function Order({ dispute: { saleId, saleNumber, about, reference, orderUuid } }: { dispute: DisputeView }) {
  if (saleId) {
    return (
      <Link
        href={`/orders/${saleId}`}
        className="inline-flex min-h-11 items-center font-semibold underline decoration-edge underline-offset-4 tabular-nums"
      >
        Order {saleNumber}
      </Link>
    );
  }
  const name = reference ?? orderUuid ?? "no order named";
  return (
    <>
      <span className="font-semibold break-all">{name}</span>
      <span className="text-soft">
        {about === "other_channel"
          ? " · an order of another channel, not of this till"
          : " · an order this till does not know"}
      </span>
    </>
  );
}
