"use client";

import { useState } from "react";
import type { Draft } from "#components/stores/setting-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { moneyParts, parseAmount, plainAmount } from "#lib/money.ts";
import { storeFormWords } from "#lib/words/store-form-words.ts";

export type CentsFieldProps = {
  label: string;
  field: "minCents" | "maxCents" | "cashierRefundLimitCents";
  hint?: string;
  draft: Draft;
};

/** An amount of a store's settings, typed as text. What is no amount is kept as typed, and told. */
export function CentsField({ label, field, hint, draft: { values, set, errorOf } }: CentsFieldProps) {
  const locale = useLocale();
  const words = useWords(storeFormWords).amounts;
  const cents = values[field];
  const [typed, setTyped] = useState<string | null>(null);
  const { symbol, symbolFirst } = moneyParts(0, values.currency, locale);
  // Typed text stands for as long as it is this amount; once the form is left or saved, the amount itself is shown.
  const isCurrent = typed !== null && (parseAmount(typed, locale) ?? Number.NaN) === cents;
  const isNone = Number.isNaN(cents);
  return (
    <Field
      label={label}
      leading={symbolFirst ? symbol : undefined}
      trailing={symbolFirst ? undefined : <span className="pr-4 text-title text-soft">{symbol}</span>}
      inputMode="decimal"
      value={isCurrent || isNone ? (typed ?? "") : plainAmount(cents, locale)}
      hint={hint}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        set({ [field]: parseAmount(event.currentTarget.value, locale) ?? Number.NaN });
      }}
      error={isNone && typed !== "" ? words.noAmount : errorOf(field)}
      reserve
    />
  );
}
