import { defineWords } from "../language.ts";
import type { LineOwner } from "../payout.ts";

/** The parts of a payout: its lines, its sum, and what of it is whose. */
export const payoutPartWords = defineWords({
  en: {
    lines: "Lines",
    linesOf: "Lines of",
    all: "All",
    noLines: "There are no lines to show.",
    nextLines: "Next lines",
    theOrder: "The order",
    ofAccount: "Of the account",
    noReference: "No reference",
    inOurBooks: " · in our books",
    theSum: "The sum",
    ties: "Ties out",
    doesNotTie: "Does not tie out",
    what: "What",
    amount: "Amount",
    anotherTotal: "Sezzle's own total is another",
    count: (count: number) => (count === 1 ? "1 line" : `${count.toLocaleString("en")} lines`),
    exchangeFees: "Fees of the exchange",
    linesComeTo: "All lines come to",
    sezzlePays: "Sezzle pays",
    difference: "Difference",
    paidOutAs: "Paid out as",
    byStore: "By store",
    captured: "Captured",
    refunded: "Refunded",
    fees: "Fees, less those returned",
    other: "Chargebacks and other",
    byOurBooks: "Captured less refunded, by our books",
    sezzleAgrees: "Sezzle agrees",
    sezzleDiffers: "Sezzle differs by",
  },
  fr: {
    lines: "Lignes",
    linesOf: "Lignes de",
    all: "Tout",
    noLines: "Il n'y a aucune ligne à montrer.",
    nextLines: "Lignes suivantes",
    theOrder: "La commande",
    ofAccount: "Du compte",
    noReference: "Sans référence",
    inOurBooks: " · dans nos livres",
    theSum: "La somme",
    ties: "Concorde",
    doesNotTie: "Ne concorde pas",
    what: "Quoi",
    amount: "Montant",
    anotherTotal: "Le total de Sezzle est autre",
    count: (count: number) => (count < 2 ? `${count} ligne` : `${count.toLocaleString("fr-CA")} lignes`),
    exchangeFees: "Frais de change",
    linesComeTo: "Total des lignes",
    sezzlePays: "Sezzle verse",
    difference: "Écart",
    paidOutAs: "Versé en",
    byStore: "Par magasin",
    captured: "Encaissé",
    refunded: "Remboursé",
    fees: "Frais, moins ceux rendus",
    other: "Rétrofacturations et autres",
    byOurBooks: "Encaissé moins remboursé, selon nos livres",
    sezzleAgrees: "Sezzle concorde",
    sezzleDiffers: "Sezzle diffère de",
  },
});

/** What is in a payout and no store's. */
export const ownerWords = defineWords<Record<Exclude<LineOwner, "store">, { title: string; means: string }>>({
  en: {
    other_channel: {
      title: "Other channels",
      means: "Orders of a web shop or another till on the same account. They are kept apart from the stores.",
    },
    unknown: { title: "Unknown orders", means: "Orders that Sezzle does not show to the till." },
    no_order: { title: "No order", means: "Of the account itself, such as a monthly fee or a correction." },
  },
  fr: {
    other_channel: {
      title: "Autres canaux",
      means:
        "Commandes d'une boutique en ligne ou d'une autre caisse du même compte. Elles sont tenues à part des magasins.",
    },
    unknown: { title: "Commandes inconnues", means: "Commandes que Sezzle ne montre pas à la caisse." },
    no_order: {
      title: "Sans commande",
      means: "Du compte lui-même, comme des frais mensuels ou une correction.",
    },
  },
});
