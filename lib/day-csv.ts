import { csvAmount, csvLine } from "./csv.ts";
import type { ClosedDay, DaySums, Sum } from "./day-report.ts";
import { type Locale, wordsIn } from "./language.ts";
import { elsewhereWords, sumNames, sumWords } from "./words/day-words.ts";
import { matterWords } from "./words/open-matter-words.ts";
import { statusWords } from "./words/status-words.ts";

/** What programs read, and what is the same whoever takes it along, is in one language. */
const locale: Locale = "en-US";
const elsewhere = wordsIn(elsewhereWords, locale);
const sumsNamed = wordsIn(sumWords, locale);

/** A signed-off day as a CSV file, one number a line: part, name, what, how many, amount, currency, words. In English. */
export function dayCsv(day: ClosedDay): string {
  const { currency } = day.store;
  const lines: string[] = [csvLine(["Part", "Name", "What", "Count", "Amount", "Currency", "Words"])];
  const tell = (part: string, name: string, what: string, words: string) =>
    lines.push(csvLine([part, name, what, "", "", "", words]));
  const count = (part: string, name: string, what: string, sum: Sum, words = "") =>
    lines.push(csvLine([part, name, what, sum.count, csvAmount(sum.amountCents), currency, words]));
  const countAll = (part: string, name: string, sums: DaySums) => {
    for (const what of sumNames) count(part, name, sumsNamed[what], sums[what]);
  };

  tell("Day", day.store.name, "Store", day.store.code);
  tell("Day", day.store.name, "Business day", day.date);
  tell("Day", day.store.name, "From (UTC)", day.from);
  tell("Day", day.store.name, "Until (UTC)", day.to);
  tell("Day", day.store.name, "Time zone", day.store.timeZone);
  if (day.to < day.plannedTo) tell("Day", day.store.name, "Closed before its end (UTC)", day.plannedTo);
  tell("Day", day.store.name, "Signed by", day.closedBy);
  tell("Day", day.store.name, "Signed at (UTC)", day.closedAt);
  countAll("Total", day.store.name, day.totals);
  for (const { status, ...sum } of day.byStatus)
    count("Status", statusWords(status, "en-US").label, "Started", sum);
  for (const { person, ...sums } of day.byPerson) countAll("Cashier", person ?? elsewhere.person, sums);
  for (const { register, ...sums } of day.byRegister)
    countAll("Register", register ?? elsewhere.register, sums);
  for (const matter of day.open) {
    const { label } = matterWords(matter, locale);
    count("Open", matter.number, label, { count: 1, amountCents: matter.amountCents }, matter.explanation);
  }
  return lines.join("");
}
