import { useLocale } from "#components/ui/language.tsx";
import { payoutMoney } from "#lib/words/payout-words.ts";

export type MoneyProps = { cents: number; currency: string; strong?: boolean };

/** An amount of a payout, with its sign, in figures that stand under each other. */
export function Money({ cents, currency, strong = false }: MoneyProps) {
  return (
    <span className={`whitespace-nowrap tabular-nums ${strong ? "font-semibold" : ""}`}>
      {payoutMoney(cents, currency, useLocale())}
    </span>
  );
}
