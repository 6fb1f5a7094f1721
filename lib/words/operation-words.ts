import { defineWords, wordsIn } from "../language.ts";
import type { OperationKind, OperationState } from "../operation.ts";
import type { OperationPurpose } from "../sale-view.ts";
import type { Tone } from "./status-words.ts";

/** What a lost answer leaves open, and what must not be done meanwhile; for the money first. */
export type LostAnswerWords = { lost: string; money: string; next: string };

type KindWords = {
  noun: string;
  /** With its article: what something was done about. */
  the: string;
  /** As something being done. `what` is the amount, or a word for it. */
  underWay: (what: string) => string;
  lost: { money: string; next: string };
};

type OperationWords = {
  of: (noun: string, amount: string) => string;
  it: string;
  lost: (the: string) => string;
  lostLink: string;
  kinds: Record<OperationKind, KindWords>;
  newLink: { underWay: string; lost: { money: string; next: string } };
  otherOrder: { underWay: string; lost: { money: string; next: string } };
};

const words = defineWords<OperationWords>({
  en: {
    of: (noun, amount) => `${noun} of ${amount}`,
    it: "it",
    lost: (the) => `Sezzle's answer to ${the} was lost.`,
    lostLink: "Sezzle's answer to the request for a link was lost.",
    kinds: {
      open_checkout: {
        noun: "link",
        the: "the link",
        underWay: () => "Sending the link",
        lost: {
          money: "The shopper may or may not have the link.",
          next: "If it arrived, the shopper can finish: it will show here.",
        },
      },
      cancel_checkout: {
        noun: "cancellation",
        the: "the cancellation",
        underWay: () => "Cancelling the sale",
        lost: {
          money: "The link may or may not still work.",
          next: "Do not tell the shopper that it is cancelled yet.",
        },
      },
      capture: {
        noun: "capture",
        the: "the capture",
        underWay: (what) => `Taking ${what}`,
        lost: {
          money: "The money may or may not have been taken.",
          next: "Do not take another payment for it.",
        },
      },
      release: {
        noun: "release",
        the: "the release",
        underWay: (what) => `Releasing ${what}`,
        lost: {
          money: "The amount may or may not have been released.",
          next: "Do not tell the shopper that it is released yet.",
        },
      },
      refund: {
        noun: "refund",
        the: "the refund",
        underWay: (what) => `Refunding ${what}`,
        lost: {
          money: "The money may or may not have been given back.",
          next: "Do not refund it another way.",
        },
      },
      set_reference: {
        noun: "receipt number",
        the: "the receipt number",
        underWay: () => "Setting the receipt number",
        lost: {
          money: "This changes no money.",
          next: "Sezzle may show the old or the new number.",
        },
      },
      reauthorize: {
        noun: "new approval",
        the: "the new approval",
        underWay: () => "Asking for approval again",
        lost: {
          money: "The sale may or may not be approved again. Nothing has been taken.",
          next: "Do not send another link for it.",
        },
      },
    },
    newLink: {
      underWay: "Replacing the link",
      lost: {
        money: "The link may or may not still work. No new one was sent yet.",
        next: "The new link goes out by itself once Sezzle shows that the first one is over.",
      },
    },
    otherOrder: {
      underWay: "Closing the other link",
      lost: {
        money: "The other link of this sale may or may not be closed yet.",
        next: "The till takes no more than the sale's amount.",
      },
    },
  },
  fr: {
    of: (noun, amount) => `${noun} de ${amount}`,
    it: "le montant",
    lost: (the) => `La réponse de Sezzle pour ${the} a été perdue.`,
    lostLink: "La réponse de Sezzle à la demande de lien a été perdue.",
    kinds: {
      open_checkout: {
        noun: "lien",
        the: "le lien",
        underWay: () => "Envoi du lien",
        lost: {
          money: "On ne sait pas si le client a reçu le lien.",
          next: "S'il est arrivé, le client peut terminer : le résultat s'affichera ici.",
        },
      },
      cancel_checkout: {
        noun: "annulation",
        the: "l'annulation",
        underWay: () => "Annulation de la vente",
        lost: {
          money: "On ne sait pas si le lien fonctionne encore.",
          next: "Ne dites pas encore au client que c'est annulé.",
        },
      },
      capture: {
        noun: "encaissement",
        the: "l'encaissement",
        underWay: (what) => `Encaissement : ${what}`,
        lost: {
          money: "On ne sait pas si l'argent a été pris.",
          next: "N'acceptez pas d'autre paiement pour cette vente.",
        },
      },
      release: {
        noun: "libération",
        the: "la libération",
        underWay: (what) => `Libération : ${what}`,
        lost: {
          money: "On ne sait pas si le montant a été libéré.",
          next: "Ne dites pas encore au client que c'est libéré.",
        },
      },
      refund: {
        noun: "remboursement",
        the: "le remboursement",
        underWay: (what) => `Remboursement : ${what}`,
        lost: {
          money: "On ne sait pas si l'argent a été rendu.",
          next: "Ne le remboursez pas autrement.",
        },
      },
      set_reference: {
        noun: "numéro de reçu",
        the: "le numéro de reçu",
        underWay: () => "Enregistrement du numéro de reçu",
        lost: {
          money: "Cela ne change rien à l'argent.",
          next: "Sezzle peut afficher l'ancien numéro ou le nouveau.",
        },
      },
      reauthorize: {
        noun: "nouvelle approbation",
        the: "la nouvelle approbation",
        underWay: () => "Nouvelle demande d'approbation",
        lost: {
          money: "On ne sait pas si la vente est approuvée de nouveau. Rien n'a été pris.",
          next: "N'envoyez pas d'autre lien pour cette vente.",
        },
      },
    },
    newLink: {
      underWay: "Remplacement du lien",
      lost: {
        money: "On ne sait pas si le lien fonctionne encore. Aucun nouveau lien n'a encore été envoyé.",
        next: "Le nouveau lien partira tout seul dès que Sezzle montrera que le premier n'est plus valable.",
      },
    },
    otherOrder: {
      underWay: "Fermeture de l'autre lien",
      lost: {
        money: "On ne sait pas si l'autre lien de cette vente est déjà fermé.",
        next: "La caisse n'encaisse pas plus que le montant de la vente.",
      },
    },
  },
});

/** What an operation is called, with its amount when it has one: "capture of $84.50", "cancellation". */
export function operationNoun(kind: OperationKind, amount: string | null, locale: string): string {
  const { of, kinds } = wordsIn(words, locale);
  return amount === null ? kinds[kind].noun : of(kinds[kind].noun, amount);
}

/** The same with its article, to be spoken of in a sentence: "the capture of $84.50", "l'encaissement de 84,50 $". */
export function theOperation(kind: OperationKind, amount: string | null, locale: string): string {
  const { of, kinds } = wordsIn(words, locale);
  return amount === null ? kinds[kind].the : of(kinds[kind].the, amount);
}

/** What is being done while an operation is under way: "Taking $84.50". */
export function operationUnderWay(
  kind: OperationKind,
  amount: string | null,
  locale: string,
  purpose: OperationPurpose = "this_order",
): string {
  const { it, kinds, newLink, otherOrder } = wordsIn(words, locale);
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
  const { lost: lostOf, lostLink, kinds, newLink, otherOrder } = wordsIn(words, locale);
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

/** The reasons the till itself writes down, beside those that people give. */
export type OwnReason = "at_once" | "although_doubtful";

const reasons = defineWords<Record<OwnReason, string>>({
  en: {
    at_once: "captured at once, as the store is set",
    although_doubtful: "although the link before may still be paid",
  },
  fr: {
    at_once: "encaissé aussitôt, selon le réglage du magasin",
    although_doubtful: "même si le lien précédent peut encore être payé",
  },
});

/** A reason of the till's own as it is kept: a record, and so in English. */
export function ownReason(reason: OwnReason): string {
  return reasons.en[reason];
}

const reasonsInEnglish = new Map(
  Object.entries(reasons.en).map(([reason, text]) => [text, reason as OwnReason]),
);

/** A reason that was kept, as its reader reads it: the till's own in their language, a person's as it was typed. */
export function keptReason(kept: string, locale: string): string {
  const own = reasonsInEnglish.get(kept);
  return own ? wordsIn(reasons, locale)[own] : kept;
}
