import { defineWords } from "../language.ts";

/** The words that fields, buttons and sheets have of their own. */
export const controlWords = defineWords({
  en: {
    close: "Close",
    copied: "Copied",
    copyByHand: "Select and copy it by hand",
    notAnAmount: "This is not an amount. Write it like 20 or 20.00.",
    atMost: (amount: string) => `At most ${amount}`,
    moreThanZero: "More than zero.",
  },
  fr: {
    close: "Fermer",
    copied: "Copié",
    copyByHand: "Sélectionnez-le et copiez-le à la main",
    notAnAmount: "Ce n'est pas un montant. Écrivez-le comme 20 ou 20,00.",
    atMost: (amount) => `Au plus ${amount}`,
    moreThanZero: "Plus que zéro.",
  },
});
