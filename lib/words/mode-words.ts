import { defineWords, wordsIn } from "../language.ts";

const banners = defineWords({
  en: {
    local: "Demo with the local sandbox: no real money moves",
    sandbox: "Sezzle's sandbox: no real money moves",
    production: null,
  },
  fr: {
    local: "Démonstration avec le bac à sable local : aucun argent réel ne circule",
    sandbox: "Bac à sable de Sezzle : aucun argent réel ne circule",
    production: null,
  },
});

/** The strip that every mode but production shows. */
export function modeBanner(mode: "local" | "sandbox" | "production", locale: string): string | null {
  return wordsIn(banners, locale)[mode];
}
