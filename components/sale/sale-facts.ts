import { runsOutAt, statusNow } from "#components/sale/status-now.ts";
import { formatMoney } from "#lib/money.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import { may } from "#lib/people.ts";
import type { RefundTerms } from "#lib/refund-terms.ts";
import { isUndecided, type SaleSteps, type SaleViewer, stepsOf } from "#lib/sale-steps.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { type StepFacts, takenWords } from "#lib/words/step-words.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

/** A sale as this screen needs it at this moment; everything here follows from the sale, the viewer and the clock. */
export type SaleFacts = {
  sale: SaleView;
  status: SaleStatus;
  steps: SaleSteps;
  /** An operation's end is not known and the till no longer asks by itself; and whether this person may let it go. */
  isUndecided: boolean;
  mayDecide: boolean;
  viewer: SaleViewer;
  refundTerms: RefundTerms;
  /** When the status runs out; null when nothing does. */
  until: Date | null;
  now: Date;
  timeZone: string;
  locale: string;
  money: (amountCents: number) => string;
  timeOf: (at: string) => string;
  words: StepFacts;
};

export type FactsInput = {
  sale: SaleView;
  viewer: SaleViewer;
  refundTerms: RefundTerms;
  now: Date;
  timeZone: string;
  locale: string;
};

/** Derives the facts of a sale's screen. */
export function saleFacts({ sale, viewer, refundTerms, now, timeZone, locale }: FactsInput): SaleFacts {
  const status = statusNow(sale, now);
  const until = runsOutAt(sale, status);
  const timeOf = (at: string) => timeOrDay(new Date(at), now, { timeZone, locale });
  return {
    ...{ sale, status, until, viewer, refundTerms, now, timeZone, locale, timeOf },
    isUndecided: isUndecided(sale, now),
    mayDecide: may(viewer.role, "sale.decide"),
    steps: stepsOf(sale, status, viewer),
    money: (amountCents) => formatMoney(amountCents, sale.currency, locale),
    words: { currency: sale.currency, locale, until: until ? timeOf(until.toISOString()) : null },
  };
}

/** The amounts beside the status in one line, where they say more than the status does; null elsewhere. */
export function amountsLine(facts: SaleFacts): string | null {
  const { sale, status, money } = facts;
  const { authorizedCents, capturedCents, releasedCents, refundedCents } = sale;
  if (status === "partially_captured") return takenWords(sale, facts.words);
  if (refundedCents > 0) {
    const elsewhere = sale.refunds.some((it) => it.source === "dashboard")
      ? " (in part from Sezzle's dashboard)"
      : "";
    return `${money(refundedCents)} of ${money(capturedCents)} refunded${elsewhere}; ${money(capturedCents - refundedCents)} stays paid.`;
  }
  if (status === "captured" && releasedCents > 0)
    return `${money(capturedCents)} of ${money(authorizedCents)} taken; ${money(releasedCents)} not charged.`;
  return null;
}
