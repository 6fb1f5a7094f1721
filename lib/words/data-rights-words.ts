import { defineWords, wordsIn } from "../language.ts";
import { type ErasureReason, erasureReasons } from "../shopper-data.ts";

/** The words of the page on which what is held of one shopper is looked up and erased. */
export const dataRightsWords = defineWords({
  en: {
    title: "Data rights",
    lead: "What is kept of one shopper, and how it is erased. Records of money stay.",
    lookUpTitle: "Look a shopper up",
    contact: "Shopper's mobile number or e-mail",
    hint: "Whole, as the shopper gave it. That you look is kept in the history, without the number.",
    notWhole: "Type the whole number or e-mail, as the shopper gave it.",
    lookUp: "Look up",
    looking: "Looking…",
    erased: "Erased.",
    erasedFrom: (sales: number) =>
      `${sales === 1 ? "1 sale says" : `${sales} sales say`} “contact erased” now. Their amounts and history stay. Sezzle has its own record of the shopper: they ask Sezzle for that.`,
    kept: "What is kept",
    nothing: (contact: string) => `Nothing is kept of ${contact} in your stores.`,
    checkDigits: "Check the digits. A contact that was erased is found no more.",
    called: (names: string) => `Called ${names}.`,
    noName: "No name.",
    used: (count: number, shown: number) =>
      count === 1 ? "Used for 1 sale:" : `Used for ${count} sales${count > shown ? ", the newest" : ""}:`,
    sales: "Sales",
    erase: "Erase the contact…",
    eraseTitle: (contact: string) => `Erase ${contact}?`,
    eraseMeans: (count: number) =>
      `The number or e-mail and the name go from ${count === 1 ? "1 sale" : `${count} sales`} for ever. No link can be sent there again from them. Amounts, refunds and history stay.`,
    eraseAct: "Erase for ever",
    erasing: "Erasing…",
    back: "Back, erase nothing",
    why: "Why",
    chooseReason: "Choose a reason.",
  },
  fr: {
    title: "Droits sur les données",
    lead: "Ce qui est gardé d'un client, et comment l'effacer. Les traces de l'argent restent.",
    lookUpTitle: "Rechercher un client",
    contact: "Numéro mobile ou courriel du client",
    hint: "En entier, comme le client l'a donné. L'historique garde que vous avez cherché, sans le numéro.",
    notWhole: "Saisissez le numéro ou le courriel en entier, comme le client l'a donné.",
    lookUp: "Rechercher",
    looking: "Recherche…",
    erased: "Effacé.",
    erasedFrom: (sales: number) =>
      `${sales < 2 ? `${sales} vente indique` : `${sales} ventes indiquent`} maintenant « coordonnées effacées ». Les montants et l'historique restent. Sezzle a son propre dossier du client : c'est à Sezzle qu'il faut le demander.`,
    kept: "Ce qui est gardé",
    nothing: (contact: string) => `Rien n'est gardé pour ${contact} dans vos magasins.`,
    checkDigits: "Vérifiez les chiffres. Des coordonnées effacées ne se retrouvent plus.",
    called: (names: string) => `Nom : ${names}.`,
    noName: "Aucun nom.",
    used: (count: number, shown: number) =>
      count < 2
        ? `Utilisé pour ${count} vente :`
        : `Utilisé pour ${count} ventes${count > shown ? ", les plus récentes" : ""} :`,
    sales: "Ventes",
    erase: "Effacer les coordonnées…",
    eraseTitle: (contact: string) => `Effacer ${contact}?`,
    eraseMeans: (count: number) =>
      `Le numéro ou le courriel et le nom disparaissent de ${count < 2 ? `${count} vente` : `${count} ventes`} pour toujours. Aucun lien ne peut plus y être envoyé depuis ces ventes. Les montants, les remboursements et l'historique restent.`,
    eraseAct: "Effacer pour toujours",
    erasing: "Effacement…",
    back: "Retour, ne rien effacer",
    why: "Pourquoi",
    chooseReason: "Choisissez un motif.",
  },
});

const reasonWords = defineWords<Record<ErasureReason, string> & { keptFor: (days: string) => string }>({
  en: {
    "the shopper asked for it": "the shopper asked for it",
    "sent to the wrong person": "sent to the wrong person",
    "no longer needed": "no longer needed",
    keptFor: (days) => `kept for ${days} days, as the store is set`,
  },
  fr: {
    "the shopper asked for it": "le client l'a demandé",
    "sent to the wrong person": "envoyé à la mauvaise personne",
    "no longer needed": "plus nécessaire",
    keptFor: (days) => `gardé ${days} jours, selon les réglages du magasin`,
  },
});

/** The reason the history keeps when the till erases a contact by itself, after the days its store keeps them. */
export function keptForReason(days: number): string {
  return reasonWords.en.keptFor(String(days));
}

/** Why a contact was erased, as the history keeps it, for a reader; a reason that is not known stays as it was written. */
export function erasureReasonIn(reason: string, locale: string): string {
  const words = wordsIn(reasonWords, locale);
  const known = erasureReasons.find((it) => it === reason);
  if (known) return words[known];
  const days = /^kept for (\d+) days, as the store is set$/.exec(reason)?.[1];
  return days ? words.keptFor(days) : reason;
}
