import { defineWords } from "../language.ts";
import type { Problem } from "../problem.ts";

/** The till's own server did not answer: the wish may have reached it. Trying again repeats the same wish. */
export const noAnswerProblem: Problem = {
  code: "no_answer",
  happened: "The till's server did not answer.",
  money: "It is not known whether the request arrived.",
  next: "Press again when the connection is back: it is the same request and cannot happen twice.",
  fr: {
    happened: "Le serveur de la caisse n'a pas répondu.",
    money: "On ne sait pas si la demande est arrivée.",
    next: "Appuyez de nouveau quand la connexion est revenue : c'est la même demande et elle ne peut pas se faire deux fois.",
  },
};

/** The same for a request that moves no money and has nothing to repeat. */
export const noAnswerWithoutMoneyProblem: Problem = {
  code: "no_answer",
  happened: "The till's server did not answer.",
  money: "This changes no money.",
  next: "Check the connection and press again.",
  fr: {
    happened: "Le serveur de la caisse n'a pas répondu.",
    money: "Cela ne change rien à l'argent.",
    next: "Vérifiez la connexion et appuyez de nouveau.",
  },
};

/**
 * Sezzle has approved money on another order of the same sale: an earlier link, or a second order. `amount` is written for the
 * person who reads it.
 */
export function otherOrderProblem(amount: string): Problem {
  return {
    code: "other_order",
    happened: `Another link of this sale was approved too, for ${amount}.`,
    money: "The shopper must not be charged twice: the till takes no more than the sale's amount.",
    next: "Close the other link here. What was taken on it can be refunded in Sezzle's dashboard.",
    fr: {
      happened: `Un autre lien de cette vente a aussi été approuvé, pour ${amount}.`,
      money:
        "Le client ne doit pas être facturé deux fois : la caisse n'encaisse pas plus que le montant de la vente.",
      next: "Fermez l'autre lien ici. Ce qui y a été encaissé peut être remboursé dans le tableau de bord de Sezzle.",
    },
  };
}

/** What stands on the card of a problem beside the problem itself. */
export const problemCardWords = defineWords({
  en: { close: "Close this message", forSupport: "For Sezzle's support", copy: "Copy" },
  fr: { close: "Fermer ce message", forSupport: "Pour le soutien technique de Sezzle", copy: "Copier" },
});
