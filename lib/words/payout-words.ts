import { defineWords, wordsIn } from "../language.ts";
import { dateFormatOf } from "./time-words.ts";

/** What the pages about payouts say around the payouts themselves. */
export const payoutWords = defineWords({
  en: {
    title: "Payouts",
    lead: "Whether what Sezzle pays out is what was sold.",
    readNow: "Read now",
    readAgain: "Read again",
    readingButton: "Reading…",
    inNoPayout: "In no payout",
    none: "No payouts yet",
    noneRead:
      "Sezzle has paid nothing out that has to do with your stores. The till looks again a few times a day.",
    noneUnread: "The till has not read them from Sezzle yet.",
    pages: "Pages",
    newest: "Newest",
    older: "Older",
    yourStores: "your stores",
    notReadable: "Details not readable",
    notReadYet: "Details not read yet",
    nothingOpen: "Nothing open",
    open: (count: number) => `${count.toLocaleString("en")} open`,
    payoutOf: (day: string) => `Payout of ${day}`,
    payout: "Payout",
    ofYourStores: "the lines of your stores",
    all: "All payouts",
    doesNotAgree: "What does not agree",
    agrees: "Every line agrees with our books.",
    knownOnceRead: "That is known once its details are read.",
    oursLessTheirs: "Ours less Sezzle's",
    workThrough: "Work through…",
    theOrder: "The order",
    found: (time: string) => `found ${time}`,
    somebody: "somebody",
    workedThrough: (by: string, time: string) => `Worked through by ${by}, ${time}:`,
    reading: "Reading from Sezzle… ",
    read: (time: string) => `Read from Sezzle ${time}. `,
    notRead: "Not read from Sezzle yet. ",
    next: (time: string) => `Next by itself ${time}.`,
    lastFailed: "The last reading did not work.",
    fromBefore:
      "What is shown here is from before, and no money depends on it. The till goes on trying by itself.",
    movesNoMoney: "This moves no money: it says that somebody knows what it is.",
    isWorkedThrough: "It is worked through",
    noting: "Noting…",
    leaveOpen: "Leave it open",
    whatCame: "What came of it",
    writeWhat: "Write what came of it, in a few words.",
  },
  fr: {
    title: "Versements",
    lead: "Ce que Sezzle verse est-il ce qui a été vendu?",
    readNow: "Lire maintenant",
    readAgain: "Relire",
    readingButton: "Lecture…",
    inNoPayout: "Dans aucun versement",
    none: "Aucun versement pour l'instant",
    noneRead:
      "Sezzle n'a rien versé qui concerne vos magasins. La caisse regarde de nouveau quelques fois par jour.",
    noneUnread: "La caisse ne les a pas encore lus chez Sezzle.",
    pages: "Pages",
    newest: "Les plus récents",
    older: "Plus anciens",
    yourStores: "vos magasins",
    notReadable: "Détail illisible",
    notReadYet: "Détail pas encore lu",
    nothingOpen: "Rien à traiter",
    open: (count: number) => `${count.toLocaleString("fr-CA")} à traiter`,
    payoutOf: (day: string) => `Versement du ${day}`,
    payout: "Versement",
    ofYourStores: "les lignes de vos magasins",
    all: "Tous les versements",
    doesNotAgree: "Ce qui ne concorde pas",
    agrees: "Chaque ligne concorde avec nos livres.",
    knownOnceRead: "On le saura quand le détail sera lu.",
    oursLessTheirs: "Nos livres moins Sezzle",
    workThrough: "Traiter…",
    theOrder: "La commande",
    found: (time: string) => `trouvé : ${time}`,
    somebody: "quelqu'un",
    workedThrough: (by: string, time: string) => `Traité par ${by}, ${time} :`,
    reading: "Lecture chez Sezzle… ",
    read: (time: string) => `Dernière lecture chez Sezzle : ${time}. `,
    notRead: "Pas encore lu chez Sezzle. ",
    next: (time: string) => `Prochaine : ${time}.`,
    lastFailed: "La dernière lecture a échoué.",
    fromBefore:
      "Ce qui est montré ici date d'avant, et aucun argent n'en dépend. La caisse continue d'essayer d'elle-même.",
    movesNoMoney: "Aucun argent ne bouge : cela dit que quelqu'un sait ce que c'est.",
    isWorkedThrough: "C'est traité",
    noting: "Enregistrement…",
    leaveOpen: "Laisser en suspens",
    whatCame: "Ce qui en est ressorti",
    writeWhat: "Écrivez ce qui en est ressorti, en quelques mots.",
  },
});

const formats = new Map<string, Intl.NumberFormat>();

/** An amount of a payout for people, with its sign: "$84.50", "−$43.80". Of any currency, and as large as a payout is. */
export function payoutMoney(amountCents: number, currency: string, locale: string): string {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency });
    formats.set(key, format);
  }
  // Nothing has no sign, also where it comes from turning one.
  return format.format((amountCents || 0) / 100).replace("-", "−");
}

/** A date without a time (`2026-11-22`) for people: "Nov 22, 2026". */
export function payoutDay(date: string, locale: string): string {
  return dateFormatOf({ locale, timeZone: "UTC" }, { dateStyle: "medium" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** How many differences are open: "3 open", "Nothing open". */
export function openWords(open: number, locale: string): string {
  const words = wordsIn(payoutWords, locale);
  return open === 0 ? words.nothingOpen : words.open(open);
}
