import { defineWords, wordsIn } from "../language.ts";
import type { DifferenceKind } from "../payout.ts";

/** What differs in one line, why that may be, and what to do about it. */
export type DifferenceWords = { title: string; why: string };

const differences = defineWords<Readonly<Record<DifferenceKind, DifferenceWords>>>({
  en: {
    missing_capture: {
      title: "Captured, and in no payout",
      why: "It was captured more than a week ago, and no payout has it. Ask Sezzle when it is paid out.",
    },
    missing_refund: {
      title: "Refunded, and in no payout",
      why: "It was refunded more than a week ago, and no payout has taken it back. Sezzle may still do so.",
    },
    amount_differs: {
      title: "Another amount than ours",
      why: "Sezzle pays out or takes back another amount than the order shows. Compare the order with Sezzle's dashboard.",
    },
    currency_differs: {
      title: "Another currency than the sale's",
      why: "The line is in another currency than its sale, so the amounts cannot be compared.",
    },
    twice: {
      title: "There twice",
      why: "This payout or an earlier one has a line for the same thing already. Sezzle should take one of them back.",
    },
    fee_twice: {
      title: "A fee that is there twice",
      why: "The order has more equal fees than it has captures, or more returned ones than refunds.",
    },
    unknown_order: {
      title: "An order nobody here knows",
      why: "Sezzle does not show this order to the till. It may be of another account, or a mistake.",
    },
    unknown_capture: {
      title: "A capture the order does not show",
      why: "Sezzle pays out for something that its own order does not list as captured.",
    },
    unknown_refund: {
      title: "A refund we do not know",
      why: "Sezzle takes back a refund that its own order does not list. Ask Sezzle who made it.",
    },
    chargeback_without_dispute: {
      title: "A chargeback without a dispute",
      why: "Sezzle takes the amount back, and no dispute about this order was reported to the till. Look for it in Sezzle's dashboard.",
    },
    reversal_without_chargeback: {
      title: "A chargeback reversed that was never taken",
      why: "Sezzle gives back a chargeback that no payout here has.",
    },
    correction: {
      title: "A correction by Sezzle",
      why: "Sezzle corrects something it paid out before. Nothing says what: ask Sezzle, and note it here.",
    },
    interest_transfer: {
      title: "Moved to or from the interest account",
      why: "It is no sale's money. Check that it was wanted.",
    },
    referral_transfer: {
      title: "Referral revenue",
      why: "Sezzle pays for shoppers who were referred. It is no sale's money.",
    },
    bank_withdrawal: {
      title: "Taken from the bank account",
      why: "Sezzle collected what the merchant owed it from the bank account. Check the account.",
    },
    bank_withdrawal_reversal: {
      title: "Taken from the bank account, and reversed",
      why: "What Sezzle collected from the bank account did not go through. Check the account.",
    },
    monthly_fee: {
      title: "A monthly fee",
      why: "Sezzle charges it for the account. It belongs to no sale.",
    },
    monthly_fee_refund: {
      title: "A monthly fee refunded",
      why: "Sezzle gives a fee for the account back. It belongs to no sale.",
    },
    unknown_type: {
      title: "A kind of line the till does not know",
      why: "Sezzle uses a type that its documentation did not have. It is counted, and somebody has to say what it is.",
    },
    total_differs: {
      title: "A total that its lines do not come to",
      why: "Sezzle's own total is another than the sum of its lines.",
    },
    net_differs: {
      title: "The net is not the sum of the lines",
      why: "What Sezzle says it pays is another amount than all lines come to.",
    },
    summary_differs: {
      title: "List and details name different amounts",
      why: "Sezzle's list of payouts names another net than the payout's own details.",
    },
  },
  fr: {
    missing_capture: {
      title: "Encaissé, et dans aucun versement",
      why: "C'est encaissé depuis plus d'une semaine, et aucun versement ne le contient. Demandez à Sezzle quand ce sera versé.",
    },
    missing_refund: {
      title: "Remboursé, et dans aucun versement",
      why: "C'est remboursé depuis plus d'une semaine, et aucun versement ne l'a repris. Sezzle peut encore le faire.",
    },
    amount_differs: {
      title: "Un autre montant que le nôtre",
      why: "Sezzle verse ou reprend un autre montant que celui de la commande. Comparez la commande avec le tableau de bord de Sezzle.",
    },
    currency_differs: {
      title: "Une autre devise que celle de la vente",
      why: "La ligne est dans une autre devise que sa vente : les montants ne peuvent pas être comparés.",
    },
    twice: {
      title: "Présent deux fois",
      why: "Ce versement ou un précédent a déjà une ligne pour la même chose. Sezzle devrait en reprendre une.",
    },
    fee_twice: {
      title: "Des frais présents deux fois",
      why: "La commande a plus de frais égaux que d'encaissements, ou plus de frais rendus que de remboursements.",
    },
    unknown_order: {
      title: "Une commande que personne ne connaît ici",
      why: "Sezzle ne montre pas cette commande à la caisse. Elle vient peut-être d'un autre compte, ou d'une erreur.",
    },
    unknown_capture: {
      title: "Un encaissement que la commande ne montre pas",
      why: "Sezzle verse quelque chose que sa propre commande n'indique pas comme encaissé.",
    },
    unknown_refund: {
      title: "Un remboursement que nous ne connaissons pas",
      why: "Sezzle reprend un remboursement que sa propre commande n'indique pas. Demandez à Sezzle qui l'a fait.",
    },
    chargeback_without_dispute: {
      title: "Une rétrofacturation sans litige",
      why: "Sezzle reprend le montant, et aucun litige sur cette commande n'a été signalé à la caisse. Cherchez-le dans le tableau de bord de Sezzle.",
    },
    reversal_without_chargeback: {
      title: "Une rétrofacturation annulée qui n'a jamais été prise",
      why: "Sezzle rend une rétrofacturation qu'aucun versement ici ne contient.",
    },
    correction: {
      title: "Une correction de Sezzle",
      why: "Sezzle corrige quelque chose qui a été versé auparavant. Rien ne dit quoi : demandez à Sezzle, et notez-le ici.",
    },
    interest_transfer: {
      title: "Virement du compte d'intérêts ou vers lui",
      why: "Ce n'est l'argent d'aucune vente. Vérifiez que c'était voulu.",
    },
    referral_transfer: {
      title: "Revenus de recommandation",
      why: "Sezzle paie pour des clients recommandés. Ce n'est l'argent d'aucune vente.",
    },
    bank_withdrawal: {
      title: "Prélevé sur le compte bancaire",
      why: "Sezzle a prélevé sur le compte bancaire ce que le marchand lui devait. Vérifiez le compte.",
    },
    bank_withdrawal_reversal: {
      title: "Prélevé sur le compte bancaire, puis annulé",
      why: "Ce que Sezzle a prélevé sur le compte bancaire n'est pas passé. Vérifiez le compte.",
    },
    monthly_fee: {
      title: "Des frais mensuels",
      why: "Sezzle les facture pour le compte. Ils ne se rapportent à aucune vente.",
    },
    monthly_fee_refund: {
      title: "Des frais mensuels remboursés",
      why: "Sezzle rend des frais du compte. Ils ne se rapportent à aucune vente.",
    },
    unknown_type: {
      title: "Un type de ligne que la caisse ne connaît pas",
      why: "Sezzle utilise un type absent de sa documentation. Il est compté, et quelqu'un doit dire ce que c'est.",
    },
    total_differs: {
      title: "Un total qui n'est pas celui de ses lignes",
      why: "Le total de Sezzle est autre que la somme de ses lignes.",
    },
    net_differs: {
      title: "Le net n'est pas la somme des lignes",
      why: "Ce que Sezzle dit verser est un autre montant que celui de toutes les lignes.",
    },
    summary_differs: {
      title: "La liste et le détail donnent des montants différents",
      why: "La liste des versements de Sezzle donne un autre net que le détail du versement.",
    },
  },
});

/** What a difference is, in words. */
export function differenceWords(kind: DifferenceKind, locale: string): DifferenceWords {
  return wordsIn(differences, locale)[kind];
}
