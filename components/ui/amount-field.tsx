"use client";

import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { wordsIn } from "#lib/language.ts";
import { type Currency, formatMoney, moneyParts, parseAmount, plainAmount } from "#lib/money.ts";
import { controlWords } from "#lib/words/control-words.ts";

export type AmountFieldProps = {
  label: string;
  currency: Currency;
  locale: string;
  /** In cents; null when the text is not an amount. */
  valueCents: number | null;
  onChange: (amountCents: number | null) => void;
  /** The largest amount that can be asked for; shown, and held against what is typed. */
  maxCents: number;
  error?: string | null;
  autoFocus?: boolean;
};

/** What is wrong with an amount that must be above zero and at most the limit; null when nothing is. */
export function amountError(
  amountCents: number | null,
  maxCents: number,
  currency: Currency,
  locale: string,
): string | null {
  const words = wordsIn(controlWords, locale);
  if (amountCents === null) return words.notAnAmount;
  if (amountCents > maxCents) return `${words.atMost(formatMoney(maxCents, currency, locale))}.`;
  return amountCents === 0 ? words.moreThanZero : null;
}

/** An amount typed as text ("20", "20.00"), with its limit beneath. */
export function AmountField(props: AmountFieldProps) {
  const { currency, locale, maxCents, valueCents } = props;
  const [text, setText] = useState(() => (valueCents === null ? "" : plainAmount(valueCents, locale)));
  const { symbol, symbolFirst } = moneyParts(0, currency, locale);
  const ownError = text === "" ? null : amountError(parseAmount(text, locale), maxCents, currency, locale);

  function change(next: string) {
    setText(next);
    props.onChange(parseAmount(next, locale));
  }

  return (
    <Field
      label={props.label}
      leading={symbolFirst ? symbol : undefined}
      trailing={symbolFirst ? undefined : <span className="pr-4 text-title text-soft">{symbol}</span>}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      autoFocus={props.autoFocus}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setText((was) => tidy(was, locale))}
      hint={wordsIn(controlWords, locale).atMost(formatMoney(maxCents, currency, locale))}
      error={props.error ?? ownError}
      reserve
    />
  );
}

function tidy(text: string, locale: string): string {
  const amountCents = parseAmount(text, locale);
  return amountCents === null ? text : plainAmount(amountCents, locale);
}
