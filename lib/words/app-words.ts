import { defineWords } from "../language.ts";

/** What the till says of itself to browsers and devices. */
export const appWords = defineWords({
  en: { description: "Take Sezzle payments at the counter." },
  fr: { description: "Encaissez les paiements Sezzle au comptoir." },
});
