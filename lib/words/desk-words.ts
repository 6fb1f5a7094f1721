import { defineWords } from "../language.ts";

/** The places of the desk and what stands around its pages. */
export const deskWords = defineWords({
  en: {
    places: {
      today: "Today",
      till: "Till",
      orders: "Orders",
      days: "Day close",
      payouts: "Payouts",
      disputes: "Disputes",
      people: "People",
      stores: "Stores",
      shoppers: "Data rights",
      operator: "Operator",
      account: "Account",
    },
    allPlaces: "Places",
    more: "More",
    signOut: "Sign out",
    storesOf: (count: number) => `${count} stores`,
  },
  fr: {
    places: {
      today: "Aujourd'hui",
      till: "Caisse",
      orders: "Commandes",
      days: "Fermeture",
      payouts: "Versements",
      disputes: "Litiges",
      people: "Personnel",
      stores: "Magasins",
      shoppers: "Droits sur les données",
      operator: "Exploitation",
      account: "Compte",
    },
    allPlaces: "Sections",
    more: "Plus",
    signOut: "Se déconnecter",
    storesOf: (count: number) => `${count} magasins`,
  },
});

/** What is said where a page cannot be shown. */
export const noPageWords = defineWords({
  en: {
    nothingHere: "There is nothing here",
    nothingHereLine: "The address is wrong, or what it showed is not in your stores.",
    toOrders: "To the orders",
    toStart: "To the start",
    notShown: "This page could not be shown",
    notShownLines: ["No payment is affected: what was asked of Sezzle goes on.", "Load the page again."],
    notRead: "This page could not be read",
    notReadLine: "No payment is affected: what was asked of Sezzle goes on. Try again in a moment.",
    trying: "Trying…",
    tryAgain: "Try again",
  },
  fr: {
    nothingHere: "Il n'y a rien ici",
    nothingHereLine: "L'adresse est incorrecte, ou ce qu'elle montrait n'est pas dans vos magasins.",
    toOrders: "Aller aux commandes",
    toStart: "Aller au début",
    notShown: "Cette page n'a pas pu être affichée",
    notShownLines: [
      "Aucun paiement n'est touché : ce qui a été demandé à Sezzle suit son cours.",
      "Rechargez la page.",
    ],
    notRead: "Cette page n'a pas pu être lue",
    notReadLine:
      "Aucun paiement n'est touché : ce qui a été demandé à Sezzle suit son cours. Réessayez dans un instant.",
    trying: "Nouvel essai…",
    tryAgain: "Réessayer",
  },
});
