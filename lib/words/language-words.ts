import { defineWords, type Locale } from "../language.ts";

/** What each language is called in itself, so that who does not read the others finds it. */
export const languageNames: Record<Locale, string> = {
  "en-US": "English (United States)",
  "en-CA": "English (Canada)",
  "fr-CA": "Français (Canada)",
};

/** The words of the card on which one's language is chosen. */
export const languageCardWords = defineWords({
  en: {
    title: "Language",
    lead: "Your screens, on every tablet. Shoppers get their messages in their own language.",
    label: "Language of your screens",
    asStore: (name: string) => `As the store has it: ${name}`,
  },
  fr: {
    title: "Langue",
    lead: "Vos écrans, sur toutes les tablettes. Les clients reçoivent leurs messages dans leur propre langue.",
    label: "Langue de vos écrans",
    asStore: (name: string) => `Celle du magasin : ${name}`,
  },
});
