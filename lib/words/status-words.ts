import { defineWords, wordsIn } from "../language.ts";
import type { SaleStatus } from "../order-state.ts";

/** The seven tones of a status; screens give each a colour, an icon and a texture, and never a colour alone. */
export const tones = ["waiting", "approved", "paid", "attention", "idle", "refused", "unconfirmed"] as const;
export type Tone = (typeof tones)[number];

/** The tone of each status. */
export const statusTones: Readonly<Record<SaleStatus, Tone>> = {
  creating: "waiting",
  unconfirmed: "unconfirmed",
  failed: "refused",
  link_sent: "waiting",
  checking: "waiting",
  denied: "refused",
  cancelled: "idle",
  checkout_expired: "idle",
  authorized: "approved",
  partially_captured: "attention",
  captured: "paid",
  released: "idle",
  authorization_expired: "idle",
  partially_refunded: "paid",
  refunded: "idle",
};

type Spoken = {
  /** The status in a word or two. */
  label: string;
  /** One line: what it means, for the money first. */
  means: string;
  /** What the cashier can say to the shopper. */
  say: string;
  /** What the cashier does next. */
  next: string;
};

export type StatusWords = Spoken & { tone: Tone };

const words = defineWords<Record<SaleStatus, Spoken>>({
  en: {
    creating: {
      label: "Sending…",
      means: "Sezzle is being asked to send the link. Nothing is charged.",
      say: "The link is on its way.",
      next: "Wait a moment.",
    },
    unconfirmed: {
      label: "Not sure it was sent",
      means: "Sezzle's answer was lost. The shopper may or may not have the link.",
      say: "Did you get a message with a link from Sezzle?",
      next: "If the link arrived, let the shopper finish: it will show here. If nothing came, you can send another.",
    },
    failed: {
      label: "Not sent",
      means: "Sezzle did not open the checkout. The shopper has no link, and nothing is charged.",
      say: "It did not go through. Let me check that once more.",
      next: "Read why, change it, and send again.",
    },
    link_sent: {
      label: "Waiting for shopper",
      means: "The link is sent. Nothing is charged until the shopper finishes and you capture.",
      say: "You have a message from Sezzle. Open the link and follow the steps.",
      next: "No message? Let the shopper scan the code.",
    },
    checking: {
      label: "Checking…",
      means: "Time has passed or an answer is due, and Sezzle is being asked what it shows.",
      say: "One moment, I am checking with Sezzle.",
      next: "Wait for the answer before you take another payment.",
    },
    denied: {
      label: "Not approved",
      means: "Sezzle did not approve this purchase. Nothing is charged.",
      say: "Sezzle could not approve this one today. Would you like to pay another way?",
      next: "Offer another way to pay. Sezzle tells the shopper why, not the shop.",
    },
    cancelled: {
      label: "Cancelled",
      means: "The sale was cancelled here and the link no longer works. Nothing is charged.",
      say: "I have cancelled it. Nothing was charged.",
      next: "Start a new sale, or send a new link for this one.",
    },
    checkout_expired: {
      label: "Link expired",
      means: "The link ran out before the shopper finished. Nothing is charged.",
      say: "The link has run out. I can send you a new one.",
      next: "Send a new link, or start a new sale.",
    },
    authorized: {
      label: "Approved",
      means: "Sezzle approved the purchase. Nothing is taken until you capture.",
      say: "You're approved. I'll just finish up here.",
      next: "Capture before the time runs out.",
    },
    partially_captured: {
      label: "Part taken",
      means: "Part of the amount is taken. The rest can still be taken or released.",
      say: "Part of it is paid. I'll finish the rest.",
      next: "Capture the rest, or release it, before the time runs out.",
    },
    captured: {
      label: "Paid",
      means: "Sezzle has taken the payment.",
      say: "All paid. Thank you!",
      next: "Hand over the goods.",
    },
    released: {
      label: "Not charged",
      means: "The approved amount was released. The shopper is not charged.",
      say: "It is released. You are not charged.",
      next: "Start a new sale, or send a new link for this one.",
    },
    authorization_expired: {
      label: "Not charged",
      means: "The approval ran out before anything was captured. The shopper is not charged.",
      say: "The approval has run out, so nothing was charged. I can send a new link.",
      next: "If the goods are gone, send a new link now. A manager can have it approved again with the shopper here.",
    },
    partially_refunded: {
      label: "Partly refunded",
      means: "Part of the payment was given back; the rest stays paid.",
      say: "Your refund is on its way. Sezzle shows it in your plan.",
      next: "Nothing more to do.",
    },
    refunded: {
      label: "Refunded",
      means: "The whole payment was given back.",
      say: "Everything is refunded. Sezzle shows it in your plan.",
      next: "Nothing more to do.",
    },
  },
  fr: {
    creating: {
      label: "Envoi…",
      means: "On demande à Sezzle d'envoyer le lien. Rien n'est facturé.",
      say: "Le lien s'en vient.",
      next: "Attendez un instant.",
    },
    unconfirmed: {
      label: "Envoi incertain",
      means: "La réponse de Sezzle a été perdue. On ne sait pas si le client a reçu le lien.",
      say: "Avez-vous reçu un message de Sezzle avec un lien?",
      next: "Si le lien est arrivé, laissez le client terminer : le résultat s'affichera ici. Si rien n'est arrivé, vous pouvez en envoyer un autre.",
    },
    failed: {
      label: "Non envoyé",
      means: "Sezzle n'a pas ouvert la demande de paiement. Le client n'a pas de lien et rien n'est facturé.",
      say: "L'envoi n'a pas fonctionné. Je vérifie encore une fois.",
      next: "Lisez pourquoi, corrigez et renvoyez.",
    },
    link_sent: {
      label: "En attente du client",
      means:
        "Le lien est envoyé. Rien n'est facturé tant que le client n'a pas terminé et que vous n'avez pas encaissé.",
      say: "Vous avez un message de Sezzle. Ouvrez le lien et suivez les étapes.",
      next: "Pas de message? Faites numériser le code par le client.",
    },
    checking: {
      label: "Vérification…",
      means: "Un délai est écoulé ou une réponse est attendue : on demande à Sezzle ce qu'il en est.",
      say: "Un instant, je vérifie auprès de Sezzle.",
      next: "Attendez la réponse avant d'accepter un autre paiement.",
    },
    denied: {
      label: "Non approuvé",
      means: "Sezzle n'a pas approuvé cet achat. Rien n'est facturé.",
      say: "Sezzle n'a pas pu approuver cet achat aujourd'hui. Voulez-vous payer autrement?",
      next: "Proposez un autre mode de paiement. Sezzle explique pourquoi au client, pas au magasin.",
    },
    cancelled: {
      label: "Annulé",
      means: "La vente a été annulée ici et le lien ne fonctionne plus. Rien n'est facturé.",
      say: "Je l'ai annulée. Rien n'a été facturé.",
      next: "Commencez une nouvelle vente ou envoyez un nouveau lien pour celle-ci.",
    },
    checkout_expired: {
      label: "Lien expiré",
      means: "Le lien a expiré avant que le client ait terminé. Rien n'est facturé.",
      say: "Le lien a expiré. Je peux vous en envoyer un nouveau.",
      next: "Envoyez un nouveau lien ou commencez une nouvelle vente.",
    },
    authorized: {
      label: "Approuvé",
      means: "Sezzle a approuvé l'achat. Rien n'est pris tant que vous n'avez pas encaissé.",
      say: "C'est approuvé. Je termine ici.",
      next: "Encaissez avant la fin du délai.",
    },
    partially_captured: {
      label: "Encaissé en partie",
      means: "Une partie du montant est encaissée. Le reste peut encore être encaissé ou libéré.",
      say: "Une partie est payée. Je termine le reste.",
      next: "Encaissez le reste ou libérez-le avant la fin du délai.",
    },
    captured: {
      label: "Payé",
      means: "Sezzle a pris le paiement.",
      say: "Tout est payé. Merci!",
      next: "Remettez la marchandise.",
    },
    released: {
      label: "Non facturé",
      means: "Le montant approuvé a été libéré. Le client n'est pas facturé.",
      say: "C'est libéré. Rien ne vous est facturé.",
      next: "Commencez une nouvelle vente ou envoyez un nouveau lien pour celle-ci.",
    },
    authorization_expired: {
      label: "Non facturé",
      means: "L'approbation a expiré avant tout encaissement. Le client n'est pas facturé.",
      say: "L'approbation a expiré, donc rien n'a été facturé. Je peux envoyer un nouveau lien.",
      next: "Si la marchandise est déjà partie, envoyez un nouveau lien maintenant. Un gérant peut faire approuver la vente de nouveau, en présence du client.",
    },
    partially_refunded: {
      label: "Remboursé en partie",
      means: "Une partie du paiement a été rendue; le reste demeure payé.",
      say: "Votre remboursement est en route. Sezzle l'affiche dans votre plan.",
      next: "Rien d'autre à faire.",
    },
    refunded: {
      label: "Remboursé",
      means: "Tout le paiement a été rendu.",
      say: "Tout est remboursé. Sezzle l'affiche dans votre plan.",
      next: "Rien d'autre à faire.",
    },
  },
});

/**
 * The words for a status: what it means, what to say to the shopper and what to do. A denial stays neutral about the shopper. What is
 * said aloud is asked for in the shopper's locale, all else in the reader's.
 */
export function statusWords(status: SaleStatus, locale: string): StatusWords {
  return { ...wordsIn(words, locale)[status], tone: statusTones[status] };
}
