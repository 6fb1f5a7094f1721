"use client";

import { Eraser } from "lucide-react";
import { ExtraEntry } from "#components/till/extra-entry.tsx";
import type { NewSaleStore } from "#components/till/new-sale-input.ts";
import { isEmptyDraft, type SaleDraft } from "#components/till/sale-draft.ts";
import { ShopperLanguage } from "#components/till/shopper-language.tsx";
import { useWords } from "#components/ui/language.tsx";
import { newSaleWords } from "#lib/words/new-sale-words.ts";

/** The longest name and receipt number that can be typed. */
const longestName = 80;
export const longestReceiptNumber = 60;

export type ExtrasRowProps = {
  store: NewSaleStore;
  draft: SaleDraft;
  onChange: (change: Partial<SaleDraft>) => void;
  onClear: () => void;
  /** Tells when one of the two fields has the focus, and when no more. */
  onFocused: (isFocused: boolean) => void;
  readOnly: boolean;
  nameError: string | null;
  receiptError: string | null;
};

/** What a sale may have besides: a name, a receipt number, in Canada the language of the message; and the way to begin again. */
export function ExtrasRow({ store, draft, onChange, onFocused, readOnly, ...props }: ExtrasRowProps) {
  const words = useWords(newSaleWords);
  const isEmpty = isEmptyDraft(draft);
  const isCanadian = store.country === "CA";
  return (
    <div className={`flex gap-1.5 sm:gap-2 ${isCanadian ? "max-[359px]:flex-wrap" : ""}`}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens to where the focus is */}
      <div
        className={`flex min-w-0 flex-1 gap-1.5 sm:gap-2 ${isCanadian ? "max-[359px]:basis-full" : ""}`}
        onFocus={() => onFocused(true)}
        onBlur={() => onFocused(false)}
      >
        <ExtraEntry
          {...words.name}
          text={draft.shopperName}
          onText={(shopperName) => onChange({ shopperName })}
          maxLength={longestName}
          readOnly={readOnly}
          error={props.nameError}
        />
        <ExtraEntry
          {...words.receipt}
          text={draft.receiptNumber}
          onText={(receiptNumber) => onChange({ receiptNumber })}
          maxLength={longestReceiptNumber}
          readOnly={readOnly}
          error={props.receiptError}
        />
      </div>
      {isCanadian ? (
        <ShopperLanguage
          storeLocale={store.locale}
          chosen={draft.shopperLocale}
          onChoose={(shopperLocale) => onChange({ shopperLocale })}
          disabled={readOnly}
        />
      ) : null}
      <button
        type="button"
        aria-label={words.clear}
        aria-disabled={readOnly || isEmpty || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!readOnly && !isEmpty) props.onClear();
        }}
        className={`grid h-14 w-11 shrink-0 place-items-center sm:w-14 rounded-card border border-line text-soft hover:bg-sunken ${isEmpty ? "opacity-40" : ""}`}
      >
        <Eraser aria-hidden size={20} />
      </button>
    </div>
  );
}
