import { defineWords, wordsIn } from "../language.ts";
import { isNarrowed, type OrderGroup, type OrderQuery } from "../order-query.ts";

/** The groups of a list of orders, as their chips say them. */
export const groupWords = defineWords<Record<OrderGroup, string>>({
  en: {
    waiting: "Waiting",
    approved: "Approved, not captured",
    paid: "Paid",
    refunded: "Refunded",
    not_charged: "Not charged",
    not_confirmed: "Not confirmed",
  },
  fr: {
    waiting: "En attente",
    approved: "Approuvé, non encaissé",
    paid: "Payé",
    refunded: "Remboursé",
    not_charged: "Non facturé",
    not_confirmed: "Non confirmé",
  },
});

/** What a list of orders says around its lines: its columns, the ways to narrow it, its pages and its keys. */
export const orderListWords = defineWords({
  en: {
    title: "Orders",
    heads: {
      status: "Status",
      amount: "Amount",
      shopper: "Shopper",
      reference: "Reference",
      by: "By",
      when: "When",
    },
    partlyRefunded: ", partly refunded",
    left: "left",
    find: "Find an order",
    hint: "Number, receipt, phone or its last four digits, e-mail, name, amount, Sezzle’s order id",
    clearSearch: "Clear the search",
    status: "Status",
    all: "All",
    day: "Day",
    anyDay: "Any day",
    today: "Today",
    yesterday: "Yesterday",
    days: "Business days, in each store's time zone",
    fromDay: "From day",
    toDay: "To day",
    clear: "Clear",
    store: "Store",
    allStores: "All stores",
    register: "Register",
    allRegisters: "All registers",
    startedBy: "Started by",
    anybody: "Started by anybody",
    notYours: "Not of your stores",
    pages: "Pages",
    newest: "Newest",
    newer: "Newer",
    older: "Older",
    keys: "Keys",
    toSearch: "go to the search",
    move: "move in the list",
    fromAnywhere: "the same, from anywhere",
    openOrder: "open the order",
    emptySearch: "clear the search",
    letters: "Single letters are keys",
  },
  fr: {
    title: "Commandes",
    heads: {
      status: "État",
      amount: "Montant",
      shopper: "Client",
      reference: "Référence",
      by: "Par",
      when: "Quand",
    },
    partlyRefunded: ", remboursé en partie",
    left: "restant",
    find: "Trouver une commande",
    hint: "Numéro, reçu, téléphone ou ses quatre derniers chiffres, courriel, nom, montant, identifiant Sezzle",
    clearSearch: "Effacer la recherche",
    status: "État",
    all: "Tout",
    day: "Jour",
    anyDay: "Tous les jours",
    today: "Aujourd'hui",
    yesterday: "Hier",
    days: "Journées, dans le fuseau horaire de chaque magasin",
    fromDay: "Du jour",
    toDay: "Au jour",
    clear: "Effacer",
    store: "Magasin",
    allStores: "Tous les magasins",
    register: "Caisse",
    allRegisters: "Toutes les caisses",
    startedBy: "Commencée par",
    anybody: "Commencée par tous",
    notYours: "Pas dans vos magasins",
    pages: "Pages",
    newest: "Les plus récentes",
    newer: "Plus récentes",
    older: "Plus anciennes",
    keys: "Clavier",
    toSearch: "aller à la recherche",
    move: "se déplacer dans la liste",
    fromAnywhere: "de même, de partout",
    openOrder: "ouvrir la commande",
    emptySearch: "effacer la recherche",
    letters: "Raccourcis d'une seule lettre",
  },
});

type EmptyWords = { title: string; line: string };

const emptyWords = defineWords({
  en: {
    notFound: (search: string) => `Nothing found for “${search}”`,
    phone: "A phone number is found by its last four digits, or as a whole.",
    email: "An e-mail is found as a whole.",
    tooShort: "Type at least two characters.",
    narrowed: "Check the spelling, or clear what else narrows the list to look everywhere.",
    everywhere: "Check the spelling: every order of your stores was looked at.",
    approved: {
      title: "Nothing waits to be captured",
      line: "What Sezzle approves stands here until it is captured, released or runs out.",
    },
    noMore: { title: "There are no more orders here", line: "Go back to the newest ones." },
    noneHere: { title: "No orders here", line: "Choose another status, day or person to see more." },
    none: { title: "No orders yet", line: "A sale appears here the moment its link is sent at the till." },
    found: {
      nothing: "Nothing found",
      one: "1 order found",
      many: (count: number) => `${count} orders found`,
      andOlder: (count: number) => `${count} orders found, and older ones`,
    },
  },
  fr: {
    notFound: (search: string) => `Rien trouvé pour « ${search} »`,
    phone: "Un numéro de téléphone se trouve par ses quatre derniers chiffres, ou au complet.",
    email: "Une adresse de courriel se trouve au complet.",
    tooShort: "Tapez au moins deux caractères.",
    narrowed: "Vérifiez l'orthographe, ou effacez les autres filtres pour chercher partout.",
    everywhere: "Vérifiez l'orthographe : toutes les commandes de vos magasins ont été consultées.",
    approved: {
      title: "Rien n'attend d'être encaissé",
      line: "Ce que Sezzle approuve reste ici jusqu'à son encaissement, sa libération ou son expiration.",
    },
    noMore: {
      title: "Il n'y a plus de commandes ici",
      line: "Revenez aux plus récentes.",
    },
    noneHere: {
      title: "Aucune commande ici",
      line: "Choisissez un autre état, un autre jour ou une autre personne pour en voir plus.",
    },
    none: {
      title: "Aucune commande pour l'instant",
      line: "Une vente paraît ici dès que son lien est envoyé à la caisse.",
    },
    found: {
      nothing: "Rien trouvé",
      one: "1 commande trouvée",
      many: (count: number) => `${count} commandes trouvées`,
      andOlder: (count: number) => `${count} commandes trouvées, et de plus anciennes`,
    },
  },
});

/** What a list says that shows nothing, and what helps. */
export function emptyListWords(query: OrderQuery, locale: string): EmptyWords {
  const words = wordsIn(emptyWords, locale);
  const { search } = query;
  if (search) {
    const title = words.notFound(search);
    if (/^[\d\s().+-]{5,}$/.test(search)) return { title, line: words.phone };
    if (search.includes("@")) return { title, line: words.email };
    if (search.length < 2) return { title, line: words.tooShort };
    return { title, line: isNarrowed({ ...query, search: "" }) ? words.narrowed : words.everywhere };
  }
  if (query.group === "approved" && !isNarrowed({ ...query, group: null })) return words.approved;
  if (query.page) return words.noMore;
  return isNarrowed(query) ? words.noneHere : words.none;
}

/** How many a search has found, for who does not see the list. */
export function foundWords(count: number, hasMore: boolean, locale: string): string {
  const { nothing, one, many, andOlder } = wordsIn(emptyWords, locale).found;
  if (count === 0) return nothing;
  if (hasMore) return andOlder(count);
  return count === 1 ? one : many(count);
}
