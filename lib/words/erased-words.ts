import { defineWords, wordsIn } from "../language.ts";

/** What stands in the place of a contact that was erased, wherever it is kept or sent along. */
export const erasedContact = "contact erased";

const words = defineWords({
  en: { erased: erasedContact as string },
  fr: { erased: "coordonnées effacées" },
});

/** A masked contact as its reader sees it; that it was erased is said in their language. */
export function maskedWords(masked: string, locale: string): string {
  return masked === erasedContact ? wordsIn(words, locale).erased : masked;
}
