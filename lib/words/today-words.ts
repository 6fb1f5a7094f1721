import { defineWords, wordsIn } from "../language.ts";
import { formatTotal } from "../money.ts";
import type { Compared, Figures, HourPair, OpenSum } from "../today.ts";

/** What the page of the day says, beside what needs somebody. */
export const todayWords = defineWords({
  en: {
    title: "Today",
    theFigures: "The day in figures",
    taken: "Taken",
    waiting: "Waiting",
    approved: "Approved, not captured",
    refunded: "Refunded",
    captures: (count: number) => counted(count, "capture", "captures", "No"),
    refunds: (count: number) => counted(count, "refund", "refunds", "No"),
    sales: (count: number) => counted(count, "sale", "sales", "No"),
    salesWithEarlier: (sales: string, earlier: number) => `${sales}, ${earlier} from earlier days`,
    started: (sales: string) => `${sales} started today`,
    startedBeside: (sales: string, before: number, day: string) =>
      `${sales} started today, ${before} ${day} by now`,
    lastWeekday: (weekday: string) => `last ${weekday}`,
    nothingToCompare: "Nothing to compare with yet",
    nothingThen: (day: string) => `Nothing ${day} by now`,
    asMuch: (day: string) => `As much as ${day} by now`,
    more: (amount: string, day: string) => `${amount} more than ${day} by now`,
    less: (amount: string, day: string) => `${amount} less than ${day} by now`,
    byHour: "Taken by the hour",
    byHourIn: (currency: string) => `Taken by the hour, ${currency}`,
    byHourTable: (title: string, day: string) => `${title}, today and ${day}`,
    today: "Today",
    hour: "Hour",
    nothingTaken: (day: string) =>
      `Nothing was taken yet, nor ${day}. The first capture draws the first bar.`,
    hourOf: (hour: string) => `${hour}:00`,
    hourAgain: (hour: string) => `${hour}:00 again`,
    inHour: (hour: string, today: string, day: string, before: string) =>
      `${hour}: ${today}, ${day} ${before}`,
    noSuchHour: "no such hour today",
    stillToCome: "still to come",
    byStore: "By store",
    store: "Store",
    allStores: "All stores",
    newest: "Newest sales",
    allOrders: "All orders",
    noSales: "No sales yet today",
    noSalesLine: "The first one shows here by itself.",
  },
  fr: {
    title: "Aujourd'hui",
    theFigures: "La journée en chiffres",
    taken: "Encaissé",
    waiting: "En attente",
    approved: "Approuvé, non encaissé",
    refunded: "Remboursé",
    captures: (count: number) => countedInFrench(count, "encaissement", "encaissements", "Aucun"),
    refunds: (count: number) => countedInFrench(count, "remboursement", "remboursements", "Aucun"),
    sales: (count: number) => countedInFrench(count, "vente", "ventes", "Aucune"),
    salesWithEarlier: (sales: string, earlier: number) => `${sales}, dont ${earlier} des jours précédents`,
    started: (sales: string) => `${sales} aujourd'hui`,
    startedBeside: (sales: string, before: number, day: string) =>
      `${sales} aujourd'hui, ${before} ${day} à cette heure`,
    lastWeekday: (weekday: string) => `${weekday} dernier`,
    nothingToCompare: "Rien à comparer pour l'instant",
    nothingThen: (day: string) => `Rien ${day} à cette heure`,
    asMuch: (day: string) => `Autant que ${day} à cette heure`,
    more: (amount: string, day: string) => `${amount} de plus que ${day} à cette heure`,
    less: (amount: string, day: string) => `${amount} de moins que ${day} à cette heure`,
    byHour: "Encaissé par heure",
    byHourIn: (currency: string) => `Encaissé par heure, ${currency}`,
    byHourTable: (title: string, day: string) => `${title}, aujourd'hui et ${day}`,
    today: "Aujourd'hui",
    hour: "Heure",
    nothingTaken: (day: string) =>
      `Rien n'a encore été encaissé, ni ${day}. Le premier encaissement trace la première barre.`,
    hourOf: (hour: string) => `${hour} h`,
    hourAgain: (hour: string) => `${hour} h, la deuxième fois`,
    inHour: (hour: string, today: string, day: string, before: string) =>
      `${hour} : ${today}, ${day} ${before}`,
    noSuchHour: "cette heure n'existe pas aujourd'hui",
    stillToCome: "à venir",
    byStore: "Par magasin",
    store: "Magasin",
    allStores: "Tous les magasins",
    newest: "Dernières ventes",
    allOrders: "Toutes les commandes",
    noSales: "Aucune vente aujourd'hui",
    noSalesLine: "La première s'affichera ici d'elle-même.",
  },
});

function counted(count: number, one: string, many: string, none: string): string {
  return count === 0 ? `${none} ${many}` : `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

function countedInFrench(count: number, one: string, many: string, none: string): string {
  return count === 0 ? `${none} ${one}` : `${count.toLocaleString("fr-CA")} ${count === 1 ? one : many}`;
}

const noon = (date: string) => new Date(`${date}T12:00:00Z`);

/** A business day's name, as "Thursday, November 26". */
export function dayName(date: string, locale: string): string {
  const options = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" } as const;
  const name = new Intl.DateTimeFormat(locale, options).format(noon(date));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The day that today is compared with, as "last Thursday". */
export function lastWeekday(date: string, locale: string): string {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(noon(date));
  return wordsIn(todayWords, locale).lastWeekday(weekday);
}

/** How a sum stands beside the one of the same weekday before by this time of day: "$40.00 more than last Thursday by now". */
export function comparedWords(
  { now, before }: Compared,
  currency: Figures["currency"],
  locale: string,
  beforeDay: string,
): string {
  const words = wordsIn(todayWords, locale);
  if (!before) return words.nothingToCompare;
  const apart = now.cents - before.cents;
  if (apart === 0) return before.cents === 0 ? words.nothingThen(beforeDay) : words.asMuch(beforeDay);
  const amount = formatTotal(Math.abs(apart), currency, locale);
  return apart > 0 ? words.more(amount, beforeDay) : words.less(amount, beforeDay);
}

/** How many sales were started, beside the same weekday before: "8 sales started today, 6 last Thursday by now". */
export function startedWords({ now, before }: Compared, beforeDay: string, locale: string): string {
  const words = wordsIn(todayWords, locale);
  const sales = words.sales(now.count);
  return before ? words.startedBeside(sales, before.count, beforeDay) : words.started(sales);
}

/** How many sales a sum is made of, and how many of them are from earlier days. */
export function openWords({ count, earlier }: OpenSum, locale: string): string {
  const words = wordsIn(todayWords, locale);
  const sales = words.sales(count);
  return earlier > 0 ? words.salesWithEarlier(sales, earlier) : sales;
}

/** An hour of the wall clock as "14:00"; one that comes a second time says so. */
export function hourWords({ key }: HourPair, locale: string): string {
  const words = wordsIn(todayWords, locale);
  return key.endsWith("+") ? words.hourAgain(key.slice(0, -1)) : words.hourOf(key);
}

/** What was taken in an hour today; that it is still to come, or that today's clock leaves it out. */
export function todayInWords(
  { state, now }: HourPair,
  money: (cents: number) => string,
  locale: string,
): string {
  const words = wordsIn(todayWords, locale);
  if (state === "left_out") return words.noSuchHour;
  return state === "ahead" ? words.stillToCome : money(now.cents);
}
