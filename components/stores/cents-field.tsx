"use client";

import { useState } from "react";
import type { Draft } from "#components/stores/setting-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { parseAmount } from "#lib/money.ts";
import { moneyParts } from "#lib/words/money-parts.ts";

export type CentsFieldProps = {
  label: string;
  field: "minCents" | "maxCents" | "cashierRefundLimitCents";
  hint?: string;
  draft: Draft;
};

/** An amount of a store's settings, typed as text. What is no amount is kept as typed, and told. */
export function CentsField({ label, field, hint, draft: { values, set, errorOf } }: CentsFieldProps) {
  const cents = values[field];
  const [typed, setTyped] = useState<string | null>(null);
  const { symbol } = moneyParts(0, values.currency, values.locale);
  // Typed text stands for as long as it is this amount; once the form is left or saved, the amount itself is shown.
  const isCurrent = typed !== null && (parseAmount(typed) ?? Number.NaN) === cents;
  const isNone = Number.isNaN(cents);
  return (
    <Field
      label={label}
      leading={symbol}
      inputMode="decimal"
      value={isCurrent || isNone ? (typed ?? "") : plain(cents)}
      hint={hint}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        set({ [field]: parseAmount(event.currentTarget.value) ?? Number.NaN });
      }}
      error={isNone && typed !== "" ? "This is not an amount. Write it like 20 or 20.00." : errorOf(field)}
      reserve
    />
  );
}

function plain(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
