"use client";

import { MessageSquareWarning } from "lucide-react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { DisputeAsks, DisputeFacts, DisputeHead } from "#components/disputes/dispute-card.tsx";
import { useServerNow } from "#components/live/live-provider.tsx";
import { useRefreshWhenTold } from "#components/live/use-refresh-when-told.ts";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { DisputeView } from "#lib/dispute.ts";
import { disputePageWords } from "#lib/words/dispute-page-words.ts";

export type DisputeStore = { id: string; name: string; timeZone: string };

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
  const words = useWords(disputePageWords);
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
    <DeskPage title={words.title} lead={words.lead}>
      <section aria-labelledby="open" className="flex flex-col gap-3">
        <h2 id="open" className="text-label font-semibold text-faint">
          {words.open}
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
            {words.closed}
          </h2>
          <ul aria-labelledby="closed" className="flex flex-col gap-3">
            {closed.map(line)}
          </ul>
          {hasOlder ? <p className="text-label text-soft">{words.older}</p> : null}
        </section>
      ) : null}
    </DeskPage>
  );
}

function NothingOpen() {
  const words = useWords(disputePageWords);
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-line border-dashed px-6 py-14 text-center">
      <MessageSquareWarning aria-hidden size={32} className="text-faint" />
      <p className="text-title font-semibold text-balance">{words.nothingOpen}</p>
      <p className="text-body text-soft text-balance">{words.nothingOpenLine}</p>
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
  const { timeZone } = store ?? stores[0] ?? { timeZone: "UTC" };
  const place = { timeZone, locale: useLocale() };
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
      <DisputeAsks {...props} dashboardHref={dashboardHref} />
      <DisputeFacts {...props} />
    </li>
  );
}

function Order({ dispute: { saleId, saleNumber, about, reference, orderUuid } }: { dispute: DisputeView }) {
  const words = useWords(disputePageWords);
  if (saleId) {
    return (
      <Link
        href={`/orders/${saleId}`}
        className="inline-flex min-h-11 items-center font-semibold underline decoration-edge underline-offset-4 tabular-nums"
      >
        {words.order(saleNumber ?? "")}
      </Link>
    );
  }
  const name = reference ?? orderUuid ?? words.noOrder;
  return (
    <>
      <span className="font-semibold break-all">{name}</span>
      <span className="text-soft">{about === "other_channel" ? words.otherChannel : words.unknownOrder}</span>
    </>
  );
}
