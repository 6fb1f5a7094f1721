import { defineWords, wordsIn } from "../language.ts";
import { type Currency, formatMoney } from "../money.ts";
import type { OperationKind } from "../operation.ts";
import { readReceiptNumber } from "../reference.ts";
import { stepSentences } from "./step-sentences.ts";

/** What a step's words depend on: how the amounts are written, and until when the rest can be taken. */
export type StepFacts = { currency: Currency; locale: string; until: string | null };

/** What stands in the sheets of a sale's steps and has no amount in it. */
export const stepWords = defineWords({
  en: {
    /** The reason that is written in words, beside those of the store's own list. */
    otherReason: "Other",
    /** What a sheet says when the sale changed under it: its amounts may no longer be true. */
    changedMeanwhile:
      "This sale changed meanwhile. Close this and look at what it says now before you go on.",
    /** What cancelling means, and that the shopper may be quicker. */
    cancelConsequence:
      "The link stops working and nothing is charged. If the shopper finishes first, this screen says so, and you can capture or release.",
    /** What a receipt number may hold. */
    referenceHint: "Letters, digits, - and _.",
    referenceMissing: "Type the receipt number.",
    referenceWrong: "Letters, digits, - and _ only, at most 60.",
    /** Where the uuid is found that a manager enters. */
    enterOrderConsequence:
      "Open Sezzle's dashboard, find the order with this sale's number and amount, and copy its order uuid. Sezzle is asked for it, and it is taken only if it was opened for this sale.",
    /** That a cashier may give back nothing more alone. */
    refundLimit: "A refund is more than you may give back today. A manager can approve it.",
  },
  fr: {
    otherReason: "Autre",
    changedMeanwhile:
      "Cette vente a changé entre-temps. Fermez ceci et regardez ce qu'elle indique maintenant avant de continuer.",
    cancelConsequence:
      "Le lien cesse de fonctionner et rien n'est facturé. Si le client termine avant, cet écran le dira, et vous pourrez encaisser ou libérer.",
    referenceHint: "Lettres, chiffres, - et _.",
    referenceMissing: "Entrez le numéro de reçu.",
    referenceWrong: "Seulement des lettres, des chiffres, - et _, 60 au maximum.",
    enterOrderConsequence:
      "Ouvrez le tableau de bord de Sezzle, trouvez la commande qui porte le numéro et le montant de cette vente, et copiez son uuid. On la demande à Sezzle, et elle n'est retenue que si elle a été ouverte pour cette vente.",
    refundLimit:
      "Un remboursement dépasse ce que vous pouvez rembourser aujourd'hui sans approbation. Un gérant peut l'approuver.",
  },
});

function money(cents: number, facts: StepFacts): string {
  return formatMoney(cents, facts.currency, facts.locale);
}

/** What capturing a part means: "Sezzle takes $20.00 from the shopper's plan. $64.50 can still be taken until 14:30." */
export function captureConsequence(takeCents: number, capturableCents: number, facts: StepFacts): string {
  const { taken } = wordsIn(stepSentences, facts.locale);
  return `${taken(money(takeCents, facts))} ${restWords(capturableCents - takeCents, facts)}`;
}

/** What a release means; it cannot be undone. */
export function releaseConsequence(releaseCents: number, capturableCents: number, facts: StepFacts): string {
  const { released } = wordsIn(stepSentences, facts.locale);
  return `${released(money(releaseCents, facts))} ${restWords(capturableCents - releaseCents, facts)}`;
}

function restWords(restCents: number, facts: StepFacts): string {
  const { nothingLeft, left, until } = wordsIn(stepSentences, facts.locale);
  return restCents <= 0 ? nothingLeft : left(money(restCents, facts), until(facts.until));
}

/** What a refund means: what stays paid, and what the shopper will see. */
export function refundConsequence(refundCents: number, paidCents: number, facts: StepFacts): string {
  const { refunded, staysPaid, nothingStaysPaid } = wordsIn(stepSentences, facts.locale);
  const rest = paidCents - refundCents;
  return refunded(money(refundCents, facts), rest > 0 ? staysPaid(money(rest, facts)) : nothingStaysPaid);
}

/** That a refund comes on top of one of the same amount: "This is another refund, in addition to $20.00 refunded at 14:02." */
export function additionalRefundWords(refundCents: number, at: string, facts: StepFacts): string {
  return wordsIn(stepSentences, facts.locale).additional(money(refundCents, facts), at);
}

/** That a refund comes on top of one that may have been made, though Sezzle did not show it. */
export function letGoRefundWords(refundCents: number, at: string, facts: StepFacts): string {
  return wordsIn(stepSentences, facts.locale).letGo(money(refundCents, facts), at);
}

/** "$20.00 of $100.00 taken; $80.00 can be taken until 14:30": where a partly captured sale stands. */
export function takenWords(
  { authorizedCents, capturedCents, releasedCents }: Taken,
  facts: StepFacts,
): string {
  const { partTaken, until } = wordsIn(stepSentences, facts.locale);
  const left = money(authorizedCents - capturedCents - releasedCents, facts);
  return partTaken(money(capturedCents, facts), money(authorizedCents, facts), left, until(facts.until));
}

type Taken = { authorizedCents: number; capturedCents: number; releasedCents: number };

/** "$20.00 of $100.00 taken; $80.00 not charged.": a sale of which a part was taken and the rest let go. */
export function partReleasedWords(
  { authorizedCents, capturedCents, releasedCents }: Taken,
  facts: StepFacts,
): string {
  const { partReleased } = wordsIn(stepSentences, facts.locale);
  return partReleased(
    money(capturedCents, facts),
    money(authorizedCents, facts),
    money(releasedCents, facts),
  );
}

/** "$20.00 of $100.00 refunded; $80.00 stays paid.": `isElsewhere` when some of it was refunded in Sezzle's dashboard. */
export function partRefundedWords(
  { capturedCents, refundedCents }: { capturedCents: number; refundedCents: number },
  isElsewhere: boolean,
  facts: StepFacts,
): string {
  const { partRefunded } = wordsIn(stepSentences, facts.locale);
  const stays = money(capturedCents - refundedCents, facts);
  return partRefunded(money(refundedCents, facts), money(capturedCents, facts), stays, isElsewhere);
}

/** What closing an operation means that Sezzle does not show: what it does show, and what happens if it was done after all. */
export function giveUpConsequence(
  kind: OperationKind,
  shown: { capturedCents: number; releasedCents: number; refundedCents: number },
  facts: StepFacts,
): string {
  const { shows, compare, ifRefunded, ifCaptured, ifDone } = wordsIn(stepSentences, facts.locale);
  const { capturedCents, releasedCents, refundedCents } = shown;
  const told = shows(money(capturedCents, facts), money(releasedCents, facts), money(refundedCents, facts));
  const twice = kind === "refund" ? ifRefunded : kind === "capture" ? ifCaptured : ifDone;
  return `${told} ${compare} ${twice}`;
}

/** Why a receipt number cannot be set; null when it can. */
export function referenceError(text: string, locale: string): string | null {
  const { referenceMissing, referenceWrong } = wordsIn(stepWords, locale);
  if (text.trim() === "") return referenceMissing;
  return readReceiptNumber(text) ? null : referenceWrong;
}

/** What sending the same sale's link again means. `amount` is written for people. */
export function sendAgainConsequence(
  how: "over" | "replace" | "doubtful",
  amount: string,
  locale: string,
): string {
  return wordsIn(stepSentences, locale).sendAgain[how](amount);
}

/** That a link whose answer was lost may be paid beside the new one. `until` is written for people. */
export function mayStillBePaidWords(until: string, locale: string): string {
  return wordsIn(stepSentences, locale).mayStillBePaid(until);
}

/** What closing another order of the sale means: `amount` is what is approved on it, written for people; null while it is a link. */
export function closeOtherConsequence(amount: string | null, locale: string): string {
  const { closeOtherApproved, closeOtherLink } = wordsIn(stepSentences, locale);
  return amount ? closeOtherApproved(amount) : closeOtherLink;
}

/** What having a sale approved again means. */
export function reauthorizeConsequence(amount: string, locale: string): string {
  return wordsIn(stepSentences, locale).reauthorize(amount);
}
