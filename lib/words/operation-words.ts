import { defineWords, wordsIn } from "../language.ts";
import type { OperationKind, OperationState } from "../operation.ts";
import type { OperationPurpose } from "../sale-view.ts";
import { operationSentences } from "./operation-sentences.ts";
import type { Tone } from "./status-words.ts";

/** What a lost answer leaves open, and what must not be done meanwhile; for the money first. */
export type LostAnswerWords = { lost: string; money: string; next: string };

/** What an operation is called, with its amount when it has one: "capture of $84.50", "cancellation". */
export function operationNoun(kind: OperationKind, amount: string | null, locale: string): string {
  const { of, kinds } = wordsIn(operationSentences, locale);
  return amount === null ? kinds[kind].noun : of(kinds[kind].noun, amount);
}

/** The same with its article, to be spoken of in a sentence: "the capture of $84.50", "l'encaissement de 84,50 $". */
export function theOperation(kind: OperationKind, amount: string | null, locale: string): string {
  const { of, kinds } = wordsIn(operationSentences, locale);
  return amount === null ? kinds[kind].the : of(kinds[kind].the, amount);
}

/** What is being done while an operation is under way: "Taking $84.50". */
export function operationUnderWay(
  kind: OperationKind,
  amount: string | null,
  locale: string,
  purpose: OperationPurpose = "this_order",
): string {
  const { it, kinds, newLink, otherOrder } = wordsIn(operationSentences, locale);
  if (purpose === "new_link") return newLink.underWay;
  if (purpose === "other_order") return otherOrder.underWay;
  return kinds[kind].underWay(amount ?? it);
}

/** What a lost answer leaves open, and what must not be done meanwhile; for the money first. */
export function lostAnswerWords(
  kind: OperationKind,
  amount: string | null,
  locale: string,
  purpose: OperationPurpose = "this_order",
): LostAnswerWords {
  const { lost: lostOf, lostLink, kinds, newLink, otherOrder } = wordsIn(operationSentences, locale);
  const lost = lostOf(theOperation(kind, amount, locale));
  if (purpose === "new_link") return { lost, ...newLink.lost };
  if (purpose === "other_order") return { lost, ...otherOrder.lost };
  return { lost: kind === "open_checkout" ? lostLink : lost, ...kinds[kind].lost };
}

export type OperationOutcome = { label: string; tone: Tone; how: string | null };

const outcomes = defineWords({
  en: {
    underWay: "under way",
    done: "done",
    shown: "Sezzle's order shows it",
    answered: "Sezzle's answer",
    refused: "refused",
    unconfirmed: "not confirmed",
    lost: "the answer was lost",
    givenUp: "given up",
    notShown: "Sezzle did not show it",
    neverSent: "never sent",
    notReached: "nothing reached Sezzle",
  },
  fr: {
    underWay: "en cours",
    done: "fait",
    shown: "la commande chez Sezzle le montre",
    answered: "réponse de Sezzle",
    refused: "refus",
    unconfirmed: "non confirmé",
    lost: "la réponse a été perdue",
    givenUp: "abandon",
    notShown: "Sezzle ne l'a pas montré",
    neverSent: "jamais envoyé",
    notReached: "rien n'est parvenu à Sezzle",
  },
});

/** How an operation stands or ended, in a word or two, and how that became known. */
export function operationOutcome(
  operation: { state: OperationState; settledBy: "reply" | "order" | null },
  locale: string,
): OperationOutcome {
  const it = wordsIn(outcomes, locale);
  switch (operation.state) {
    case "prepared":
    case "sending":
      return { label: it.underWay, tone: "waiting", how: null };
    case "succeeded":
      return {
        label: it.done,
        tone: "approved",
        how: operation.settledBy === "order" ? it.shown : it.answered,
      };
    case "rejected":
      return { label: it.refused, tone: "refused", how: null };
    case "unconfirmed":
      return { label: it.unconfirmed, tone: "unconfirmed", how: it.lost };
    case "given_up":
      return { label: it.givenUp, tone: "attention", how: it.notShown };
    case "abandoned":
      return { label: it.neverSent, tone: "idle", how: it.notReached };
  }
}

const undecided = defineWords({
  en: {
    told: "The till asked again for ten minutes, and Sezzle's order does not show it.",
    decide: "Look at Sezzle's dashboard. If it is not there either, close it here.",
    tell: "Tell a manager: they can look at Sezzle's dashboard and close it.",
  },
  fr: {
    told: "La caisse a redemandé pendant dix minutes, et la commande chez Sezzle ne le montre pas.",
    decide: "Regardez le tableau de bord de Sezzle. Si ce n'est pas là non plus, fermez-le ici.",
    tell: "Avisez un gérant : il peut regarder le tableau de bord de Sezzle et le fermer.",
  },
});

/** That the till has stopped repeating, and who can go on. */
export function undecidedWords(mayDecide: boolean, locale: string): { told: string; next: string } {
  const { told, decide, tell } = wordsIn(undecided, locale);
  return { told, next: mayDecide ? decide : tell };
}
