"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { SaleFacts } from "#components/sale/sale-facts.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { toneLook } from "#components/ui/tone.ts";
import { useWaited } from "#components/ui/use-waited.ts";
import type { OpenOperation } from "#lib/sale-view.ts";
import { lostAnswerWords, operationUnderWay, undecidedWords } from "#lib/words/operation-words.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";

/** After this long, say what can be done instead of waiting. */
const longMs = 5000;

export type OpenOperationCardProps = {
  facts: SaleFacts;
  open: OpenOperation;
  askButton: ReactNode;
  onGiveUp: () => void;
};

/** The operation that has no end yet: under way, or lost and so not known. Never called a failure or a success. */
export function OpenOperationCard({ facts, open, askButton, onGiveUp }: OpenOperationCardProps) {
  const { locale } = facts;
  const { notConfirmedYet, closeIt } = useWords(saleScreenWords);
  const amount = open.amountCents === null ? null : facts.money(open.amountCents);
  if (open.state === "unconfirmed") {
    const words = lostAnswerWords(open.kind, amount, locale, open.purpose);
    const undecided = facts.isUndecided ? undecidedWords(facts.mayDecide, locale) : null;
    const Icon = toneLook.unconfirmed.icon;
    return (
      <div role="status" className="rounded-card border border-unconfirmed/40 hatched p-5">
        <div className="flex items-start gap-3">
          <Icon aria-hidden size={24} className="mt-0.5 shrink-0 text-unconfirmed" />
          <div className="text-body text-ink">
            <p className="text-title font-semibold text-unconfirmed">{notConfirmedYet}</p>
            <p className="mt-1">{words.lost}</p>
            <p>{words.money}</p>
            {undecided ? <p>{undecided.told}</p> : null}
            <p className="font-semibold">{words.next}</p>
            {undecided ? <p className="font-semibold">{undecided.next}</p> : null}
          </div>
        </div>
        <div className="mt-4 flex flex-wrap items-center gap-2">
          {askButton}
          {undecided && facts.mayDecide ? <Button onClick={onGiveUp}>{closeIt}</Button> : null}
        </div>
      </div>
    );
  }
  const since = new Date(open.startedAt);
  return (
    <UnderWay
      words={operationUnderWay(open.kind, amount, locale, open.purpose)}
      since={since}
      now={facts.now}
    />
  );
}

/** What is being asked of Sezzle right now; after five seconds, what the cashier can do instead of waiting. */
export function UnderWay({ words, since, now }: { words: string; since: Date | null; now: Date }) {
  const { underWay, serveNext } = useWords(saleScreenWords);
  const waitedHere = useWaited(true, longMs);
  const isLong = waitedHere || (since !== null && now.getTime() - since.getTime() >= longMs);
  return (
    <div className="rounded-card border border-waiting/30 bg-waiting-wash p-5">
      <p className="flex items-center gap-3 text-title font-semibold text-waiting">
        <LoaderCircle aria-hidden size={22} className="shrink-0 animate-turn" />
        {underWay(words)}
      </p>
      <p className={`mt-1 text-body text-ink transition-opacity ${isLong ? "" : "opacity-0"}`}>
        {isLong ? serveNext : " "}
      </p>
    </div>
  );
}
