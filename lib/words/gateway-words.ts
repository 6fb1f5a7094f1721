import { defineWords, wordsIn } from "../language.ts";
import { type Place, timeOrDay } from "./time-words.ts";

/** What is said when Sezzle does not answer, and when it does again. */
export const gatewayWords = defineWords({
  en: {
    isDown: "Sezzle does not answer",
    happened: (since: string) => `Sezzle has not answered since ${since}.`,
    money:
      "Nothing is lost: what was asked for is kept, and settled as soon as Sezzle answers. New links cannot be sent.",
    next: "New sales: take another way to pay, or wait. Sales that are not confirmed: wait for them.",
    isBack: "Sezzle answers again.",
  },
  fr: {
    isDown: "Sezzle ne répond pas",
    happened: (since) => `Sezzle ne répond plus depuis ${since}.`,
    money:
      "Rien n'est perdu : ce qui a été demandé est gardé et sera réglé dès que Sezzle répondra. Aucun nouveau lien ne peut être envoyé.",
    next: "Nouvelles ventes : prenez un autre mode de paiement, ou attendez. Ventes non confirmées : attendez-les.",
    isBack: "Sezzle répond de nouveau.",
  },
});

/** Sezzle does not answer: since when, what that means for the money, and what to do. */
export function gatewayDownWords(
  since: Date,
  now: Date,
  place: Place,
): { happened: string; money: string; next: string } {
  const { happened, money, next } = wordsIn(gatewayWords, place.locale);
  return { happened: happened(timeOrDay(since, now, place)), money, next };
}
