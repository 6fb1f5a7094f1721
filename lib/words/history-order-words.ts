import { defineWords } from "../language.ts";
import type { HistoryKind } from "../sale-view.ts";
import {
  detailsIn,
  type HistoryFacts,
  type HistorySentences,
  joined,
  withDetail,
} from "./history-details.ts";
import { keptMessage } from "./kept-words.ts";
import { statusWords } from "./status-words.ts";

type OrderLine = Extract<
  HistoryKind,
  `order.${string}` | `sale.${string}` | `refund.${string}` | "movement.elsewhere"
>;

const en = detailsIn("en");
const fr = detailsIn("fr");

/** What became of a sale and its orders at Sezzle, and of the refunds that were asked for. */
export const historyOrderWords = defineWords<HistorySentences<OrderLine>>({
  en: {
    "sale.started": ({ who, amount }) => ({
      title: amount ? `${who} started a sale of ${amount}` : `${who} started a sale`,
    }),
    "sale.switched": ({ amount }) => ({
      title: amount ? `The shopper paid an earlier link: ${amount}` : "The shopper paid an earlier link",
      detail: "the sale stands for that one now",
    }),
    "order.adopted": ({ data }) => withDetail("Sezzle's order for this sale was found", en.confirmed(data)),
    "order.changed": (it) => withDetail(changed(it), en.confirmed(it.data)),
    "order.second": ({ amount }) => ({
      title: amount
        ? `Sezzle approved ${amount} on another order of this sale`
        : "Sezzle shows a second order for this sale",
      detail: "a manager should look at both before anything is captured",
    }),
    "order.other_over": ({ data }) =>
      withDetail("Another link of this sale is over at Sezzle", en.confirmed(data)),
    "order.entered": ({ who }) => ({
      title: `${who} entered Sezzle's order for this sale`,
      detail: "from Sezzle's dashboard",
    }),
    "order.renewed": () => ({
      title: "Sezzle made a new order for this sale",
      detail: "in place of the one that ran out",
    }),
    // An authorization that runs out is released by Sezzle itself, which tells it apart from nothing else.
    "movement.elsewhere": ({ data, amount }) =>
      data.movement === "release"
        ? {
            title: `${amount ?? "An amount"} was let go at Sezzle`,
            detail: "time ran out, or released in Sezzle's dashboard",
          }
        : withDetail(
            `A ${data.movement ?? "change"}${amount ? ` of ${amount}` : ""} was made outside this till`,
            en.source(data),
          ),
    "refund.asked": ({ who, amount, data }) =>
      withDetail(`${who} asked a manager to approve a refund of ${amount ?? "an amount"}`, en.reason(data)),
    "refund.approved": ({ who, amount, line, data }) =>
      withDetail(
        `${who} approved the refund of ${amount ?? "an amount"}`,
        joined(line.about && `asked for by ${line.about}`, data.byPin && "with their PIN"),
      ),
    "refund.declined": ({ who, amount, line, data }) =>
      withDetail(
        `${who} declined the refund of ${amount ?? "an amount"}`,
        joined(line.about && `asked for by ${line.about}`, keptMessage(data, "en") ?? en.reason(data)),
      ),
    "refund.withdrawn": ({ who, amount }) => ({
      title: `${who} no longer asks for the refund of ${amount ?? "an amount"}`,
    }),
  },
  fr: {
    "sale.started": ({ who, amount }) => ({
      title: amount ? `${who} a commencé une vente de ${amount}` : `${who} a commencé une vente`,
    }),
    "sale.switched": ({ amount }) => ({
      title: amount ? `Le client a payé un lien précédent : ${amount}` : "Le client a payé un lien précédent",
      detail: "la vente se rapporte maintenant à celui-là",
    }),
    "order.adopted": ({ data }) =>
      withDetail("La commande Sezzle de cette vente a été trouvée", fr.confirmed(data)),
    "order.changed": (it) => withDetail(changedInFrench(it), fr.confirmed(it.data)),
    "order.second": ({ amount }) => ({
      title: amount
        ? `Sezzle a approuvé ${amount} sur une autre commande de cette vente`
        : "Sezzle montre une deuxième commande pour cette vente",
      detail: "un gérant devrait regarder les deux avant tout encaissement",
    }),
    "order.other_over": ({ data }) =>
      withDetail("Un autre lien de cette vente est terminé chez Sezzle", fr.confirmed(data)),
    "order.entered": ({ who }) => ({
      title: `${who} a saisi la commande Sezzle de cette vente`,
      detail: "d'après le tableau de bord de Sezzle",
    }),
    "order.renewed": () => ({
      title: "Sezzle a créé une nouvelle commande pour cette vente",
      detail: "à la place de celle qui a expiré",
    }),
    "movement.elsewhere": ({ data, amount }) =>
      data.movement === "release"
        ? {
            title: amount ? `Montant libéré chez Sezzle : ${amount}` : "Un montant a été libéré chez Sezzle",
            detail: "délai écoulé, ou libération dans le tableau de bord de Sezzle",
          }
        : withDetail(
            `${movementInFrench(data.movement)}${amount ? ` de ${amount}` : ""} a été fait hors de cette caisse`,
            fr.source(data),
          ),
    "refund.asked": ({ who, amount, data }) =>
      withDetail(
        `${who} a demandé à un gérant d'approuver un remboursement${ofAmount(amount)}`,
        fr.reason(data),
      ),
    "refund.approved": ({ who, amount, line, data }) =>
      withDetail(
        `${who} a approuvé le remboursement${ofAmount(amount)}`,
        joined(line.about && `demandé par ${line.about}`, data.byPin && "avec son NIP"),
      ),
    "refund.declined": ({ who, amount, line, data }) =>
      withDetail(
        `${who} a refusé le remboursement${ofAmount(amount)}`,
        joined(line.about && `demandé par ${line.about}`, keptMessage(data, "fr") ?? fr.reason(data)),
      ),
    "refund.withdrawn": ({ who, amount }) => ({
      title: `${who} ne demande plus le remboursement${ofAmount(amount)}`,
    }),
  },
});

function changed({ data: { amounts, currency, to }, money }: HistoryFacts): string {
  if (!to) return "Sezzle's order changed";
  if (amounts && currency) {
    const { authorizedCents, capturedCents, refundedCents } = amounts;
    if (to === "authorized") return `Sezzle approved ${money(authorizedCents)}`;
    if (to === "partially_captured") return `${money(capturedCents)} of ${money(authorizedCents)} is taken`;
    if (to === "captured") return `Paid: ${money(capturedCents)}`;
    if (to === "partially_refunded" || to === "refunded")
      return `${money(refundedCents)} of ${money(capturedCents)} is refunded`;
  }
  return `Now: ${statusWords(to, "en").label}`;
}

function changedInFrench({ data: { amounts, currency, to }, money }: HistoryFacts): string {
  if (!to) return "La commande Sezzle a changé";
  if (amounts && currency) {
    const { authorizedCents, capturedCents, refundedCents } = amounts;
    if (to === "authorized") return `Sezzle a approuvé ${money(authorizedCents)}`;
    if (to === "partially_captured")
      return `Encaissé en partie : ${money(capturedCents)} sur ${money(authorizedCents)}`;
    if (to === "captured") return `Payé : ${money(capturedCents)}`;
    if (to === "partially_refunded" || to === "refunded")
      return `Remboursé : ${money(refundedCents)} sur ${money(capturedCents)}`;
  }
  return `Maintenant : ${statusWords(to, "fr").label}`;
}

function movementInFrench(movement: HistoryFacts["data"]["movement"]): string {
  if (movement === "capture") return "Un encaissement";
  return movement === "refund" ? "Un remboursement" : "Un changement";
}

function ofAmount(amount: string | null): string {
  return amount ? ` de ${amount}` : "";
}
