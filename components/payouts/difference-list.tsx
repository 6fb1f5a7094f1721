"use client";

import { useState } from "react";
import { Money } from "#components/payouts/money.tsx";
import { type Resolution, ResolveSheet } from "#components/payouts/resolve-sheet.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { PayoutDifferenceView } from "#lib/payout-view.ts";
import type { Result } from "#lib/problem.ts";
import { differenceWords } from "#lib/words/payout-difference-words.ts";
import { payoutWords } from "#lib/words/payout-words.ts";
import { type Place, timeOrDay } from "#lib/words/time-words.ts";

export type DifferenceListProps = {
  label: string;
  differences: PayoutDifferenceView[];
  now: Date;
  place: Place;
  resolve: (resolution: Resolution) => Promise<Result<null>>;
};

/** What does not agree: what it is, why that may be, and the way to work it through. */
export function DifferenceList({ label, differences, now, place, resolve }: DifferenceListProps) {
  const words = useWords(payoutWords);
  const [chosen, setChosen] = useState<PayoutDifferenceView | null>(null);
  return (
    <>
      <ul aria-label={label} className="flex flex-col gap-3">
        {differences.map((it) => (
          <li
            key={it.differenceId}
            className={`flex flex-col gap-3 rounded-card border border-line p-4 wide:flex-row wide:items-start wide:gap-6 ${it.resolved ? "bg-paper" : "border-l-4 border-l-attention bg-card"}`}
          >
            <Words difference={it} now={now} place={place} />
            <span className="flex shrink-0 items-center justify-between gap-4 wide:flex-col wide:items-end wide:gap-2">
              <span className="text-right">
                <span className="block text-label text-faint">{words.oursLessTheirs}</span>
                <Money cents={it.amountCents} currency={it.currency} strong />
              </span>
              {it.resolved ? null : (
                <Button size="desk" onClick={() => setChosen(it)}>
                  {words.workThrough}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {chosen ? <ResolveSheet difference={chosen} resolve={resolve} onClose={() => setChosen(null)} /> : null}
    </>
  );
}

type WordsProps = { difference: PayoutDifferenceView; now: Date; place: Place };

function Words({ difference: it, now, place }: WordsProps) {
  const words = useWords(payoutWords);
  const { title, why } = differenceWords(it.kind, place.locale);
  const at = (iso: string) => timeOrDay(new Date(iso), now, place);
  return (
    <div className="min-w-0 flex-1 text-body">
      <p className="font-semibold">{title}</p>
      <p className="text-label text-soft wrap-anywhere">
        {it.saleId ? (
          <Link
            href={`/orders/${it.saleId}`}
            className="font-medium text-accent underline underline-offset-4"
          >
            {it.saleNumber ?? words.theOrder}
          </Link>
        ) : null}
        {it.saleId ? " · " : null}
        {[it.saleId ? null : (it.about ?? it.orderUuid), it.storeName, words.found(at(it.foundAt))]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="mt-1">{why}</p>
      {it.resolved ? (
        <p className="mt-2 rounded-small bg-sunken p-3 text-label wrap-anywhere">
          <span className="font-semibold">
            {words.workedThrough(it.resolved.by ?? words.somebody, at(it.resolved.at))}
          </span>{" "}
          {it.resolved.note}
        </p>
      ) : null}
    </div>
  );
}
