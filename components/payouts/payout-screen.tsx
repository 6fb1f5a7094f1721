"use client";

import { ArrowLeft, CircleCheck, RefreshCw } from "lucide-react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { DifferenceList } from "#components/payouts/difference-list.tsx";
import { PayoutLines } from "#components/payouts/payout-lines.tsx";
import { PayoutSumCard } from "#components/payouts/payout-sum.tsx";
import { ReadingLine } from "#components/payouts/reading-line.tsx";
import type { Resolution } from "#components/payouts/resolve-sheet.tsx";
import { StoreParts } from "#components/payouts/store-parts.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { PayoutReadingView, PayoutView } from "#lib/payout-view.ts";
import type { Result } from "#lib/problem.ts";
import { payoutDay, payoutWords } from "#lib/words/payout-words.ts";
import type { Place } from "#lib/words/time-words.ts";

export type PayoutScreenProps = {
  payout: PayoutView;
  reading: PayoutReadingView;
  now: Date;
  place: Place;
  readAgain: () => Promise<Result<unknown>>;
  resolve: (resolution: Resolution) => Promise<Result<null>>;
};

/** One payout: what does not agree, its sum, whose it is, and every line. */
export function PayoutScreen({ payout, reading, now, place, readAgain, resolve }: PayoutScreenProps) {
  const words = useWords(payoutWords);
  const { currency, sum, differences } = payout;
  const act = useAct();
  return (
    <DeskPage
      title={words.payoutOf(payoutDay(payout.payoutDate, place.locale))}
      lead={`${payout.status} · ${currency}${sum ? "" : ` · ${words.ofYourStores}`}`}
      actions={
        sum || payout.problem ? (
          <Button
            size="desk"
            busy={act.busy || reading.isReading}
            busyLabel={words.readingButton}
            icon={<RefreshCw aria-hidden size={18} />}
            onClick={() => void act.run(readAgain)}
          >
            {words.readAgain}
          </Button>
        ) : null
      }
    >
      <Link
        href="/payouts"
        className="flex min-h-11 w-fit items-center gap-2 text-body font-medium text-accent"
      >
        <ArrowLeft aria-hidden size={18} /> {words.all}
      </Link>
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
      <ReadingLine
        reading={{ ...reading, readAt: payout.readAt, nextReadAt: null, problem: payout.problem }}
        now={now}
        place={place}
      />
      <section aria-labelledby="differences" className="flex flex-col gap-3">
        <h2 id="differences" className="text-title font-semibold">
          {words.doesNotAgree}
        </h2>
        {differences.length > 0 ? (
          <DifferenceList
            label={words.doesNotAgree}
            differences={differences}
            now={now}
            place={place}
            resolve={resolve}
          />
        ) : payout.readAt ? (
          <p className="flex items-center gap-3 rounded-card bg-approved-wash p-4 text-body font-medium text-approved">
            <CircleCheck aria-hidden size={20} className="shrink-0" />
            {words.agrees}
          </p>
        ) : (
          <p className="text-body text-soft">{words.knownOnceRead}</p>
        )}
      </section>
      {sum ? <PayoutSumCard sum={sum} currency={currency} /> : null}
      {payout.stores.length + payout.apart.length > 0 ? (
        <StoreParts stores={payout.stores} apart={payout.apart} currency={currency} />
      ) : null}
      {payout.readAt ? <PayoutLines {...payout} /> : null}
    </DeskPage>
  );
}
