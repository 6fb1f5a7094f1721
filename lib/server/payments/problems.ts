import type { Operation } from "#db/queries/operations.ts";
import type { Language } from "#lib/language.ts";
import type { OperationKind } from "#lib/operation.ts";
import { amountInBoth, type Problem } from "#lib/problem.ts";
import { WrongMerchantError } from "../gateway.ts";
import { GatewayError, type GatewayErrorDetail } from "../sezzle/gateway-error.ts";

type Both = Record<Language, string>;

/** What was asked for, to follow "Sezzle refused to" and « Sezzle a refusé », and what has not come of it. */
const verbs: Record<OperationKind, { doing: Both; undone: Both }> = {
  open_checkout: {
    doing: { en: "send the link for", fr: "d'envoyer le lien pour" },
    undone: {
      en: "No link was sent and nothing can be paid.",
      fr: "Aucun lien n'a été envoyé et rien ne peut être payé.",
    },
  },
  cancel_checkout: {
    doing: { en: "cancel the sale", fr: "d'annuler la vente" },
    undone: { en: "Nothing has been taken by this.", fr: "Rien n'a été pris par cela." },
  },
  capture: {
    doing: { en: "capture", fr: "d'encaisser" },
    undone: { en: "Nothing was taken.", fr: "Rien n'a été pris." },
  },
  release: {
    doing: { en: "release", fr: "de libérer" },
    undone: { en: "Nothing was released.", fr: "Rien n'a été libéré." },
  },
  refund: {
    doing: { en: "refund", fr: "de rembourser" },
    undone: { en: "Nothing was refunded.", fr: "Rien n'a été remboursé." },
  },
  set_reference: {
    doing: { en: "set the receipt number", fr: "d'enregistrer le numéro de reçu" },
    undone: { en: "The payment is not affected.", fr: "Le paiement n'est pas touché." },
  },
  reauthorize: {
    doing: { en: "approve the sale again", fr: "d'approuver la vente de nouveau" },
    undone: { en: "Nothing has been approved or taken.", fr: "Rien n'a été approuvé ni pris." },
  },
};

/** What an operation that Sezzle refused, or that never reached it, is told as. */
export function refusedProblem(operation: Operation, error: unknown): Problem {
  const { undone } = verbs[operation.kind];
  const what = whatWasAsked(operation);
  if (error instanceof WrongMerchantError) {
    return {
      code: "wrong_merchant",
      happened: `The till did not ask Sezzle to ${what.en}: its keys belong to another merchant.`,
      money: undone.en,
      next: "Tell whoever runs the till. It must be started with this shop's own keys.",
      fr: {
        happened: `La caisse n'a pas demandé à Sezzle ${what.fr} : ses clés sont celles d'un autre commerçant.`,
        money: undone.fr,
        next: "Avisez la personne responsable de la caisse : il faut la démarrer avec les clés de ce commerce.",
      },
    };
  }
  const gatewayError = error instanceof GatewayError ? error : null;
  const technical = technicalOf(gatewayError);
  if (!gatewayError || gatewayError.outcome === "not_sent" || gatewayError.call === "authenticate") {
    return {
      code: "not_sent",
      happened: `Sezzle could not be reached to ${what.en}.`,
      money: undone.en,
      next: "Check the internet connection and try again. It is safe to try again.",
      technical,
      fr: {
        happened: `Impossible de joindre Sezzle afin ${what.fr}.`,
        money: undone.fr,
        next: "Vérifiez la connexion Internet et réessayez. Vous pouvez réessayer sans risque.",
      },
    };
  }
  if (gatewayError.status === 429) {
    return {
      code: "too_busy",
      happened: `Sezzle is too busy to ${what.en} right now.`,
      money: undone.en,
      next: "Wait a few seconds and try again. It is safe to try again.",
      technical,
      fr: {
        happened: `Sezzle est trop occupé en ce moment pour accepter ${what.fr}.`,
        money: undone.fr,
        next: "Attendez quelques secondes et réessayez. Vous pouvez réessayer sans risque.",
      },
    };
  }
  const said = gatewayError.errors[0]?.message?.replace(/\.$/, "");
  const { field, en, fr } = whatToChange(operation.kind, gatewayError.errors);
  return {
    code: "refused",
    happened: `Sezzle refused to ${what.en}${said ? `: “${said}”.` : "."}`,
    money: undone.en,
    next: en,
    ...(field ? { field } : {}),
    technical,
    fr: {
      happened: `Sezzle a refusé ${what.fr}${said ? ` : « ${said} ».` : "."}`,
      money: undone.fr,
      next: fr,
    },
  };
}

function whatWasAsked({ kind, amountCents, currency }: Operation): Both {
  const { doing } = verbs[kind];
  if (!amountCents) return doing;
  const amount = amountInBoth(amountCents, currency);
  return { en: `${doing.en} ${amount.en}`, fr: `${doing.fr} ${amount.fr}` };
}

function whatToChange(kind: OperationKind, errors: GatewayErrorDetail[]): Both & { field?: string } {
  const location = errors[0]?.location ?? "";
  if (kind !== "open_checkout") {
    return {
      en: "Look at what the sale shows now, and ask a manager if this does not fit.",
      fr: "Regardez ce que la vente indique maintenant, et consultez un gérant si cela ne convient pas.",
    };
  }
  if (/amount/.test(location)) {
    return {
      en: "Change the amount, or take another way to pay.",
      fr: "Changez le montant ou proposez un autre mode de paiement.",
      field: "amount",
    };
  }
  if (/phone|email|send_checkout_url/.test(location)) {
    return {
      en: "Check the mobile number or e-mail and send again.",
      fr: "Vérifiez le numéro mobile ou le courriel et envoyez de nouveau.",
      field: "contact",
    };
  }
  return {
    en: "Check what was entered and send again, or take another way to pay.",
    fr: "Vérifiez ce qui a été entré et envoyez de nouveau, ou proposez un autre mode de paiement.",
  };
}

/** What is kept of an operation whose answer was lost, for the history; screens have words of their own for each kind. */
export function unconfirmedProblem(error: unknown): Problem {
  return {
    code: "unconfirmed",
    happened: "Sezzle's answer was lost.",
    money: "It is not known whether Sezzle did it.",
    next: "Ask Sezzle now to find out.",
    technical: technicalOf(error instanceof GatewayError ? error : null),
    fr: {
      happened: "La réponse de Sezzle a été perdue.",
      money: "On ne sait pas si Sezzle l'a fait.",
      next: "Demandez à Sezzle pour le savoir.",
    },
  };
}

/** What an operation is told as whose process ended before it was sent. */
export function abandonedProblem(operation: Operation): Problem {
  const what = whatWasAsked(operation);
  const { undone } = verbs[operation.kind];
  return {
    code: "abandoned",
    happened: `The till restarted before it could ask Sezzle to ${what.en}.`,
    money: undone.en,
    next: "Do it again if it is still wanted.",
    fr: {
      happened: `La caisse a redémarré avant de pouvoir demander à Sezzle ${what.fr}.`,
      money: undone.fr,
      next: "Recommencez si c'est encore voulu.",
    },
  };
}

function technicalOf(error: GatewayError | null): Problem["technical"] {
  if (!error) return undefined;
  const first = error.errors[0];
  return {
    code: first?.code ?? (error.status ? `HTTP ${error.status}` : error.reason),
    message: first?.message ?? error.message,
    debugUuid: first?.debugUuid ?? null,
  };
}
