import type { Problem } from "#lib/problem.ts";

/** The shopper completed the checkout before it could be deleted. */
export const shopperFinishedFirst: Problem = {
  code: "shopper_finished_first",
  happened: "The shopper finished first, so the sale was not cancelled.",
  money: "Sezzle has approved the payment. Nothing has been taken yet.",
  next: "Capture it, or release it so that the shopper is not charged.",
  fr: {
    happened: "Le client a terminé avant : la vente n'a pas été annulée.",
    money: "Sezzle a approuvé le paiement. Rien n'a encore été pris.",
    next: "Encaissez-le, ou libérez-le pour que le client ne soit pas facturé.",
  },
};

/** Sezzle answered a reauthorization, and did not approve it. */
export const notApprovedAgain: Problem = {
  code: "not_approved",
  happened: "Sezzle did not approve the sale again.",
  money: "Nothing has been approved or taken. The shopper is not charged.",
  next: "Send a new link, or take another way to pay. Sezzle tells the shopper why, not the shop.",
  fr: {
    happened: "Sezzle n'a pas approuvé la vente de nouveau.",
    money: "Rien n'a été approuvé ni pris. Le client n'est pas facturé.",
    next: "Envoyez un nouveau lien ou proposez un autre mode de paiement. Sezzle explique pourquoi au client, pas au magasin.",
  },
};

/** A later receipt number took this one's place. */
export const superseded: Problem = {
  code: "superseded",
  happened: "A later receipt number took the place of this one.",
  money: "The payment is not affected.",
  next: "Look at the receipt number the sale shows.",
  fr: {
    happened: "Un numéro de reçu plus récent a remplacé celui-ci.",
    money: "Le paiement n'est pas touché.",
    next: "Regardez le numéro de reçu que la vente indique.",
  },
};

/** The checkout was over before it could be deleted. */
export const alreadyOver: Problem = {
  code: "already_over",
  happened: "The checkout was over before it could be cancelled.",
  money: "Nothing has been taken.",
  next: "Look at what the sale shows.",
  fr: {
    happened: "La demande de paiement était déjà close avant de pouvoir être annulée.",
    money: "Rien n'a été pris.",
    next: "Regardez ce que la vente indique.",
  },
};
