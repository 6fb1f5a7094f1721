import { defineWords } from "../language.ts";
import type { OperationKind } from "../operation.ts";
import type { HistoryData, HistoryKind } from "../sale-view.ts";
import {
  detailsIn,
  type HistoryFacts,
  type HistorySentences,
  joined,
  withDetail,
} from "./history-details.ts";
import { operationNoun } from "./operation-words.ts";

type OperationLine = Extract<HistoryKind, `operation.${string}`>;

const en = detailsIn("en");
const fr = detailsIn("fr");

/** What became of the requests on a sale, from the moment they were asked for. */
export const historyOperationWords = defineWords<HistorySentences<OperationLine>>({
  en: {
    "operation.prepared": (it) =>
      withDetail(
        `${it.who} ${askedFor(it)}`,
        joined(it.line.about && `approved by ${it.line.about}`, en.reason(it.data)),
      ),
    "operation.succeeded": (it) => withDetail(done(it), en.settled(it.data)),
    "operation.rejected": (it) =>
      didNotArrive(it.data)
        ? { title: `The ${noun(it)} did not reach Sezzle`, detail: "nothing was done" }
        : withDetail(`Sezzle refused the ${noun(it)}`, en.refusal(it.data)),
    "operation.unconfirmed": (it) => ({
      title: `The answer to the ${noun(it)} was lost`,
      detail: "not known whether it went through",
    }),
    "operation.abandoned": (it) => ({
      title: `The ${noun(it)} was never sent`,
      detail: "nothing reached Sezzle",
    }),
    "operation.given_up": (it) => ({
      title: `${it.who} gave up the ${noun(it)} whose answer was lost`,
      detail: "Sezzle did not show it",
    }),
    "operation.repeated": (it) => ({
      title: `${it.who} had the ${noun(it)} asked for again`,
      detail: "the same request, not a second one",
    }),
  },
  fr: {
    "operation.prepared": (it) =>
      withDetail(
        `${it.who} ${askedForInFrench(it)}`,
        joined(it.line.about && `approuvé par ${it.line.about}`, fr.reason(it.data)),
      ),
    "operation.succeeded": (it) => withDetail(doneInFrench(it), fr.settled(it.data)),
    "operation.rejected": (it) =>
      didNotArrive(it.data)
        ? { title: `Sezzle n'a pas reçu ${theInFrench(it)}`, detail: "rien n'a été fait" }
        : withDetail(`Sezzle a refusé ${theInFrench(it)}`, fr.refusal(it.data)),
    "operation.unconfirmed": (it) => ({
      title: `La réponse de Sezzle pour ${theInFrench(it)} s'est perdue`,
      detail: "on ne sait pas si cela a été fait",
    }),
    "operation.abandoned": (it) => ({
      title: `Rien n'a été envoyé pour ${theInFrench(it)}`,
      detail: "Sezzle n'a rien reçu",
    }),
    "operation.given_up": (it) => ({
      title: `${it.who} a abandonné ${theInFrench(it)} dont la réponse s'était perdue`,
      detail: "Sezzle n'en montrait rien",
    }),
    "operation.repeated": (it) => ({
      title: `${it.who} a fait redemander ${theInFrench(it)}`,
      detail: "la même demande, pas une deuxième",
    }),
  },
});

function didNotArrive({ code }: HistoryData): boolean {
  return code === "not_sent" || code === "wrong_merchant";
}

function noun({ data, amount }: HistoryFacts): string {
  return data.operation ? operationNoun(data.operation, amount, "en") : "request";
}

function askedFor({ data, amount }: HistoryFacts): string {
  switch (data.operation) {
    case "open_checkout":
      return `asked Sezzle to send a link${en.channel(data)}`;
    case "cancel_checkout":
      return data.isReplacement ? "asked for a new link in place of this one" : "asked to cancel the link";
    case "set_reference":
      return data.referenceId
        ? `asked to set the receipt number ${data.referenceId}`
        : "asked to set the receipt number";
    case "capture":
    case "release":
    case "refund":
      return `asked to ${data.operation} ${amount ?? "an amount"}`;
    case "reauthorize":
      return `asked Sezzle to approve ${amount ?? "the amount"} again`;
    case undefined:
      return "asked Sezzle for something";
  }
}

function done({ data, amount }: HistoryFacts): string {
  switch (data.operation) {
    case "open_checkout":
      return `Sezzle sent the link${en.channel(data)}`;
    case "cancel_checkout":
      return "The link was cancelled";
    case "set_reference":
      return data.referenceId ? `Receipt number set to ${data.referenceId}` : "Receipt number set";
    case "capture":
      return `${amount ?? "The amount"} captured`;
    case "release":
      return `${amount ?? "The amount"} released`;
    case "refund":
      return `${amount ?? "The amount"} refunded`;
    case "reauthorize":
      return `Sezzle approved ${amount ?? "the amount"} again, as a new order`;
    case undefined:
      return "Sezzle accepted the request";
  }
}

const nounsInFrench: Record<OperationKind, string> = {
  open_checkout: "la demande de lien",
  cancel_checkout: "l'annulation",
  capture: "l'encaissement",
  release: "la libération",
  refund: "le remboursement",
  set_reference: "le numéro de reçu",
  reauthorize: "la nouvelle approbation",
};

/** What was asked for, with its article: "l'encaissement de 84,50 $". */
function theInFrench({ data, amount }: HistoryFacts): string {
  const name = data.operation ? nounsInFrench[data.operation] : "la demande";
  return amount === null ? name : `${name} de ${amount}`;
}

function askedForInFrench({ data, amount }: HistoryFacts): string {
  switch (data.operation) {
    case "open_checkout":
      return `a demandé à Sezzle d'envoyer un lien${fr.channel(data)}`;
    case "cancel_checkout":
      return data.isReplacement
        ? "a demandé un nouveau lien à la place de celui-ci"
        : "a demandé d'annuler le lien";
    case "set_reference":
      return data.referenceId
        ? `a demandé d'inscrire le numéro de reçu ${data.referenceId}`
        : "a demandé d'inscrire le numéro de reçu";
    case "capture":
      return `a demandé d'encaisser ${amount ?? "un montant"}`;
    case "release":
      return `a demandé de libérer ${amount ?? "un montant"}`;
    case "refund":
      return `a demandé de rembourser ${amount ?? "un montant"}`;
    case "reauthorize":
      return `a demandé à Sezzle d'approuver de nouveau ${amount ?? "le montant"}`;
    case undefined:
      return "a demandé quelque chose à Sezzle";
  }
}

function doneInFrench({ data, amount }: HistoryFacts): string {
  const shown = (what: string) => (amount ? `${what} : ${amount}` : what);
  switch (data.operation) {
    case "open_checkout":
      return `Sezzle a envoyé le lien${fr.channel(data)}`;
    case "cancel_checkout":
      return "Le lien a été annulé";
    case "set_reference":
      return data.referenceId ? `Numéro de reçu inscrit : ${data.referenceId}` : "Numéro de reçu inscrit";
    case "capture":
      return shown("Montant encaissé");
    case "release":
      return shown("Montant libéré");
    case "refund":
      return shown("Montant remboursé");
    case "reauthorize":
      return `Sezzle a approuvé de nouveau ${amount ?? "le montant"}, dans une nouvelle commande`;
    case undefined:
      return "Sezzle a accepté la demande";
  }
}
