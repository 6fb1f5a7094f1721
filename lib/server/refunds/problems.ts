import type { Problem } from "#lib/problem.ts";

const nothingSent = "Nothing was sent to Sezzle.";
const nothingSentInFrench = "Rien n'a été envoyé à Sezzle.";

export const unknownRequest: Problem = {
  code: "unknown_request",
  happened: "Nobody asks for this refund.",
  money: nothingSent,
  next: "Look at what the sale shows now.",
  fr: {
    happened: "Personne ne demande ce remboursement.",
    money: nothingSentInFrench,
    next: "Regardez ce que la vente indique maintenant.",
  },
};

export const ownRequest: Problem = {
  code: "yourself",
  happened: "You asked for this refund yourself.",
  money: nothingSent,
  next: "Somebody else has to approve it.",
  fr: {
    happened: "Vous avez demandé ce remboursement vous-même.",
    money: nothingSentInFrench,
    next: "Une autre personne doit l'approuver.",
  },
};

export const notYourRequest: Problem = {
  code: "not_allowed",
  happened: "Somebody else asked for this refund.",
  money: nothingSent,
  next: "They can withdraw it, and a manager can decline it.",
  fr: {
    happened: "Une autre personne a demandé ce remboursement.",
    money: nothingSentInFrench,
    next: "Cette personne peut le retirer, et un gérant peut le refuser.",
  },
};

export const noApprovalNeeded: Problem = {
  code: "no_approval_needed",
  happened: "You may refund without a limit.",
  money: nothingSent,
  next: "Make the refund yourself.",
  fr: {
    happened: "Vous pouvez rembourser sans limite.",
    money: nothingSentInFrench,
    next: "Faites le remboursement vous-même.",
  },
};

/** Another refund of the sale waits for a manager. */
export function alreadyAsked(person: string): Problem {
  return {
    code: "already_asked",
    happened: `A refund that ${person} asked for waits for a manager on this sale.`,
    money: nothingSent,
    next: "Wait until it is decided or withdrawn.",
    fr: {
      happened: `Un remboursement demandé par ${person} attend un gérant sur cette vente.`,
      money: nothingSentInFrench,
      next: "Attendez qu'il soit décidé ou retiré.",
    },
  };
}

const inFrench = { approved: "approuvé", declined: "refusé", withdrawn: "retiré" };

/** Somebody was first. */
export function alreadyDecided(how: "approved" | "declined" | "withdrawn", person: string | null): Problem {
  return {
    code: "already_decided",
    happened: person
      ? `${person} has already ${how} this refund.`
      : "This refund no longer fits the sale, and was declined.",
    money: how === "approved" ? "It is refunded once, not twice." : nothingSent,
    next: "Look at what the sale shows now.",
    fr: {
      happened: person
        ? `${person} a déjà ${inFrench[how]} ce remboursement.`
        : "Ce remboursement ne convient plus à la vente et a été refusé.",
      money: how === "approved" ? "Il est remboursé une fois, pas deux." : nothingSentInFrench,
      next: "Regardez ce que la vente indique maintenant.",
    },
  };
}

/** The PIN does not open. */
export const wrongPin: Problem = {
  code: "wrong_pin",
  happened: "The PIN is not right.",
  money: nothingSent,
  next: "Type it again.",
  field: "pin",
  fr: {
    happened: "Le NIP n'est pas le bon.",
    money: nothingSentInFrench,
    next: "Tapez-le de nouveau.",
  },
};

/** After too many wrong PINs. */
export const tooManyPins: Problem = {
  code: "too_many",
  happened: "There were too many wrong PINs.",
  money: nothingSent,
  next: "Ask on the managers' screens, or wait a quarter of an hour.",
  fr: {
    happened: "Il y a eu trop de NIP erronés.",
    money: nothingSentInFrench,
    next: "Demandez sur les écrans des gérants, ou attendez un quart d'heure.",
  },
};

/** Whom the screen offered can no longer approve here. */
export const cannotApprove: Problem = {
  code: "cannot_approve",
  happened: "This person cannot approve in this store, or has no PIN.",
  money: nothingSent,
  next: "Choose another manager, or ask on the managers' screens.",
  fr: {
    happened: "Cette personne ne peut pas approuver dans ce magasin, ou n'a pas de NIP.",
    money: nothingSentInFrench,
    next: "Choisissez un autre gérant, ou demandez sur les écrans des gérants.",
  },
};
