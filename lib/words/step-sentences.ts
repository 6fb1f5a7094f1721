import { defineWords } from "../language.ts";

/** The sentences about the amounts of a sale's steps. Amounts and moments are given written for people. */
export const stepSentences = defineWords({
  en: {
    until: (until: string | null) => (until ? ` until ${until}` : ""),
    taken: (amount: string) => `Sezzle takes ${amount} from the shopper's plan.`,
    released: (amount: string) => `${amount} is no longer held for this sale and cannot be taken any more.`,
    nothingLeft: "Nothing is left to take after that.",
    left: (amount: string, until: string) => `${amount} can still be taken${until}.`,
    staysPaid: (amount: string) => `${amount} stays paid.`,
    nothingStaysPaid: "Nothing stays paid.",
    refunded: (amount: string, stays: string) =>
      `The shopper gets ${amount} back. ${stays} The shopper sees the refund in their Sezzle plan.`,
    additional: (amount: string, at: string) =>
      `This is another refund, in addition to ${amount} refunded at ${at}.`,
    letGo: (amount: string, at: string) =>
      `A refund of ${amount} asked for at ${at} was closed without Sezzle's answer. If Sezzle made it after all, the shopper gets both.`,
    partTaken: (taken: string, approved: string, left: string, until: string) =>
      `${taken} of ${approved} taken; ${left} can be taken${until}.`,
    partReleased: (taken: string, approved: string, released: string) =>
      `${taken} of ${approved} taken; ${released} not charged.`,
    partRefunded: (refunded: string, taken: string, stays: string, isElsewhere: boolean) =>
      `${refunded} of ${taken} refunded${isElsewhere ? " (in part from Sezzle's dashboard)" : ""}; ${stays} stays paid.`,
    shows: (captured: string, released: string, refunded: string) =>
      `Sezzle's order shows ${captured} captured, ${released} released and ${refunded} refunded.`,
    compare:
      "Compare with Sezzle's dashboard first. Nothing more is sent for this request, and it can be asked for anew.",
    ifRefunded: "If Sezzle did it after all, another refund gives the money back twice.",
    ifCaptured: "If Sezzle did it after all, the sale turns to paid by itself.",
    ifDone: "If Sezzle did it after all, the sale shows it by itself.",
    sendAgain: {
      over: (amount: string) =>
        `The first link is over, so nobody can pay twice. A new one is sent for ${amount}.`,
      replace: (amount: string) =>
        `The link that was sent stops working first, then a new one is sent for ${amount}. If the shopper finishes the first one before that, no new one is sent.`,
      doubtful: (amount: string) =>
        `A new link is sent for ${amount}. If the shopper pays the first one after all, the sale shows it and the new link is closed.`,
    },
    mayStillBePaid: (until: string) =>
      `It is not known whether the first link was sent. If it was, it can be paid until ${until}, and so can the new one. Ask the shopper for the first message before you go on.`,
    closeOtherApproved: (amount: string) =>
      `${amount} was approved on another link of this sale. It is released: the shopper is not charged for it.`,
    closeOtherLink:
      "Another link of this sale still works. It is deleted, so that the shopper cannot pay twice.",
    reauthorize: (amount: string) =>
      `Sezzle is asked to approve ${amount} again, as a new order with a new plan for the shopper. Do this only with the shopper here and agreed. Nothing is taken until you capture.`,
  },
  fr: {
    until: (until: string | null) => (until ? ` (limite : ${until})` : ""),
    taken: (amount: string) => `Sezzle prend ${amount} sur le plan du client.`,
    released: (amount: string) =>
      `${amount} n'est plus réservé pour cette vente et ne pourra plus être encaissé.`,
    nothingLeft: "Il ne restera rien à encaisser ensuite.",
    left: (amount: string, until: string) => `${amount} pourra encore être encaissé${until}.`,
    staysPaid: (amount: string) => `${amount} demeure payé.`,
    nothingStaysPaid: "Rien ne demeure payé.",
    refunded: (amount: string, stays: string) =>
      `Le client récupère ${amount}. ${stays} Le client voit le remboursement dans son plan Sezzle.`,
    additional: (amount: string, at: string) =>
      `C'est un autre remboursement, en plus de ${amount} déjà remboursé (${at}).`,
    letGo: (amount: string, at: string) =>
      `Un remboursement de ${amount} (demandé : ${at}) a été fermé sans réponse de Sezzle. Si Sezzle l'a fait malgré tout, le client reçoit les deux.`,
    partTaken: (taken: string, approved: string, left: string, until: string) =>
      `${taken} sur ${approved} encaissé; ${left} peut être encaissé${until}.`,
    partReleased: (taken: string, approved: string, released: string) =>
      `${taken} sur ${approved} encaissé; ${released} non facturé.`,
    partRefunded: (refunded: string, taken: string, stays: string, isElsewhere: boolean) =>
      `${refunded} sur ${taken} remboursé${isElsewhere ? " (en partie depuis le tableau de bord de Sezzle)" : ""}; ${stays} demeure payé.`,
    shows: (captured: string, released: string, refunded: string) =>
      `La commande chez Sezzle montre ${captured} encaissé, ${released} libéré et ${refunded} remboursé.`,
    compare:
      "Comparez d'abord avec le tableau de bord de Sezzle. Rien d'autre n'est envoyé pour cette demande, et elle peut être refaite.",
    ifRefunded: "Si Sezzle l'a fait malgré tout, un autre remboursement rend l'argent deux fois.",
    ifCaptured: "Si Sezzle l'a fait malgré tout, la vente passe à Payé d'elle-même.",
    ifDone: "Si Sezzle l'a fait malgré tout, la vente l'affiche d'elle-même.",
    sendAgain: {
      over: (amount: string) =>
        `Le premier lien n'est plus valable : personne ne peut payer deux fois. Un nouveau est envoyé pour ${amount}.`,
      replace: (amount: string) =>
        `Le lien envoyé cesse d'abord de fonctionner, puis un nouveau est envoyé pour ${amount}. Si le client termine le premier avant cela, aucun nouveau n'est envoyé.`,
      doubtful: (amount: string) =>
        `Un nouveau lien est envoyé pour ${amount}. Si le client paie le premier malgré tout, la vente l'affiche et le nouveau lien est fermé.`,
    },
    mayStillBePaid: (until: string) =>
      `On ne sait pas si le premier lien a été envoyé. S'il l'a été, il peut encore être payé (limite : ${until}), et le nouveau aussi. Demandez au client s'il a le premier message avant de continuer.`,
    closeOtherApproved: (amount: string) =>
      `${amount} a été approuvé sur un autre lien de cette vente. Ce montant est libéré : il n'est pas facturé au client.`,
    closeOtherLink:
      "Un autre lien de cette vente fonctionne encore. Il est supprimé, pour que le client ne puisse pas payer deux fois.",
    reauthorize: (amount: string) =>
      `On demande à Sezzle d'approuver ${amount} de nouveau, comme nouvelle commande avec un nouveau plan pour le client. À faire seulement en présence du client et avec son accord. Rien n'est pris tant que vous n'avez pas encaissé.`,
  },
});
