import { type Currency, formatMoney } from "../money.ts";
import type { OperationKind } from "../operation.ts";
import { readReceiptNumber } from "../reference.ts";

/** The reason that is written in words, beside those of the store's own list. */
export const otherReason = "Other";

/** What a step's words depend on: how the amounts are written, and until when the rest can be taken. */
export type StepFacts = { currency: Currency; locale: string; until: string | null };

function money(cents: number, facts: StepFacts): string {
  return formatMoney(cents, facts.currency, facts.locale);
}

/** What capturing a part means: "Sezzle takes $20.00 from the shopper's plan. $64.50 can still be taken until 14:30." */
export function captureConsequence(takeCents: number, capturableCents: number, facts: StepFacts): string {
  const taken = `Sezzle takes ${money(takeCents, facts)} from the shopper's plan.`;
  return `${taken} ${restWords(capturableCents - takeCents, facts)}`;
}

/** What a release means; it cannot be undone. */
export function releaseConsequence(releaseCents: number, capturableCents: number, facts: StepFacts): string {
  const released = `${money(releaseCents, facts)} is no longer held for this sale and cannot be taken any more.`;
  return `${released} ${restWords(capturableCents - releaseCents, facts)}`;
}

function restWords(restCents: number, facts: StepFacts): string {
  if (restCents <= 0) return "Nothing is left to take after that.";
  const until = facts.until ? ` until ${facts.until}` : "";
  return `${money(restCents, facts)} can still be taken${until}.`;
}

/** What a refund means: what stays paid, and what the shopper will see. */
export function refundConsequence(refundCents: number, paidCents: number, facts: StepFacts): string {
  const rest = paidCents - refundCents;
  const left = rest > 0 ? `${money(rest, facts)} stays paid.` : "Nothing stays paid.";
  return `The shopper gets ${money(refundCents, facts)} back. ${left} The shopper sees the refund in their Sezzle plan.`;
}

/** That a refund comes on top of one of the same amount: "This is another refund, in addition to $20.00 refunded at 14:02." */
export function additionalRefundWords(refundCents: number, at: string, facts: StepFacts): string {
  return `This is another refund, in addition to ${money(refundCents, facts)} refunded at ${at}.`;
}

/** That a refund comes on top of one that may have been made, though Sezzle did not show it. */
export function letGoRefundWords(refundCents: number, at: string, facts: StepFacts): string {
  return `A refund of ${money(refundCents, facts)} asked for at ${at} was closed without Sezzle's answer. If Sezzle made it after all, the shopper gets both.`;
}

/** "$20.00 of $100.00 taken; $80.00 can be taken until 14:30": where a partly captured sale stands. */
export function takenWords(
  amounts: { authorizedCents: number; capturedCents: number; releasedCents: number },
  facts: StepFacts,
): string {
  const { authorizedCents, capturedCents, releasedCents } = amounts;
  const left = authorizedCents - capturedCents - releasedCents;
  const until = facts.until ? ` until ${facts.until}` : "";
  return `${money(capturedCents, facts)} of ${money(authorizedCents, facts)} taken; ${money(left, facts)} can be taken${until}.`;
}

/** What a sheet says when the sale changed under it: its amounts may no longer be true. */
export const changedMeanwhileWords =
  "This sale changed meanwhile. Close this and look at what it says now before you go on.";

/** What cancelling means, and that the shopper may be quicker. */
export const cancelConsequence =
  "The link stops working and nothing is charged. If the shopper finishes first, this screen says so, and you can capture or release.";

/** What closing an operation means that Sezzle does not show: what it does show, and what happens if it was done after all. */
export function giveUpConsequence(
  kind: OperationKind,
  shown: { capturedCents: number; releasedCents: number; refundedCents: number },
  facts: StepFacts,
): string {
  const shows = `Sezzle's order shows ${money(shown.capturedCents, facts)} captured, ${money(shown.releasedCents, facts)} released and ${money(shown.refundedCents, facts)} refunded.`;
  const twice =
    kind === "refund"
      ? "If Sezzle did it after all, another refund gives the money back twice."
      : kind === "capture"
        ? "If Sezzle did it after all, the sale turns to paid by itself."
        : "If Sezzle did it after all, the sale shows it by itself.";
  return `${shows} Compare with Sezzle's dashboard first. Nothing more is sent for this request, and it can be asked for anew. ${twice}`;
}

/** What a receipt number may hold. */
export const referenceHint = "Letters, digits, - and _.";

/** Why a receipt number cannot be set; null when it can. */
export function referenceError(text: string): string | null {
  if (text.trim() === "") return "Type the receipt number.";
  return readReceiptNumber(text) ? null : "Letters, digits, - and _ only, at most 60.";
}

/** What sending the same sale's link again means. `amount` is written for people. */
export function sendAgainConsequence(how: "over" | "replace" | "doubtful", amount: string): string {
  switch (how) {
    case "over":
      return `The first link is over, so nobody can pay twice. A new one is sent for ${amount}.`;
    case "replace":
      return `The link that was sent stops working first, then a new one is sent for ${amount}. If the shopper finishes the first one before that, no new one is sent.`;
    case "doubtful":
      return `A new link is sent for ${amount}. If the shopper pays the first one after all, the sale shows it and the new link is closed.`;
  }
}

/** That a link whose answer was lost may be paid beside the new one. `until` is written for people. */
export function mayStillBePaidWords(until: string): string {
  return `It is not known whether the first link was sent. If it was, it can be paid until ${until}, and so can the new one. Ask the shopper for the first message before you go on.`;
}

/** What closing another order of the sale means: `amount` is what is approved on it, written for people; null while it is a link. */
export function closeOtherConsequence(amount: string | null): string {
  return amount
    ? `${amount} was approved on another link of this sale. It is released: the shopper is not charged for it.`
    : "Another link of this sale still works. It is deleted, so that the shopper cannot pay twice.";
}

/** What having a sale approved again means. */
export function reauthorizeConsequence(amount: string): string {
  return `Sezzle is asked to approve ${amount} again, as a new order with a new plan for the shopper. Do this only with the shopper here and agreed. Nothing is taken until you capture.`;
}

/** Where the uuid is found that a manager enters. */
export const enterOrderConsequence =
  "Open Sezzle's dashboard, find the order with this sale's number and amount, and copy its order uuid. Sezzle is asked for it, and it is taken only if it was opened for this sale.";

/** That a cashier may give back nothing more alone. */
export const refundLimitWords = "A refund is more than you may give back today. A manager can approve it.";
