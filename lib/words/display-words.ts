import type { DisplayState } from "../display.ts";
import { defineWords } from "../language.ts";

type Amounts = { paid: string; refunded: string; amount: string };

/** The state in a few large words, and under it what follows for the shopper; null where the word is enough. */
type StateWords = { label: string; line: ((amounts: Amounts) => string) | null };

type DisplayWords = { states: Record<DisplayState, StateWords>; qr: string; toPay: string };

/** What a screen that faces the shopper says, in the shopper's language. A denial is told like every other end without a charge. */
export const displayWords = defineWords<DisplayWords>({
  en: {
    toPay: "Your purchase",
    qr: "QR code of your link",
    states: {
      scan: {
        label: "Open the link we sent you",
        line: () => "Or scan the code with your phone. Nothing is charged until you finish there.",
      },
      wait: { label: "One moment, please", line: null },
      approved: { label: "Approved", line: () => "The cashier is just finishing up." },
      paid: { label: "Paid", line: () => "Thank you!" },
      part_paid: { label: "Part paid", line: ({ paid, amount }) => `${paid} of ${amount} is paid.` },
      partly_refunded: {
        label: "Partly refunded",
        line: ({ refunded, paid }) => `${refunded} of ${paid} is refunded. Sezzle shows it in your plan.`,
      },
      refunded: {
        label: "Refunded",
        line: ({ refunded }) => `${refunded} is refunded. Sezzle shows it in your plan.`,
      },
      not_charged: { label: "Nothing is charged", line: () => "The cashier can help you pay another way." },
    },
  },
  fr: {
    toPay: "Votre achat",
    qr: "Code QR de votre lien",
    states: {
      scan: {
        label: "Ouvrez le lien que vous avez reçu",
        line: () =>
          "Ou numérisez le code avec votre téléphone. Rien n'est facturé tant que vous n'y avez pas terminé.",
      },
      wait: { label: "Un instant, s'il vous plaît", line: null },
      approved: { label: "Approuvé", line: () => "On termine à la caisse dans un instant." },
      paid: { label: "Payé", line: () => "Merci!" },
      part_paid: { label: "Payé en partie", line: ({ paid, amount }) => `${paid} sur ${amount} sont payés.` },
      partly_refunded: {
        label: "Remboursé en partie",
        line: ({ refunded, paid }) =>
          `${refunded} sur ${paid} sont remboursés. Sezzle l'indique dans votre plan de paiement.`,
      },
      refunded: {
        label: "Remboursé",
        line: ({ refunded }) => `${refunded} sont remboursés. Sezzle l'indique dans votre plan de paiement.`,
      },
      not_charged: {
        label: "Rien n'est facturé",
        line: () => "On peut vous aider à payer autrement à la caisse.",
      },
    },
  },
});

/** What the cashier reads of such screens, in their own language. */
export const displayScreenWords = defineWords({
  en: { turn: "Turn to the shopper", back: "Back to the sale", title: "Customer display" },
  fr: { turn: "Tourner vers le client", back: "Retour à la vente", title: "Écran du client" },
});
