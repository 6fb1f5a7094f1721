import { defineWords } from "../language.ts";
import type { HistoryData, HistoryKind } from "../sale-view.ts";
import type { CapturePolicy } from "../store.ts";
import { dateWords } from "./day-words.ts";
import { disputeSentence } from "./dispute-words.ts";
import { detailsIn, type HistorySentences, withDetail } from "./history-details.ts";
import { policyWords } from "./store-words.ts";

type StoreLine = Extract<
  HistoryKind,
  | `store.${string}`
  | `day.${string}`
  | `payout.${string}`
  | `dispute.${string}`
  | `contact.${string}`
  | `orders.${string}`
>;

const en = detailsIn("en");
const fr = detailsIn("fr");

/** What became of a store and its books, and who looked at, erased or took along what is in them. */
export const historyStoreWords = defineWords<HistorySentences<StoreLine>>({
  en: {
    "store.changed": ({ who, data }) =>
      data.changes
        ? withDetail(`${who} changed ${data.store ?? "a store"}`, data.changes.map(change).join("; "))
        : withDetail(
            `${who} set ${data.store ?? "a store"} to ${policy(data.toPolicy)}`,
            data.fromPolicy && `before: ${policy(data.fromPolicy)}`,
          ),
    "day.closed": ({ who, data, amount, locale }) =>
      withDetail(
        `${who} closed ${data.date ? dateWords(data.date, locale) : "a business day"}${data.store ? ` in ${data.store}` : ""}`,
        amount ? `${amount} captured that day` : undefined,
      ),
    "payout.difference_resolved": ({ who, amount, data }) =>
      withDetail(
        `${who} worked a difference${amount ? ` of ${amount}` : ""} in a payout through`,
        data.message,
      ),
    "dispute.reported": ({ data, amount, locale }) => disputeSentence(data, amount, locale),
    "contact.shown": ({ who }) => ({ title: `${who} looked at the shopper's contact` }),
    "contact.erased": ({ who, data }) => withDetail(`${who} erased the shopper's contact`, en.reason(data)),
    "contact.looked_up": ({ who, data: { count } }) =>
      withDetail(
        `${who} looked up a shopper's contact data`,
        count === undefined ? undefined : `found in ${count === 1 ? "1 sale" : `${count} sales`}`,
      ),
    "orders.exported": ({ who, data }) => withDetail(`${who} ${exported(data)}`, data.message),
  },
  fr: {
    "store.changed": ({ who, data }) =>
      data.changes
        ? withDetail(
            `${who} a modifié ${data.store ?? "un magasin"}`,
            data.changes.map(changeInFrench).join("; "),
          )
        : withDetail(
            `${who} a réglé ${data.store ?? "un magasin"} : ${policyInFrench(data.toPolicy)}`,
            data.fromPolicy && `avant : ${policyInFrench(data.fromPolicy)}`,
          ),
    "day.closed": ({ who, data, amount, locale }) =>
      withDetail(
        `${who} a fermé ${data.date ? `la journée du ${dateWords(data.date, locale)}` : "une journée"}${data.store ? ` dans ${data.store}` : ""}`,
        amount ? `${amount} encaissés ce jour-là` : undefined,
      ),
    "payout.difference_resolved": ({ who, amount, data }) =>
      withDetail(`${who} a traité un écart${amount ? ` de ${amount}` : ""} dans un versement`, data.message),
    "dispute.reported": ({ data, amount, locale }) => disputeSentence(data, amount, locale),
    "contact.shown": ({ who }) => ({ title: `${who} a consulté les coordonnées du client` }),
    "contact.erased": ({ who, data }) =>
      withDetail(`${who} a effacé les coordonnées du client`, fr.reason(data)),
    "contact.looked_up": ({ who, data: { count } }) =>
      withDetail(
        `${who} a recherché les coordonnées d'un client`,
        count === undefined ? undefined : `trouvées dans ${count < 2 ? `${count} vente` : `${count} ventes`}`,
      ),
    "orders.exported": ({ who, data }) => withDetail(`${who} ${exportedInFrench(data)}`, data.message),
  },
});

function exported({ count, isWhole }: HistoryData): string {
  if (count === undefined) return "began to export orders";
  const orders = `${count.toLocaleString("en")} ${count === 1 ? "order" : "orders"}`;
  return isWhole ? `exported ${orders}` : `exported ${orders}, and then the export ended early`;
}

function exportedInFrench({ count, isWhole }: HistoryData): string {
  if (count === undefined) return "a commencé à exporter des commandes";
  const orders = `${count.toLocaleString("fr-CA")} ${count < 2 ? "commande" : "commandes"}`;
  return isWhole ? `a exporté ${orders}` : `a exporté ${orders}, puis l'exportation s'est interrompue`;
}

type Change = NonNullable<HistoryData["changes"]>[number];

function change({ what, from, to }: Change): string {
  return from === undefined ? `${what}: ${to}` : `${what}: ${to}, before ${from}`;
}

function changeInFrench({ fr, ...english }: Change): string {
  const { what, from, to } = fr ?? english;
  return from === undefined ? `${what} : ${to}` : `${what} : ${to}, avant ${from}`;
}

function policy(to: CapturePolicy | undefined): string {
  return to ? policyWords.en[to].inHistory : "capture otherwise";
}

function policyInFrench(to: CapturePolicy | undefined): string {
  return to ? policyWords.fr[to].inHistory : "autre façon d'encaisser";
}
