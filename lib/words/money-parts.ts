import { assertCents, type Currency } from "../money.ts";

/** An amount in the parts screens set in different sizes: "$" and "1,084.50", and on which side the sign stands. */
export type MoneyParts = { symbol: string; number: string; symbolFirst: boolean };

const formats = new Map<string, Intl.NumberFormat>();

/** Splits an amount as the locale writes it into its currency sign and its number. Throws as `assertCents` does. */
export function moneyParts(amountCents: number, currency: Currency, locale: string): MoneyParts {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency });
    formats.set(key, format);
  }
  const parts = format.formatToParts(assertCents(amountCents) / 100);
  const symbol = parts.find((part) => part.type === "currency")?.value ?? currency;
  const number = parts
    .filter((part) => part.type !== "currency" && part.type !== "literal")
    .map((part) => part.value)
    .join("");
  return { symbol, number, symbolFirst: parts[0]?.type === "currency" };
}
