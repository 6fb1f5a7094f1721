import type { Currency } from "#lib/money.ts";
import { amountInBoth, type Problem } from "#lib/problem.ts";

const nothingSent = "Nothing was sent to Sezzle.";
const nothingSentInFrench = "Rien n'a été envoyé à Sezzle.";

/** A wish's id came back for something else. */
export const reusedWish: Problem = {
  code: "reused_wish",
  happened: "This request was already used for something else.",
  money: nothingSent,
  next: "Go back to the sale and try again.",
  fr: {
    happened: "Cette demande a déjà servi à autre chose.",
    money: nothingSentInFrench,
    next: "Revenez à la vente et réessayez.",
  },
};

/** A money operation of the sale has no end yet. */
export const busy: Problem = {
  code: "busy",
  happened: "Something else is already under way on this sale.",
  money: "Nothing more was sent to Sezzle.",
  next: "Wait until the sale shows how it ended.",
  fr: {
    happened: "Autre chose est déjà en cours sur cette vente.",
    money: "Rien de plus n'a été envoyé à Sezzle.",
    next: "Attendez que la vente en montre l'issue.",
  },
};

/** The sale is not what its person saw. */
export const stale = {
  code: "stale",
  happened: "This sale has changed since you looked at it.",
  money: nothingSent,
  next: "Look at what it shows now, then decide again.",
  fr: {
    happened: "Cette vente a changé depuis que vous l'avez regardée.",
    money: nothingSentInFrench,
    next: "Regardez ce qu'elle indique maintenant, puis décidez de nouveau.",
  },
} satisfies Problem;

/** A refund without a reason. */
export const noReason: Problem = {
  code: "no_reason",
  happened: "A refund needs a reason.",
  money: nothingSent,
  next: "Choose a reason.",
  field: "reason",
  fr: {
    happened: "Un remboursement demande un motif.",
    money: nothingSentInFrench,
    next: "Choisissez un motif.",
  },
};

/** What may not fit what a sale is now. */
export type Impossible = "cancel" | "capture" | "release" | "refund" | "close_other" | "reauthorize";

const impossible: Record<Impossible, { en: string; fr: string }> = {
  cancel: { en: "cancel this sale", fr: "d'annuler cette vente" },
  capture: { en: "capture anything here", fr: "d'encaisser quoi que ce soit ici" },
  release: { en: "release anything here", fr: "de libérer quoi que ce soit ici" },
  refund: { en: "refund anything here", fr: "de rembourser quoi que ce soit ici" },
  close_other: { en: "close this link", fr: "de fermer ce lien" },
  reauthorize: { en: "have this sale approved again", fr: "de faire approuver cette vente de nouveau" },
};

/** What is asked for does not fit what the sale is now. */
export function notPossible(what: Impossible): Problem {
  return {
    code: "not_possible",
    happened: `It is not possible to ${impossible[what].en} now.`,
    money: nothingSent,
    next: "Look at what the sale shows now.",
    fr: {
      happened: `Il n'est pas possible ${impossible[what].fr} maintenant.`,
      money: nothingSentInFrench,
      next: "Regardez ce que la vente indique maintenant.",
    },
  };
}

const inFrench = { capture: "encaisser", release: "libérer", refund: "rembourser" };

/** The amount is not within what is left. */
export function tooMuch(
  what: "capture" | "release" | "refund",
  mostCents: number,
  currency: Currency,
): Problem {
  const most = amountInBoth(mostCents, currency);
  return {
    code: "wrong_amount",
    happened: `You can ${what} ${most.en} at most.`,
    money: nothingSent,
    next: "Change the amount.",
    field: "amount",
    fr: {
      happened: `Vous pouvez ${inFrench[what]} ${most.fr} au maximum.`,
      money: nothingSentInFrench,
      next: "Changez le montant.",
    },
  };
}

/** An equal refund was made before, and this one was not confirmed to come in addition. */
export function equalRefund(amountCents: number, currency: Currency, isLetGo: boolean): Problem {
  const amount = amountInBoth(amountCents, currency);
  return {
    code: "equal_refund",
    happened: isLetGo
      ? `A refund of ${amount.en} on this sale was closed without Sezzle's answer, and may have been made.`
      : `${amount.en} has already been refunded on this sale.`,
    money: "Nothing more was sent to Sezzle.",
    next: "If this is another refund in addition to it, say so and refund again.",
    fr: {
      happened: isLetGo
        ? `Un remboursement de ${amount.fr} sur cette vente a été fermé sans réponse de Sezzle, et a peut-être été fait.`
        : `${amount.fr} a déjà été remboursé sur cette vente.`,
      money: "Rien de plus n'a été envoyé à Sezzle.",
      next: "Si c'est un autre remboursement qui s'y ajoute, dites-le et remboursez de nouveau.",
    },
  };
}

/** More than the person may still refund alone today. */
export function overLimit(leftCents: number, currency: Currency): Problem {
  const left = amountInBoth(leftCents, currency);
  return {
    code: "over_refund_limit",
    happened: `You can refund ${left.en} more today on your own.`,
    money: nothingSent,
    next: "Have a manager approve this refund, here or on their own screen.",
    field: "amount",
    fr: {
      happened: `Vous pouvez encore rembourser ${left.fr} aujourd'hui sans approbation.`,
      money: nothingSentInFrench,
      next: "Faites approuver ce remboursement par un gérant, ici ou sur son propre écran.",
    },
  };
}
