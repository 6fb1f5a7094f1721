"use client";

import { useWords } from "#components/ui/language.tsx";
import { type Locale, languageOf } from "#lib/language.ts";
import { newSaleWords, otherShopperLocale } from "#lib/words/new-sale-words.ts";

export type ShopperLanguageProps = {
  /** What the store's messages are written in. */
  storeLocale: string;
  /** What was chosen for this shopper; null is the store's. */
  chosen: Locale | null;
  onChoose: (locale: Locale | null) => void;
  disabled: boolean;
};

/** The language of the shopper's message, in a word; a touch changes it to the other one of the country. */
export function ShopperLanguage({ storeLocale, chosen, onChoose, disabled }: ShopperLanguageProps) {
  const words = useWords(newSaleWords).shopperReads;
  const now = chosen ?? storeLocale;
  const { name, change } = words[languageOf(now)];
  const other = otherShopperLocale(now);
  return (
    <button
      type="button"
      aria-label={change}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (!disabled) onChoose(languageOf(other) === languageOf(storeLocale) ? null : other);
      }}
      className={`h-14 w-11 shrink-0 rounded-card border px-1 text-label font-semibold hover:bg-sunken sm:w-24 sm:text-body ${chosen ? "border-accent bg-accent-wash text-accent" : "border-line text-soft"}`}
    >
      <span aria-hidden className="sm:hidden">
        {languageOf(now).toUpperCase()}
      </span>
      <span aria-hidden className="max-sm:hidden">
        {name}
      </span>
    </button>
  );
}
