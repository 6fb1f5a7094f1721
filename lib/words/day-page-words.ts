import { defineWords } from "../language.ts";

/** What stands on the list of a store's business days. */
export const daysPageWords = defineWords({
  en: {
    title: "Day close",
    lead: (store: string) => `The business days of ${store}, each signed once it is over.`,
    store: "Store",
    days: "Days",
    heads: { day: "Day", state: "State", sales: "Sales", captured: "Captured", refunded: "Refunded" },
    none: "There are no days before this one.",
    pages: "Pages",
    newest: "Newest",
    older: "Older",
    closedBy: (person: string, moment: string, isEarly: boolean) =>
      `by ${person}, ${moment}${isEarly ? ", before its end" : ""}`,
    sales: (count: number): string => (count === 1 ? "sale" : "sales"),
    captured: "captured",
    refunded: "refunded",
  },
  fr: {
    title: "Fermeture de la journée",
    lead: (store: string) => `Les journées de ${store}, chacune signée une fois terminée.`,
    store: "Magasin",
    days: "Journées",
    heads: { day: "Jour", state: "État", sales: "Ventes", captured: "Encaissé", refunded: "Remboursé" },
    none: "Il n'y a aucune journée avant celle-ci.",
    pages: "Pages",
    newest: "Les plus récentes",
    older: "Plus anciennes",
    closedBy: (person: string, moment: string, isEarly: boolean) =>
      `par ${person}, ${moment}${isEarly ? ", avant sa fin" : ""}`,
    sales: (count: number) => (count < 2 ? "vente" : "ventes"),
    captured: "encaissé",
    refunded: "remboursé",
  },
});

/** What stands on the page of one business day. */
export const dayPageWords = defineWords({
  en: {
    back: "Day close",
    print: "Print",
    download: "Download CSV",
    signature: "Signature",
    closedBy: (person: string, moment: string) => `Closed by ${person}, ${moment}`,
    closedEarly: (plannedEnd: string) =>
      `Closed before its end: it would have lasted until ${plannedEnd}. The next day began at that moment.`,
    isKept: "This report never changes. What is refunded later counts on the day it is refunded.",
    totals: "Totals",
    byStatus: "By status",
    byCashier: "By cashier",
    byRegister: "By register",
    nothing: "Nothing.",
    open: "Open in the store",
    nothingOpen: "Nothing is open.",
    why: (number: string) => `Why ${number} may stay open`,
    explain: "Settle it, or say in a few words why it may stay open.",
    isRunning: "This day is still running. It can be closed early: then the next one begins at that moment.",
    isOver: "This day is over. Signed, its report never changes.",
    sign: "Sign and close…",
    closing: "Closing…",
    leaveOpen: "Back, leave it open",
  },
  fr: {
    back: "Fermeture de la journée",
    print: "Imprimer",
    download: "Télécharger le CSV",
    signature: "Signature",
    closedBy: (person: string, moment: string) => `Fermée par ${person}, ${moment}`,
    closedEarly: (plannedEnd: string) =>
      `Fermée avant sa fin : elle aurait duré jusqu'au ${plannedEnd}. La journée suivante a commencé à cet instant.`,
    isKept: "Ce rapport ne change jamais. Ce qui est remboursé plus tard compte le jour du remboursement.",
    totals: "Totaux",
    byStatus: "Par état",
    byCashier: "Par caissier",
    byRegister: "Par caisse",
    nothing: "Rien.",
    open: "En suspens dans le magasin",
    nothingOpen: "Rien n'est en suspens.",
    why: (number: string) => `Pourquoi ${number} peut rester en suspens`,
    explain: "Réglez-le, ou dites en quelques mots pourquoi cela peut rester en suspens.",
    isRunning:
      "Cette journée est encore en cours. Elle peut être fermée plus tôt : la suivante commence alors à cet instant.",
    isOver: "Cette journée est terminée. Une fois signé, son rapport ne change jamais.",
    sign: "Signer et fermer…",
    closing: "Fermeture…",
    leaveOpen: "Retour, la laisser ouverte",
  },
});
