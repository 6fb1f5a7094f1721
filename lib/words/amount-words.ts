import { defineWords, wordsIn } from "../language.ts";
import { isOpen } from "../operation.ts";
import type { Amounts, SaleStatus } from "../order-state.ts";
import type { OpenOperation } from "../sale-view.ts";

export type AmountPart = {
  kind: "paid" | "refunded" | "released" | "left" | "open";
  label: string;
  cents: number;
};

const words = defineWords({
  en: {
    staysPaid: "Stays paid",
    captured: "Captured",
    refunded: "Refunded",
    released: "Released",
    unconfirmed: "Not confirmed",
    underWay: "Under way",
    capturable: "Can be captured",
    perhapsNotCaptured: "Not captured as far as is known",
    notCaptured: "Not captured",
    notKnownYet: "Not known yet whether anything is approved",
    notYet: "Nothing is approved yet",
    nothing: "Nothing was approved",
  },
  fr: {
    staysPaid: "Demeure payé",
    captured: "Encaissé",
    refunded: "Remboursé",
    released: "Libéré",
    unconfirmed: "Non confirmé",
    underWay: "En cours",
    capturable: "Peut être encaissé",
    perhapsNotCaptured: "Non encaissé, à ce qu'on sait",
    notCaptured: "Non encaissé",
    notKnownYet: "On ne sait pas encore si un montant est approuvé",
    notYet: "Rien n'est encore approuvé",
    nothing: "Rien n'a été approuvé",
  },
});

/**
 * What became of what was approved: the parts add up to it, and parts of nothing are left out. What an operation without an
 * end is about is a part of its own: it can be said of neither side.
 */
export function amountParts(
  amounts: Amounts,
  open: Pick<OpenOperation, "kind" | "state" | "amountCents"> | null,
  locale: string,
): AmountPart[] {
  const it = wordsIn(words, locale);
  const { authorizedCents, capturedCents, releasedCents, refundedCents } = amounts;
  const openCents = open && isOpen(open.state) ? (open.amountCents ?? 0) : 0;
  const ofLeft = open?.kind === "capture" || open?.kind === "release" ? openCents : 0;
  const ofPaid = open?.kind === "refund" ? openCents : 0;
  const paidCents = Math.max(0, capturedCents - refundedCents - ofPaid);
  const leftCents = Math.max(0, authorizedCents - capturedCents - releasedCents - ofLeft);
  const parts: AmountPart[] = [
    { kind: "paid", label: refundedCents > 0 || ofPaid > 0 ? it.staysPaid : it.captured, cents: paidCents },
    { kind: "refunded", label: it.refunded, cents: refundedCents },
    { kind: "released", label: it.released, cents: releasedCents },
    {
      kind: "open",
      label: open?.state === "unconfirmed" ? it.unconfirmed : it.underWay,
      cents: authorizedCents - paidCents - refundedCents - releasedCents - leftCents,
    },
    { kind: "left", label: it.capturable, cents: leftCents },
  ];
  return parts.filter((part) => part.cents > 0);
}

/** What is said of an order that shows no approval: only what is known. */
export function approvedWords(status: SaleStatus, locale: string): string {
  const it = wordsIn(words, locale);
  if (status === "checking" || status === "unconfirmed") return it.notKnownYet;
  return status === "creating" || status === "link_sent" ? it.notYet : it.nothing;
}

/** What is approved and not captured, in words: it can be until the approval is over. */
export function leftWords(status: SaleStatus, locale: string): string {
  const it = wordsIn(words, locale);
  if (status === "authorized" || status === "partially_captured") return it.capturable;
  return status === "checking" ? it.perhapsNotCaptured : it.notCaptured;
}
