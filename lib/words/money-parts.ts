import type { Currency } from "../money.ts";

/** An amount in the parts screens set in different sizes: "$" and "1,084.50", and on which side the sign stands. */
export type MoneyParts = { symbol: string; number: string; symbolFirst: boolean };

const formats = new Map<string, Intl.NumberFormat>();

/**
 * Splits an amount, or a sum of amounts that may be larger than any of them, as the locale writes it into its currency sign and
 * its number. Throws a RangeError when it is not a whole number of cents from 0 on.
 */
export function moneyParts(amountCents: number, currency: Currency, locale: string): MoneyParts {
  if (!Number.isSafeInteger(amountCents) || amountCents < 0)
    throw new RangeError(`not an amount in cents: ${amountCents}`);
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency });
    formats.set(key, format);
  }
  const parts = format.formatToParts(amountCents / 100);
  const symbol = parts.find((part) => part.type === "currency")?.value ?? currency;
  const number = parts
    .filter((part) => part.type !== "currency" && part.type !== "literal")
    .map((part) => part.value)
    .join("");
  return { symbol, number, symbolFirst: parts[0]?.type === "currency" };
}
