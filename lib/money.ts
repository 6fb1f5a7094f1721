import { type Locale, languageOf, type Words, wordsIn } from "./language.ts";

/** Currencies Sezzle's in-store flow is offered in. */
export const currencies = ["USD", "CAD"] as const;
export type Currency = (typeof currencies)[number];

/** An amount of money: integer cents beside its currency. */
export type Money = { amountCents: number; currency: Currency };

/** The largest amount the till deals in: $1,000,000.00. Far above any sale, far below unsafe integers. */
export const largestAmountCents = 100_000_000;

/** Tells whether a value is an amount of cents the till accepts: a whole number from 0 to the largest amount. */
export function isCents(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= largestAmountCents;
}

/** Returns the value, or throws a RangeError when it is not a whole number of cents from 0 to the largest amount. */
export function assertCents(value: number): number {
  if (!isCents(value)) throw new RangeError(`not an amount in cents: ${value}`);
  return value;
}

/** An amount in the parts screens set in different sizes: "$" and "1,084.50", and on which side the symbol stands. */
export type MoneyParts = { symbol: string; number: string; symbolFirst: boolean };

// Every screen writes amounts, and a browser takes 15 ms to make its first `Intl.NumberFormat`, in the middle of drawing the till. So how
// the three locales write dollars is kept here; the tests hold it against `Intl`.
const noBreakSpace = "\u00a0";
const dollars: Record<
  Locale,
  { USD: string; CAD: string; group: string; point: string; symbolFirst: boolean }
> = {
  "en-US": { USD: "$", CAD: "CA$", group: ",", point: ".", symbolFirst: true },
  "en-CA": { USD: "US$", CAD: "$", group: ",", point: ".", symbolFirst: true },
  "fr-CA": { USD: `$${noBreakSpace}US`, CAD: "$", group: noBreakSpace, point: ",", symbolFirst: false },
};

function write(cents: number, currency: Currency, locale: string): MoneyParts {
  const style = dollars[locale as Locale] ?? dollars[languageOf(locale) === "fr" ? "fr-CA" : "en-US"];
  const whole = String(Math.floor(cents / 100)).replaceAll(/\B(?=(?:\d{3})+$)/g, style.group);
  const number = `${whole}${style.point}${String(cents % 100).padStart(2, "0")}`;
  return { symbol: style[currency], number, symbolFirst: style.symbolFirst };
}

/**
 * Splits an amount, or a sum of amounts that may be larger than any of them, as the locale writes it into its currency sign and
 * its number. Throws a RangeError when it is not a whole number of cents from 0 on.
 */
export function moneyParts(amountCents: number, currency: Currency, locale: string): MoneyParts {
  if (!Number.isSafeInteger(amountCents) || amountCents < 0)
    throw new RangeError(`not an amount in cents: ${amountCents}`);
  return write(amountCents, currency, locale);
}

/**
 * Writes an amount for people, as "$84.50". Where the reader's locale would add the country to the sign
 * ("US$"), it does so only when the currency is not the one used at home.
 */
export function formatMoney(amountCents: number, currency: Currency, locale = "en-US"): string {
  return formatTotal(assertCents(amountCents), currency, locale);
}

/**
 * Writes a sum of amounts, which may be larger than any amount the till deals in, or below zero. Throws a RangeError when it is not a
 * whole number of cents.
 */
export function formatTotal(totalCents: number, currency: Currency, locale = "en-US"): string {
  const { symbol, number, symbolFirst } = moneyParts(Math.abs(totalCents), currency, locale);
  const sign = totalCents < 0 ? "-" : "";
  return symbolFirst ? `${sign}${symbol}${number}` : `${sign}${number}${noBreakSpace}${symbol}`;
}

/** The next amount after a keypad digit ("0" to "9" or "00"); stays as it is when it would grow too large. */
export function pressDigit(amountCents: number, digit: string): number {
  const next = amountCents * 10 ** digit.length + Number(digit);
  return isCents(next) ? next : amountCents;
}

/** The amount after the keypad's backspace. */
export function pressBackspace(amountCents: number): number {
  return Math.floor(amountCents / 10);
}

/** An amount as it stands in a field: "1084.50", in French "1084,50". `parseAmount` reads it back. */
export function plainAmount(amountCents: number, locale: string): string {
  const point = languageOf(locale) === "fr" ? "," : ".";
  return `${Math.floor(amountCents / 100)}${point}${String(amountCents % 100).padStart(2, "0")}`;
}

const amountText: Words<RegExp> = {
  en: /^\$?(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{0,2}))?$/,
  // Whoever writes French may have an English keyboard: the point does as well.
  fr: /^(\d{1,3}(?:\s\d{3})+|\d{1,7})(?:[,.](\d{0,2}))?(?:\s?\$)?$/,
};

/**
 * Reads what a person typed as an amount ("84.5", "$1,084.50", "84"; in French "84,5", "1 084,50 $") into cents, by decimal text and
 * never through a float. Null when it is not an amount.
 */
export function parseAmount(text: string, locale: string): number | null {
  const match = wordsIn(amountText, locale).exec(text.trim());
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  const cents = Number(whole.replaceAll(/[,\s]/g, "")) * 100 + Number(fraction.padEnd(2, "0"));
  return isCents(cents) ? cents : null;
}
