import { defineWords } from "../language.ts";

/** Pages that stand by themselves. */
export const messageWords = defineWords({
  en: {
    unofficial: "An unofficial client of Sezzle's public API. Not made or endorsed by Sezzle.",
    signedOut: "You are signed out",
    signedOutLines: ["Nothing is lost: every sale is as it was.", "Sign in again to go on."],
    signIn: "Sign in",
  },
  fr: {
    unofficial: "Un client non officiel de l'API publique de Sezzle. Ni conçu ni approuvé par Sezzle.",
    signedOut: "Votre session est fermée",
    signedOutLines: [
      "Rien n'est perdu : chaque vente est restée telle quelle.",
      "Reconnectez-vous pour continuer.",
    ],
    signIn: "Se connecter",
  },
});
