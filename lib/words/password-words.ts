import { defineWords } from "../language.ts";

/** Why a new password will not do, and how long it has to be. */
export const passwordWords = defineWords({
  en: {
    hint: (shortest: number) => `At least ${shortest} characters`,
    short: (shortest: number) => `Use at least ${shortest} characters.`,
    long: (longest: number) => `Use at most ${longest} characters.`,
    namesPerson: "Leave your sign-in name out of the password.",
  },
  fr: {
    hint: (shortest: number) => `Au moins ${shortest} caractères`,
    short: (shortest: number) => `Utilisez au moins ${shortest} caractères.`,
    long: (longest: number) => `Utilisez au plus ${longest} caractères.`,
    namesPerson: "Ne mettez pas votre identifiant dans le mot de passe.",
  },
});

/** Why a new PIN will not do, and how many digits it has. */
export const pinWords = defineWords({
  en: {
    hint: (shortest: number, longest: number) => `${shortest} to ${longest} digits`,
    length: (shortest: number, longest: number) => `Use ${shortest} to ${longest} digits.`,
    trivial: "This one is guessed too easily: no rows, repeats or years.",
  },
  fr: {
    hint: (shortest: number, longest: number) => `${shortest} à ${longest} chiffres`,
    length: (shortest: number, longest: number) => `Utilisez de ${shortest} à ${longest} chiffres.`,
    trivial: "Celui-ci se devine trop facilement : pas de suites, de répétitions ni d'années.",
  },
});
