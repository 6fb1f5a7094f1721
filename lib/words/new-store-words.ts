import { defineWords, wordsIn } from "../language.ts";

// In the store's own language, not the reader's: its staff work with these, and shoppers are told some of them.
const newStoreWords = defineWords({
  en: {
    reasons: ["Returned goods", "Price adjustment", "Mistake"],
    register: (place: number) => `Register ${place}`,
  },
  fr: {
    reasons: ["Retour de marchandise", "Ajustement de prix", "Erreur"],
    register: (place: number) => `Caisse ${place}`,
  },
});

/** The reasons for a refund that a new store begins with, in its language. */
export function firstReasons(locale: string): string[] {
  return [...wordsIn(newStoreWords, locale).reasons];
}

/** What the registers of a new store are called at first, in its language. */
export function firstRegisterNames(count: number, locale: string): string[] {
  return Array.from({ length: count }, (_, index) => wordsIn(newStoreWords, locale).register(index + 1));
}
