import type { ExpiryWarning } from "../expiry-warning.ts";
import { defineWords, wordsIn } from "../language.ts";
import { formatMoney } from "../money.ts";
import type { SaleView } from "../sale-view.ts";
import { erasedContact, maskedWords } from "./erased-words.ts";
import { spokenTimeLeft } from "./time-words.ts";

/** Whom a link went to, as short as it still tells two shoppers apart: "••• 2290". */
export function shortContact({ kind, masked }: SaleView["sentTo"], locale: string): string {
  const isNumber = kind === "sms" && masked !== erasedContact;
  return isNumber ? `••• ${masked.slice(-4)}` : maskedWords(masked, locale);
}

/** The same for a screen reader: "the shopper with 2 2 9 0". */
export function spokenContact({ kind, masked }: SaleView["sentTo"], locale: string): string {
  const isNumber = kind === "sms" && masked !== erasedContact;
  return isNumber
    ? wordsIn(expiryWords, locale).shopperWith([...masked.slice(-4)].join(" "))
    : maskedWords(masked, locale);
}

/** What is said of approvals that run out, beside the amounts and the time. */
export const expiryWords = defineWords({
  en: {
    /** What there is to do about one, and about several. */
    next: "Capture it or release it.",
    nextOfSeveral: "Capture or release them.",
    open: "Open the sale",
    more: (count: number) => `and ${count} more`,
    head: (count: number) => (count === 1 ? "An approval runs out soon" : `${count} approvals run out soon`),
    shopperWith: (lastFour: string) => `the shopper with ${lastFour}`,
    spoken: (amount: string, whom: string, left: string) =>
      `The approval of ${amount} for ${whom} runs out: ${left} left.`,
  },
  fr: {
    next: "Encaissez ou libérez.",
    nextOfSeveral: "Encaissez-les ou libérez-les.",
    open: "Ouvrir la vente",
    more: (count) => `et ${count} de plus`,
    head: (count) =>
      count === 1 ? "Une approbation expire bientôt" : `${count} approbations expirent bientôt`,
    shopperWith: (lastFour) => `le client au ${lastFour}`,
    spoken: (amount, whom, left) => `L'approbation de ${amount} pour ${whom} expire : il reste ${left}.`,
  },
});

/** What there is to do about an approval that runs out. */
export function expiryNext(locale: string): string {
  return wordsIn(expiryWords, locale).next;
}

/** A warning read aloud, once: "$46.20, ••• 2290: 5 minutes left. Capture it or release it." */
export function expirySpoken(warning: ExpiryWarning, now: Date, locale: string): string {
  const words = wordsIn(expiryWords, locale);
  const amount = formatMoney(warning.leftCents, warning.currency, locale);
  const whom = spokenContact(warning.sentTo, locale);
  return `${words.spoken(amount, whom, spokenTimeLeft(warning.expiresAt, now, locale))} ${words.next}`;
}
