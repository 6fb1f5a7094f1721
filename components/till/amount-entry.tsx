"use client";

import { type ClipboardEvent, type Ref, useId } from "react";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { type Currency, isCents, moneyParts, parseAmount } from "#lib/money.ts";
import { newSaleWords } from "#lib/words/new-sale-words.ts";

export type AmountEntryProps = {
  amountCents: number;
  currency: Currency;
  onChange: (amountCents: number) => void;
  active: boolean;
  onActive: () => void;
  hint: string;
  error: string | null;
  touch: boolean;
  readOnly: boolean;
  ref: Ref<HTMLInputElement>;
};

/**
 * The amount as the till's largest figure, typed as on a card terminal: digits come in from the right, so that
 * "8450" and "84.50" are the same. A real input, so that a keyboard, a paste and a screen reader work.
 */
export function AmountEntry(props: AmountEntryProps) {
  const { amountCents, currency, error, active } = props;
  const locale = useLocale();
  const { amount } = useWords(newSaleWords);
  const id = useId();
  const { symbol, number, symbolFirst } = moneyParts(amountCents, currency, locale);
  const tone = error ? "text-refused" : amountCents === 0 ? "text-faint" : "text-ink";
  const sign = <span className="text-[0.45em] font-medium text-soft">{symbol}</span>;

  function change(text: string) {
    const next = Number(text.replaceAll(/\D/g, ""));
    if (isCents(next)) props.onChange(next);
  }

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    event.preventDefault();
    const pasted = parseAmount(event.clipboardData.getData("text"), locale);
    if (pasted !== null) props.onChange(pasted);
  }

  return (
    <div className="text-center">
      <label htmlFor={id} className="sr-only">
        {amount}
      </label>
      <div
        style={{ fontSize: sizeOf(number.length) }}
        className={`relative inline-flex h-[calc(var(--text-hero)+8px)] max-w-full items-baseline ${symbolFirst ? "gap-[0.02em]" : "gap-[0.12em]"} font-semibold tabular-nums leading-none tracking-[-0.035em] ${tone}`}
      >
        {symbolFirst ? sign : null}
        <span className="relative">
          <span aria-hidden className="invisible px-[0.06em] leading-none">
            {number}
          </span>
          <input
            ref={props.ref}
            id={id}
            type="text"
            autoComplete="off"
            inputMode={props.touch ? "none" : "numeric"}
            size={1}
            value={number}
            readOnly={props.readOnly}
            onFocus={props.onActive}
            onSelect={(event) => keepCaretAtEnd(event.currentTarget)}
            onChange={(event) => change(event.currentTarget.value)}
            onPaste={paste}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-note`}
            className="absolute inset-0 w-full min-w-0 bg-transparent px-[0.06em] leading-none caret-transparent outline-none"
          />
        </span>
        {symbolFirst ? null : sign}
        <span
          aria-hidden
          className={`absolute inset-x-0 bottom-0 h-[3px] rounded-full transition-colors ${active ? "bg-accent" : "bg-transparent"}`}
        />
      </div>
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={`mt-1 text-label ${error ? "font-semibold text-refused" : "text-faint"}`}
      >
        {error ?? props.hint}
      </p>
    </div>
  );
}

/** Digits always enter at the right, wherever the field was touched; a selection of everything is left alone. */
function keepCaretAtEnd(input: HTMLInputElement) {
  const end = input.value.length;
  const isAll = input.selectionStart === 0 && input.selectionEnd === end;
  if (!isAll && input.selectionEnd !== end) input.setSelectionRange(end, end);
}

/** Long amounts are set smaller, so that seven figures fit a phone, also a narrow or a magnified one. */
function sizeOf(length: number): string {
  const shrink = length <= 8 ? 1 : length <= 10 ? 0.8 : 0.66;
  return `min(calc(var(--text-hero) * ${shrink}), calc((100vw - 24px) / ${length * 0.58 + 0.6}))`;
}
