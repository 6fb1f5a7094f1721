import { defineWords } from "../language.ts";
import type { MovingKind } from "../operation.ts";
import type { ReceiptState } from "../receipt.ts";
import type { Place } from "./time-words.ts";

/** A receipt's status in a word, and what it means for the money. */
type StateWords = Record<ReceiptState, { label: string; means: string }>;

type ReceiptWords = {
  receipt: string;
  receiptNumber: string;
  sale: string;
  amount: string;
  paid: string;
  refunded: string;
  staysPaid: string;
  approved: string;
  released: string;
  notConfirmed: Record<MovingKind, string>;
  elsewhere: string;
  states: StateWords;
  confirmed: (at: string) => string;
  neverConfirmed: string;
  printed: (at: string) => string;
  noRealMoney: string;
};

/** What stands on a receipt, in the shopper's language. */
export const receiptWords = defineWords<ReceiptWords>({
  en: {
    receipt: "Receipt",
    receiptNumber: "Receipt number",
    sale: "Sale",
    amount: "Amount of the sale",
    paid: "Paid with Sezzle",
    refunded: "Refunded",
    staysPaid: "Paid after refunds",
    approved: "Approved, not charged",
    released: "Not charged",
    notConfirmed: {
      capture: "Payment, not confirmed",
      release: "Release, not confirmed",
      refund: "Refund, not confirmed",
    },
    elsewhere: "On another link of this sale, not part of this receipt",
    states: {
      paid: { label: "Paid", means: "Paid with Sezzle. Thank you!" },
      part_paid: { label: "Part paid", means: "Part of the amount is paid with Sezzle." },
      partly_refunded: { label: "Partly refunded", means: "Part of the payment was given back." },
      refunded: { label: "Refunded", means: "The whole payment was given back." },
      approved: {
        label: "Approved, not charged",
        means: "Sezzle approved the purchase. Nothing is charged yet: this is not a proof of payment.",
      },
      waiting: { label: "Not paid", means: "Nothing is charged: this is not a proof of payment." },
      not_charged: { label: "Not charged", means: "Nothing is charged: this is not a proof of payment." },
      not_confirmed: {
        label: "Not confirmed",
        means: "Sezzle has not confirmed everything yet. What is not confirmed is no proof of payment.",
      },
    },
    confirmed: (at) => `Confirmed by Sezzle ${at}`,
    neverConfirmed: "Not confirmed by Sezzle yet",
    printed: (at) => `As of ${at}`,
    noRealMoney: "Test: no real money moved",
  },
  fr: {
    receipt: "Reçu",
    receiptNumber: "Numéro de reçu",
    sale: "Vente",
    amount: "Montant de la vente",
    paid: "Payé avec Sezzle",
    refunded: "Remboursé",
    staysPaid: "Payé après remboursements",
    approved: "Approuvé, non facturé",
    released: "Non facturé",
    notConfirmed: {
      capture: "Paiement, non confirmé",
      release: "Libération, non confirmée",
      refund: "Remboursement, non confirmé",
    },
    elsewhere: "Sur un autre lien de cette vente, hors de ce reçu",
    states: {
      paid: { label: "Payé", means: "Payé avec Sezzle. Merci!" },
      part_paid: { label: "Payé en partie", means: "Une partie du montant est payée avec Sezzle." },
      partly_refunded: { label: "Remboursé en partie", means: "Une partie du paiement a été rendue." },
      refunded: { label: "Remboursé", means: "Tout le paiement a été rendu." },
      approved: {
        label: "Approuvé, non facturé",
        means:
          "Sezzle a approuvé l'achat. Rien n'est encore facturé : ceci n'est pas une preuve de paiement.",
      },
      waiting: { label: "Non payé", means: "Rien n'est facturé : ceci n'est pas une preuve de paiement." },
      not_charged: {
        label: "Non facturé",
        means: "Rien n'est facturé : ceci n'est pas une preuve de paiement.",
      },
      not_confirmed: {
        label: "Non confirmé",
        means:
          "Sezzle n'a pas encore tout confirmé. Ce qui n'est pas confirmé n'est pas une preuve de paiement.",
      },
    },
    confirmed: (at) => `Confirmé par Sezzle le ${at}`,
    neverConfirmed: "Pas encore confirmé par Sezzle",
    printed: (at) => `En date du ${at}`,
    noRealMoney: "Essai : aucun argent réel",
  },
});

/** What stands around a receipt on the screen, in the language of who prints it. */
export const receiptScreenWords = defineWords({
  en: { title: "Receipt", print: "Print", toSale: "Back to the sale", toOrder: "Back to the order" },
  fr: { title: "Reçu", print: "Imprimer", toSale: "Retour à la vente", toOrder: "Retour à la commande" },
});

/** A moment on a receipt, day and clock time, in the store's time zone as the shopper's language writes them. */
export function receiptTime(at: string, { timeZone, locale }: Place): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  // No line of a narrow roll ends inside "14 h 03".
  return format.format(new Date(at)).replaceAll(/(?<=\d) h (?=\d)/g, "\u00a0h\u00a0");
}
