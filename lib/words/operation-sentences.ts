import { defineWords } from "../language.ts";
import type { OperationKind } from "../operation.ts";

type KindWords = {
  noun: string;
  /** With its article: what something was done about. */
  the: string;
  /** As something being done. `what` is the amount, or a word for it. */
  underWay: (what: string) => string;
  lost: { money: string; next: string };
};

type OperationWords = {
  of: (noun: string, amount: string) => string;
  it: string;
  lost: (the: string) => string;
  lostLink: string;
  kinds: Record<OperationKind, KindWords>;
  newLink: { underWay: string; lost: { money: string; next: string } };
  otherOrder: { underWay: string; lost: { money: string; next: string } };
};

/** What is said of each kind of operation; amounts are given written for people. */
export const operationSentences = defineWords<OperationWords>({
  en: {
    of: (noun, amount) => `${noun} of ${amount}`,
    it: "it",
    lost: (the) => `Sezzle's answer to ${the} was lost.`,
    lostLink: "Sezzle's answer to the request for a link was lost.",
    kinds: {
      open_checkout: {
        noun: "link",
        the: "the link",
        underWay: () => "Sending the link",
        lost: {
          money: "The shopper may or may not have the link.",
          next: "If it arrived, the shopper can finish: it will show here.",
        },
      },
      cancel_checkout: {
        noun: "cancellation",
        the: "the cancellation",
        underWay: () => "Cancelling the sale",
        lost: {
          money: "The link may or may not still work.",
          next: "Do not tell the shopper that it is cancelled yet.",
        },
      },
      capture: {
        noun: "capture",
        the: "the capture",
        underWay: (what) => `Taking ${what}`,
        lost: {
          money: "The money may or may not have been taken.",
          next: "Do not take another payment for it.",
        },
      },
      release: {
        noun: "release",
        the: "the release",
        underWay: (what) => `Releasing ${what}`,
        lost: {
          money: "The amount may or may not have been released.",
          next: "Do not tell the shopper that it is released yet.",
        },
      },
      refund: {
        noun: "refund",
        the: "the refund",
        underWay: (what) => `Refunding ${what}`,
        lost: {
          money: "The money may or may not have been given back.",
          next: "Do not refund it another way.",
        },
      },
      set_reference: {
        noun: "receipt number",
        the: "the receipt number",
        underWay: () => "Setting the receipt number",
        lost: {
          money: "This changes no money.",
          next: "Sezzle may show the old or the new number.",
        },
      },
      reauthorize: {
        noun: "new approval",
        the: "the new approval",
        underWay: () => "Asking for approval again",
        lost: {
          money: "The sale may or may not be approved again. Nothing has been taken.",
          next: "Do not send another link for it.",
        },
      },
    },
    newLink: {
      underWay: "Replacing the link",
      lost: {
        money: "The link may or may not still work. No new one was sent yet.",
        next: "The new link goes out by itself once Sezzle shows that the first one is over.",
      },
    },
    otherOrder: {
      underWay: "Closing the other link",
      lost: {
        money: "The other link of this sale may or may not be closed yet.",
        next: "The till takes no more than the sale's amount.",
      },
    },
  },
  fr: {
    of: (noun, amount) => `${noun} de ${amount}`,
    it: "le montant",
    lost: (the) => `La réponse de Sezzle pour ${the} a été perdue.`,
    lostLink: "La réponse de Sezzle à la demande de lien a été perdue.",
    kinds: {
      open_checkout: {
        noun: "lien",
        the: "le lien",
        underWay: () => "Envoi du lien",
        lost: {
          money: "On ne sait pas si le client a reçu le lien.",
          next: "S'il est arrivé, le client peut terminer : le résultat s'affichera ici.",
        },
      },
      cancel_checkout: {
        noun: "annulation",
        the: "l'annulation",
        underWay: () => "Annulation de la vente",
        lost: {
          money: "On ne sait pas si le lien fonctionne encore.",
          next: "Ne dites pas encore au client que c'est annulé.",
        },
      },
      capture: {
        noun: "encaissement",
        the: "l'encaissement",
        underWay: (what) => `Encaissement : ${what}`,
        lost: {
          money: "On ne sait pas si l'argent a été pris.",
          next: "N'acceptez pas d'autre paiement pour cette vente.",
        },
      },
      release: {
        noun: "libération",
        the: "la libération",
        underWay: (what) => `Libération : ${what}`,
        lost: {
          money: "On ne sait pas si le montant a été libéré.",
          next: "Ne dites pas encore au client que c'est libéré.",
        },
      },
      refund: {
        noun: "remboursement",
        the: "le remboursement",
        underWay: (what) => `Remboursement : ${what}`,
        lost: {
          money: "On ne sait pas si l'argent a été rendu.",
          next: "Ne le remboursez pas autrement.",
        },
      },
      set_reference: {
        noun: "numéro de reçu",
        the: "le numéro de reçu",
        underWay: () => "Enregistrement du numéro de reçu",
        lost: {
          money: "Cela ne change rien à l'argent.",
          next: "Sezzle peut afficher l'ancien numéro ou le nouveau.",
        },
      },
      reauthorize: {
        noun: "nouvelle approbation",
        the: "la nouvelle approbation",
        underWay: () => "Nouvelle demande d'approbation",
        lost: {
          money: "On ne sait pas si la vente est approuvée de nouveau. Rien n'a été pris.",
          next: "N'envoyez pas d'autre lien pour cette vente.",
        },
      },
    },
    newLink: {
      underWay: "Remplacement du lien",
      lost: {
        money: "On ne sait pas si le lien fonctionne encore. Aucun nouveau lien n'a encore été envoyé.",
        next: "Le nouveau lien partira tout seul dès que Sezzle montrera que le premier n'est plus valable.",
      },
    },
    otherOrder: {
      underWay: "Fermeture de l'autre lien",
      lost: {
        money: "On ne sait pas si l'autre lien de cette vente est déjà fermé.",
        next: "La caisse n'encaisse pas plus que le montant de la vente.",
      },
    },
  },
});
