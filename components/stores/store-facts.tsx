"use client";

import { useLocale, useWords } from "#components/ui/language.tsx";
import type { StoreField, StoreSettings } from "#lib/store-settings.ts";
import { settingNames, settingWords } from "#lib/words/store-words.ts";

export type StoreFactsProps = { settings: StoreSettings; fields: readonly StoreField[] };

/** Settings of a store, told. */
export function StoreFacts({ settings, fields }: StoreFactsProps) {
  const locale = useLocale();
  const names = useWords(settingNames);
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
      {fields.map((field) => (
        <div key={field} className="min-w-0">
          <dt className="text-label text-faint first-letter:uppercase">{names[field]}</dt>
          <dd className="text-body wrap-anywhere first-letter:uppercase">
            {settingWords(field, settings, locale)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
