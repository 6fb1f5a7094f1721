"use client";

import { ArrowRight, Landmark, RefreshCw } from "lucide-react";
import Link from "next/link";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { DifferenceList } from "#components/payouts/difference-list.tsx";
import { PayoutList } from "#components/payouts/payout-list.tsx";
import { ReadingLine } from "#components/payouts/reading-line.tsx";
import type { Resolution } from "#components/payouts/resolve-sheet.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { PayoutDifferenceView, PayoutReadingView, PayoutRowView } from "#lib/payout-view.ts";
import type { Result } from "#lib/problem.ts";
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
  const act = useAct();
  return (
    <DeskPage
      title="Payouts"
      lead="Whether what Sezzle pays out is what was sold."
      actions={
        <Button
          size="desk"
          busy={act.busy || reading.isReading}
          busyLabel="Reading…"
          icon={<RefreshCw aria-hidden size={18} />}
          onClick={() => void act.run(readNow)}
        >
          Read now
        </Button>
      }
    >
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
      <ReadingLine reading={reading} now={now} place={place} />
      {missing.length > 0 ? (
        <section aria-labelledby="missing" className="flex flex-col gap-3">
          <h2 id="missing" className="text-title font-semibold">
            In no payout
          </h2>
          <DifferenceList
            label="In no payout"
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
        <PayoutList payouts={payouts} locale={place.locale} hrefOf={(uuid) => `/payouts/${uuid}`} />
      )}
      <Pages {...props} />
    </DeskPage>
  );
}

function NoPayouts({ isRead }: { isRead: boolean }) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-line border-dashed px-6 py-14 text-center">
      <Landmark aria-hidden size={32} className="text-faint" />
      <p className="text-title font-semibold text-balance">No payouts yet</p>
      <p className="text-body text-soft text-balance">
        {isRead
          ? "Sezzle has paid nothing out that has to do with your stores. The till looks again a few times a day."
          : "The till has not read them from Sezzle yet."}
      </p>
    </div>
  );
}

function Pages({ newestHref, olderHref }: Pick<PayoutsScreenProps, "newestHref" | "olderHref">) {
  if (!newestHref && !olderHref) return null;
  const link = `${buttonClass("secondary", "desk")} gap-2`;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-2">
      <span>
        {newestHref ? (
          <Link href={newestHref} className={link}>
            Newest
          </Link>
        ) : null}
      </span>
      {olderHref ? (
        <Link href={olderHref} className={link}>
          Older <ArrowRight aria-hidden size={18} />
        </Link>
      ) : null}
    </nav>
  );
}
