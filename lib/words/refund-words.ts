import { defineWords, wordsIn } from "../language.ts";
import { formatMoney } from "../money.ts";
import type { SaleView } from "../sale-view.ts";

/** What is said about refunds that need a manager. Amounts and moments are given written for people. */
export const refundWords = defineWords({
  en: {
    /** That an amount is more than its person may give back alone. */
    overLimit: (left: string) =>
      `That is more than the ${left} you may still give back today on your own. A manager approves it: here with their PIN, or on their own screen.`,
    /** That nothing more may be given back alone. */
    nothingLeft:
      "Every refund needs a manager now: they approve it here with their PIN, or on their own screen.",
    /** That an amount which looked possible alone needs a manager after all. */
    approvalNeeded: "A manager approves it: here with their PIN, or on their own screen.",
    moreAsked: (count: number) => (count === 1 ? "One more refund waits." : `${count} more refunds wait.`),
    /** What asking means. */
    askConsequence: (amount: string) =>
      `The managers of this store are asked to approve a refund of ${amount}. Nothing is refunded until one of them does.`,
    askedLine: (person: string, amount: string) => `${person} asks to refund ${amount}`,
    askedDetail: (person: string, number: string, reason: string) =>
      `${person} asks for it on ${number}. Reason: ${reason}.`,
    additional: "It comes in addition to an equal refund.",
    /** What a sheet says when somebody else decided, or the sale changed under it. */
    decidedMeanwhile:
      "This refund was decided meanwhile, or the sale changed. Close this and look at what it says now.",
    whoApproves: "Who approves",
    pinOf: (person: string, count: number) => `${person}'s PIN${count > 1 ? ` (${count})` : ""}`,
    /** The choice beside the managers' names: nobody is here to type a PIN. */
    askScreens: "Ask on the managers' screens",
    approverMissing: "Choose who approves.",
    pinField: (person: string) => `PIN of ${person}`,
    pinLength: "A PIN has 4 to 8 digits.",
    waits: "A refund waits for a manager",
    waiting: "Waiting for a manager",
    asked: (person: string | null, amount: string, when: string) =>
      `${person ?? "You"} asked to refund ${amount} (${when}).`,
    reason: (reason: string) => `Reason: ${reason}.`,
    untilApproved: "Nothing is refunded until a manager approves it.",
    approve: "Approve…",
    decline: "Decline…",
    managerIsHere: "A manager is here…",
    withdraw: "Withdraw",
    withdrawing: "Withdrawing…",
    notRefunded: "Nothing was refunded for it.",
    approveTitle: (amount: string) => `Approve the refund of ${amount}?`,
    approveLabel: (amount: string) => `Approve ${amount}`,
    declineTitle: (amount: string) => `Decline the refund of ${amount}?`,
    declineConsequence: (person: string) => `Nothing is refunded, and ${person} is told so.`,
    declineLabel: "Decline",
    whyNot: "Why, in words (may be left empty)",
    decideNothing: "Back, decide nothing",
  },
  fr: {
    overLimit: (left: string) =>
      `C'est plus que les ${left} que vous pouvez encore rembourser aujourd'hui sans approbation. Un gérant l'approuve : ici avec son NIP, ou sur son propre écran.`,
    nothingLeft:
      "Tout remboursement demande maintenant l'approbation d'un gérant : ici avec son NIP, ou sur son propre écran.",
    approvalNeeded: "Un gérant l'approuve : ici avec son NIP, ou sur son propre écran.",
    moreAsked: (count: number) =>
      count === 1 ? "Un autre remboursement attend." : `${count} autres remboursements attendent.`,
    askConsequence: (amount: string) =>
      `On demande aux gérants de ce magasin d'approuver un remboursement de ${amount}. Rien n'est remboursé tant que l'un d'eux ne l'a pas fait.`,
    askedLine: (person: string, amount: string) => `${person} demande de rembourser ${amount}`,
    askedDetail: (person: string, number: string, reason: string) =>
      `${person} le demande pour ${number}. Motif : ${reason}.`,
    additional: "Il s'ajoute à un remboursement du même montant.",
    decidedMeanwhile:
      "Ce remboursement a été décidé entre-temps, ou la vente a changé. Fermez ceci et regardez ce qu'elle indique maintenant.",
    whoApproves: "Qui approuve",
    pinOf: (person: string, count: number) => `NIP de ${person}${count > 1 ? ` (${count})` : ""}`,
    askScreens: "Demander sur les écrans des gérants",
    approverMissing: "Choisissez qui approuve.",
    pinField: (person: string) => `NIP de ${person}`,
    pinLength: "Un NIP compte de 4 à 8 chiffres.",
    waits: "Un remboursement attend un gérant",
    waiting: "En attente d'un gérant",
    asked: (person: string | null, amount: string, when: string) =>
      `${person ? `${person} a` : "Vous avez"} demandé de rembourser ${amount} (${when}).`,
    reason: (reason: string) => `Motif : ${reason}.`,
    untilApproved: "Rien n'est remboursé tant qu'un gérant ne l'a pas approuvé.",
    approve: "Approuver…",
    decline: "Refuser…",
    managerIsHere: "Un gérant est ici…",
    withdraw: "Retirer",
    withdrawing: "Retrait…",
    notRefunded: "Rien n'a été remboursé pour cela.",
    approveTitle: (amount: string) => `Approuver le remboursement de ${amount}?`,
    approveLabel: (amount: string) => `Approuver ${amount}`,
    declineTitle: (amount: string) => `Refuser le remboursement de ${amount}?`,
    declineConsequence: (person: string) => `Rien n'est remboursé, et ${person} le verra.`,
    declineLabel: "Refuser",
    whyNot: "Pourquoi, en quelques mots (facultatif)",
    decideNothing: "Retour, ne rien décider",
  },
});

/** Who asks for how much, in a line: "Casey asks to refund $46.20". */
export function askedLine({ refundRequest: request, currency }: SaleView, locale: string): string {
  if (!request) return "";
  const amount = formatMoney(request.amountCents, currency, locale);
  return wordsIn(refundWords, locale).askedLine(request.askedBy, amount);
}

/** How many more refunds wait than are shown. */
export function moreAskedWords(count: number, locale: string): string {
  return wordsIn(refundWords, locale).moreAsked(count);
}

/** What a decision is about, beside the amount: whose wish, on which sale, and why. */
export function askedDetail({ number, refundRequest: request }: SaleView, locale: string): string {
  if (!request) return "";
  const words = wordsIn(refundWords, locale);
  const detail = words.askedDetail(request.askedBy, number, request.reason);
  return request.additional ? `${detail} ${words.additional}` : detail;
}
