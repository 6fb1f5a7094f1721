"use client";

import { ArrowRight, Landmark, RefreshCw } from "lucide-react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { DifferenceList } from "#components/payouts/difference-list.tsx";
import { PayoutList } from "#components/payouts/payout-list.tsx";
import { ReadingLine } from "#components/payouts/reading-line.tsx";
import type { Resolution } from "#components/payouts/resolve-sheet.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { PayoutDifferenceView, PayoutReadingView, PayoutRowView } from "#lib/payout-view.ts";
import type { Result } from "#lib/problem.ts";
import { payoutWords } from "#lib/words/payout-words.ts";
import type { Place } from "#lib/words/time-words.ts";

export type PayoutsScreenProps = {
  payouts: PayoutRowView[];
  /** The addresses of the pages beside this one; null where there is none. */
  newestHref: string | null;
  olderHref: string | null;
  missing: PayoutDifferenceView[];
  reading: PayoutReadingView;
  now: Date;
  place: Place;
  readNow: () => Promise<Result<unknown>>;
  resolve: (resolution: Resolution) => Promise<Result<null>>;
};

/** What Sezzle has paid out, newest first, and what it should have and has not. */
export function PayoutsScreen(props: PayoutsScreenProps) {
  const { payouts, missing, reading, now, place, readNow, resolve } = props;
  const words = useWords(payoutWords);
  const act = useAct();
  return (
    <DeskPage
      title={words.title}
      lead={words.lead}
      actions={
        <Button
          size="desk"
          busy={act.busy || reading.isReading}
          busyLabel={words.readingButton}
          icon={<RefreshCw aria-hidden size={18} />}
          onClick={() => void act.run(readNow)}
        >
          {words.readNow}
        </Button>
      }
    >
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
      <ReadingLine reading={reading} now={now} place={place} />
      {missing.length > 0 ? (
        <section aria-labelledby="missing" className="flex flex-col gap-3">
          <h2 id="missing" className="text-title font-semibold">
            {words.inNoPayout}
          </h2>
          <DifferenceList
            label={words.inNoPayout}
            differences={missing}
            now={now}
            place={place}
            resolve={resolve}
          />
        </section>
      ) : null}
      {payouts.length === 0 ? (
        <NoPayouts isRead={reading.readAt !== null} />
      ) : (
        <PayoutList payouts={payouts} hrefOf={(uuid) => `/payouts/${uuid}`} />
      )}
      <Pages {...props} />
    </DeskPage>
  );
}

function NoPayouts({ isRead }: { isRead: boolean }) {
  const words = useWords(payoutWords);
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-line border-dashed px-6 py-14 text-center">
      <Landmark aria-hidden size={32} className="text-faint" />
      <p className="text-title font-semibold text-balance">{words.none}</p>
      <p className="text-body text-soft text-balance">{isRead ? words.noneRead : words.noneUnread}</p>
    </div>
  );
}

function Pages({ newestHref, olderHref }: Pick<PayoutsScreenProps, "newestHref" | "olderHref">) {
  const words = useWords(payoutWords);
  if (!newestHref && !olderHref) return null;
  const link = `${buttonClass("secondary", "desk")} gap-2`;
  return (
    <nav aria-label={words.pages} className="flex flex-wrap items-center justify-between gap-2">
      <span>
        {newestHref ? (
          <Link href={newestHref} className={link}>
            {words.newest}
          </Link>
        ) : null}
      </span>
      {olderHref ? (
        <Link href={olderHref} className={link}>
          {words.older} <ArrowRight aria-hidden size={18} />
        </Link>
      ) : null}
    </nav>
  );
}
