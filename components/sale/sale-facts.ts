import { runsOutAt, statusNow } from "#components/sale/status-now.ts";
import { formatMoney } from "#lib/money.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import { may } from "#lib/people.ts";
import type { RefundTerms } from "#lib/refund-terms.ts";
import { isUndecided, type SaleSteps, type SaleViewer, stepsOf } from "#lib/sale-steps.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { partRefundedWords, partReleasedWords, type StepFacts, takenWords } from "#lib/words/step-words.ts";
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
};

/** Derives the facts of a sale's screen, in the language it is read in. */
export function saleFacts(input: FactsInput, locale: string): SaleFacts {
  const { sale, viewer, refundTerms, now, timeZone } = input;
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
  const { sale, status, words } = facts;
  if (status === "partially_captured") return takenWords(sale, words);
  if (sale.refundedCents > 0) {
    const isElsewhere = sale.refunds.some((it) => it.source === "dashboard");
    return partRefundedWords(sale, isElsewhere, words);
  }
  return status === "captured" && sale.releasedCents > 0 ? partReleasedWords(sale, words) : null;
}
