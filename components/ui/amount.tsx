import { type Currency, moneyParts } from "#lib/money.ts";

export type AmountProps = {
  amountCents: number;
  currency: Currency;
  locale: string;
  size: "hero" | "figure" | "title";
};

const sizes = {
  hero: "text-hero font-semibold tracking-[-0.035em]",
  figure: "text-figure font-semibold tracking-[-0.02em]",
  title: "text-title font-semibold",
};

/** An amount as a figure: large digits, a small currency sign. */
export function Amount({ amountCents, currency, locale, size }: AmountProps) {
  const { symbol, number, symbolFirst } = moneyParts(amountCents, currency, locale);
  // A sign that stands behind is a word, with a space before it.
  const gap = symbolFirst ? "gap-[0.06em]" : "gap-[0.25em]";
  const sign = <span className={size === "title" ? "" : "text-[0.5em] font-medium text-soft"}>{symbol}</span>;
  return (
    <span className={`inline-flex items-baseline tabular-nums ${gap} whitespace-nowrap ${sizes[size]}`}>
      {symbolFirst ? sign : null}
      <span>{number}</span>
      {symbolFirst ? null : sign}
    </span>
  );
}
