import { defineWords, wordsIn } from "../language.ts";
import type { OrderQuery } from "../order-query.ts";
import { groupWords } from "./order-list-words.ts";

/** What stands beside and on the button that exports, and why an export did not come. */
export const exportWords = defineWords({
  en: {
    export: "Export as CSV",
    stop: "Stop the export",
    and: " and ",
    leavesOut: (stores: string) => `Exports leave out ${stores}`,
    saved: (count: number) => `Saved: ${orders(count)}`,
    soFar: (count: number) => `${orders(count)} so far`,
    ofAbout: (count: number, about: number) => `${count.toLocaleString("en")} of about ${orders(about)}`,
    cutOff: "The export was cut off, and nothing was saved. Try again.",
    notBegun: "The export did not begin. Try again.",
    notAllowed: "A manager of the store can export its orders.",
    signedOut: "You are signed out.",
  },
  fr: {
    export: "Exporter en CSV",
    stop: "Arrêter l'exportation",
    and: " et ",
    leavesOut: (stores: string) => `Les exportations excluent ${stores}`,
    saved: (count: number) => `Enregistré : ${ordersInFrench(count)}`,
    soFar: (count: number) => `${ordersInFrench(count)} pour l'instant`,
    ofAbout: (count: number, about: number) =>
      `${count.toLocaleString("fr-CA")} sur environ ${ordersInFrench(about)}`,
    cutOff: "L'exportation a été interrompue, et rien n'a été enregistré. Réessayez.",
    notBegun: "L'exportation n'a pas commencé. Réessayez.",
    notAllowed: "Un gérant du magasin peut exporter ses commandes.",
    signedOut: "Votre session est fermée.",
  },
});

function orders(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "order" : "orders"}`;
}

function ordersInFrench(count: number): string {
  return `${count.toLocaleString("fr-CA")} ${count < 2 ? "commande" : "commandes"}`;
}

/** How far an export is: "12,400 of about 48,000 orders". */
export function exportProgressWords(count: number, about: number | null, locale: string): string {
  const { soFar, ofAbout } = wordsIn(exportWords, locale);
  return about === null || about < count ? soFar(count) : ofAbout(count, about);
}

/** What a list was narrowed by that has no name here. */
export const unknownFilterWords = defineWords({
  en: { person: "somebody unknown", register: "a register elsewhere" },
  fr: { person: "une personne inconnue", register: "une caisse ailleurs" },
});

const filters = defineWords({
  en: {
    span: (from: string, to: string) => `${from} to ${to}`,
    fromOn: (from: string) => `from ${from} on`,
    until: (to: string) => `until ${to}`,
    by: (person: string) => `started by ${person}`,
    at: (register: string) => `at ${register}`,
    search: "narrowed by a search",
  },
  fr: {
    span: (from: string, to: string) => `${from} au ${to}`,
    fromOn: (from: string) => `depuis ${from}`,
    until: (to: string) => `jusqu'à ${to}`,
    by: (person: string) => `commencée par ${person}`,
    at: (register: string) => `à ${register}`,
    search: "restreint par une recherche",
  },
});

/**
 * What a list was narrowed by, for the history, which keeps it as it is written. Of a search it says only that there was one: it
 * may be a shopper's number.
 */
export function filterWords(
  query: OrderQuery,
  names: { stores: string[]; person: string | null; register: string | null },
  locale: string,
): string {
  const words = wordsIn(filters, locale);
  const { group, from, to, search } = query;
  const span = from && to ? words.span(from, to) : from ? words.fromOn(from) : to && words.until(to);
  return [
    names.stores.join(", "),
    group && wordsIn(groupWords, locale)[group],
    from === to ? from : span,
    names.person && words.by(names.person),
    names.register && words.at(names.register),
    search && words.search,
  ]
    .filter(Boolean)
    .join(" · ");
}
