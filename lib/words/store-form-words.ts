import { defineWords } from "../language.ts";

/** The words of the forms in which a store is set. */
export const storeFormWords = defineWords({
  en: {
    leave: "Leave as it is",
    save: "Save",
    saving: "Saving…",
    fixed: "Fixed, since this store has sold something.",
    nextSale: "From the next sale on.",
    name: {
      title: "Name",
      name: "Name that shoppers and colleagues see",
      code: "Code",
      codeHint: "2 to 8 letters and digits; begins every sale's number",
    },
    place: {
      title: "Place and language",
      currency: "Currency",
      timeZone: "Time zone",
      language: "Language",
      languageHint: "Sezzle writes to shoppers in it.",
    },
    amounts: {
      title: "Amounts",
      least: "Least amount",
      most: "Most amount",
      noAmount: "This is not an amount. Write it like 20 or 20.00.",
    },
    link: { title: "Link", counts: "From the next link on.", lifetime: "How long a shopper has" },
    capture: {
      title: "Capture",
      counts: "From the next approval on. What is approved already stays the cashier's to capture.",
      legend: "When approved money is captured",
    },
    refunds: {
      title: "Refunds",
      counts: "At once, for today too.",
      limit: "What a cashier may refund alone in a business day",
      limitHint: "0: a manager approves each refund",
    },
    reasons: {
      title: "Reasons for a refund",
      counts: "From the next refund on.",
      list: "Reasons",
      reason: (place: number) => `Reason ${place}`,
      moveUp: (place: number) => `Move reason ${place} up`,
      remove: (place: number) => `Remove reason ${place}`,
      other: "Any other reason is written in words when it is needed.",
      add: "Add a reason",
    },
    day: {
      title: "Business day",
      counts:
        "From the first business day on that is not closed. Closed days stay as they are, and the next begins where the last one ended.",
      begins: "A business day begins at",
      beginsHint: "What is sold after midnight and before it belongs to the day before.",
    },
    contacts: {
      title: "Shoppers' contacts",
      counts:
        "What is older goes within some hours, and cannot be brought back. The records of the money stay.",
      label: "Phone numbers, e-mails and names",
      keep: "Keep until somebody erases them",
      erase: "Erase after some days",
      days: "Days after the sale's last change",
      daysHint: (shortest: number) => `At least ${shortest}. Never while money of the sale can still move.`,
    },
  },
  fr: {
    leave: "Laisser tel quel",
    save: "Enregistrer",
    saving: "Enregistrement…",
    fixed: "Fixe, car ce magasin a déjà vendu.",
    nextSale: "À partir de la prochaine vente.",
    name: {
      title: "Nom",
      name: "Nom que voient les clients et les collègues",
      code: "Code",
      codeHint: "De 2 à 8 lettres et chiffres; commence le numéro de chaque vente",
    },
    place: {
      title: "Lieu et langue",
      currency: "Devise",
      timeZone: "Fuseau horaire",
      language: "Langue",
      languageHint: "Sezzle écrit aux clients dans cette langue.",
    },
    amounts: {
      title: "Montants",
      least: "Montant minimal",
      most: "Montant maximal",
      noAmount: "Ce n'est pas un montant. Écrivez-le comme 20 ou 20,00.",
    },
    link: { title: "Lien", counts: "À partir du prochain lien.", lifetime: "Temps dont dispose un client" },
    capture: {
      title: "Encaissement",
      counts:
        "À partir de la prochaine approbation. Ce qui est déjà approuvé reste à encaisser par le caissier.",
      legend: "Quand l'argent approuvé est encaissé",
    },
    refunds: {
      title: "Remboursements",
      counts: "Tout de suite, aujourd'hui compris.",
      limit: "Ce qu'un caissier peut rembourser sans gérant dans une journée",
      limitHint: "0 : un gérant approuve chaque remboursement",
    },
    reasons: {
      title: "Motifs de remboursement",
      counts: "À partir du prochain remboursement.",
      list: "Motifs",
      reason: (place: number) => `Motif ${place}`,
      moveUp: (place: number) => `Monter le motif ${place}`,
      remove: (place: number) => `Retirer le motif ${place}`,
      other: "Tout autre motif s'écrit en mots au moment voulu.",
      add: "Ajouter un motif",
    },
    day: {
      title: "Journée d'affaires",
      counts:
        "À partir de la première journée qui n'est pas fermée. Les journées fermées restent telles quelles, et la suivante commence où la dernière a fini.",
      begins: "La journée commence à",
      beginsHint: "Ce qui est vendu après minuit et avant cette heure appartient à la veille.",
    },
    contacts: {
      title: "Coordonnées des clients",
      counts:
        "Ce qui est plus ancien disparaît en quelques heures, sans retour possible. Les traces de l'argent restent.",
      label: "Numéros de téléphone, courriels et noms",
      keep: "Garder jusqu'à ce que quelqu'un les efface",
      erase: "Effacer après un certain nombre de jours",
      days: "Jours après le dernier changement de la vente",
      daysHint: (shortest: number) =>
        `Au moins ${shortest}. Jamais tant que l'argent de la vente peut encore bouger.`,
    },
  },
});

type Bounds = { mostReasons: number; shortestDays: number; longestDays: number };

/** What is wrong with a setting, beside its field. */
export const settingFaultWords = defineWords({
  en: {
    name: () => "1 to 60 letters.",
    code: () => "2 to 8 letters and digits.",
    timeZone: () => "There is no such time zone.",
    minCents: () => "More than zero.",
    maxCents: () => "At least the least amount.",
    checkoutTtlMs: () => "5 minutes to 24 hours.",
    cashierRefundLimitCents: () => "An amount; 0 for none.",
    cutOffHour: () => "An hour from 0 to 23.",
    refundReasons: ({ mostReasons }: Bounds) => `1 to ${mostReasons} different reasons, each a few words.`,
    contactRetentionDays: ({ shortestDays, longestDays }: Bounds) =>
      `${shortestDays} to ${longestDays} days.`,
  },
  fr: {
    name: () => "De 1 à 60 lettres.",
    code: () => "De 2 à 8 lettres et chiffres.",
    timeZone: () => "Ce fuseau horaire n'existe pas.",
    minCents: () => "Plus de zéro.",
    maxCents: () => "Au moins le montant minimal.",
    checkoutTtlMs: () => "De 5 minutes à 24 heures.",
    cashierRefundLimitCents: () => "Un montant; 0 pour aucun.",
    cutOffHour: () => "Une heure de 0 à 23.",
    refundReasons: ({ mostReasons }) => `De 1 à ${mostReasons} motifs différents, de quelques mots chacun.`,
    contactRetentionDays: ({ shortestDays, longestDays }) => `De ${shortestDays} à ${longestDays} jours.`,
  },
});
