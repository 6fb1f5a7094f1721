import { defineWords } from "../language.ts";

/** What a shopper reads when Sezzle brings them back to the shop's page, in their own language: the page's title, and one sentence. */
export const shopperPageWords = defineWords({
  en: {
    complete: {
      title: "Done",
      sentence: "You're done here: the shop's till will tell the cashier.",
    },
    cancelled: {
      title: "Not completed",
      sentence: "You left Sezzle's checkout: the cashier can help you pay another way.",
    },
  },
  fr: {
    complete: {
      title: "Terminé",
      sentence: "C'est terminé ici : la caisse du magasin préviendra la personne qui vous sert.",
    },
    cancelled: {
      title: "Non terminé",
      sentence:
        "Vous avez quitté la page de paiement de Sezzle : on peut vous aider à payer autrement à la caisse.",
    },
  },
});
