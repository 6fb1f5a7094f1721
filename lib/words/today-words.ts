import { formatMoney, formatTotal } from "../money.ts";
import type { Compared, Figures, HourPair, OpenSum } from "../today.ts";
import type { Matter } from "../today-matters.ts";
import { dueWords, timeToAnswer } from "./dispute-words.ts";
import { operationNoun } from "./operation-words.ts";
import type { Tone } from "./status-words.ts";
import { type Place, timeOrDay } from "./time-words.ts";

const noon = (date: string) => new Date(`${date}T12:00:00Z`);

/** A business day's name, as "Thursday, November 26". */
export function dayName(date: string, locale: string): string {
  const options = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, options).format(noon(date));
}

/** The day that today is compared with, as "last Thursday". */
export function lastWeekday(date: string): string {
  return `last ${new Intl.DateTimeFormat("en-US", { weekday: "long", timeZone: "UTC" }).format(noon(date))}`;
}

/** How a sum stands beside the one of the same weekday before by this time of day: "$40.00 more than last Thursday by now". */
export function comparedWords(
  { now, before }: Compared,
  currency: Figures["currency"],
  locale: string,
  beforeDay: string,
): string {
  if (!before) return "Nothing to compare with yet";
  const apart = now.cents - before.cents;
  if (apart === 0)
    return before.cents === 0 ? `Nothing ${beforeDay} by now` : `As much as ${beforeDay} by now`;
  const amount = formatTotal(Math.abs(apart), currency, locale);
  return `${amount} ${apart > 0 ? "more" : "less"} than ${beforeDay} by now`;
}

/** How many sales were started, beside the same weekday before: "8 sales started, 6 last Thursday by now". */
export function startedWords({ now, before }: Compared, beforeDay: string): string {
  const started = `${countOf(now.count, "sale")} started today`;
  return before ? `${started}, ${before.count} ${beforeDay} by now` : started;
}

/** How many sales a sum is made of, and how many of them are from earlier days. */
export function openWords({ count, earlier }: OpenSum): string {
  return earlier > 0 ? `${countOf(count, "sale")}, ${earlier} from earlier days` : countOf(count, "sale");
}

/** A number of things: "1 sale", "2 sales", "No sales". */
export function countOf(count: number, noun: string): string {
  if (count === 0) return `No ${noun}s`;
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** An hour of the wall clock as "14:00"; one that comes a second time says so. */
export function hourWords({ key }: HourPair): string {
  return key.endsWith("+") ? `${key.slice(0, -1)}:00 again` : `${key}:00`;
}

export type MatterWords = { tone: Tone; title: string; detail: string; button: string };

/** What needs somebody, in words: what it is, what to know, and what its button says. */
export function matterWords(matter: Matter, now: Date, place: Place): MatterWords {
  const { locale } = place;
  const money = (cents: number | null, currency: Figures["currency"] | null) =>
    cents === null || !currency ? null : formatMoney(cents, currency, locale);
  const since = (at: string) => `since ${timeOrDay(new Date(at), now, place)}`;
  switch (matter.kind) {
    case "second_approval":
      return {
        tone: "attention",
        title: `${money(matter.cents, matter.currency)} is approved on a second order`,
        detail: `${matter.number} · the shopper has approved this sale twice: release one`,
        button: "Open the order",
      };
    case "unconfirmed": {
      const noun = operationNoun(matter.operation, money(matter.cents, matter.currency));
      return {
        tone: "unconfirmed",
        title: `${noun.charAt(0).toUpperCase()}${noun.slice(1)} not confirmed`,
        detail: `${matter.number} · ${since(matter.at)}`,
        button: "Open the order",
      };
    }
    case "unsure_link":
      return {
        tone: "unconfirmed",
        title: `Not sure the link for ${money(matter.cents, matter.currency)} was sent`,
        detail: `${matter.number} · ${since(matter.at)}`,
        button: "Open the order",
      };
    case "refund_asked":
      return {
        tone: "attention",
        title: `${matter.person} asks for a refund of ${money(matter.cents, matter.currency)}`,
        detail: `${matter.number} · ${since(matter.at)}`,
        button: "Decide",
      };
    case "dispute":
      return disputeMatter(matter, money(matter.cents, matter.currency), now, place);
    case "webhooks":
      return {
        tone: "attention",
        title: `${countOf(matter.count, "message")} from Sezzle could not be worked off`,
        detail: `${since(matter.since)} · the till goes on trying, and asks Sezzle by itself meanwhile`,
        button: "See them",
      };
  }
}

function disputeMatter(
  { dueAt, name }: Extract<Matter, { kind: "dispute" }>,
  amount: string | null,
  now: Date,
  place: Place,
): MatterWords {
  const what = amount ? `Dispute over ${amount}` : "Dispute";
  const due = dueAt ? new Date(dueAt) : null;
  return {
    tone: "attention",
    title: due ? `${what}: answer by ${dueWords(due, place)}` : `${what}: answer it`,
    detail: due ? `${name} · ${timeToAnswer(due, now)}` : `${name} · Sezzle named no deadline`,
    button: "What to do",
  };
}
