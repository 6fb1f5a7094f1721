"use client";

import { CaptureChoice } from "#components/stores/capture-choice.tsx";
import { CentsField } from "#components/stores/cents-field.tsx";
import { ReasonsField } from "#components/stores/reasons-field.tsx";
import { SettingForm } from "#components/stores/setting-form.tsx";
import type { StoreFormsProps } from "#components/stores/store-forms.tsx";
import { useWords } from "#components/ui/language.tsx";
import { storeFormWords } from "#lib/words/store-form-words.ts";

/** When a store takes money, and how it gives it back, in forms that are saved each alone. */
export function MoneyForms({ store, save }: StoreFormsProps) {
  const words = useWords(storeFormWords);
  const common = { settings: store.settings, save };
  return (
    <>
      <SettingForm
        {...common}
        title={words.capture.title}
        fields={["capturePolicy"]}
        counts={words.capture.counts}
      >
        {({ values, set }) => (
          <CaptureChoice value={values.capturePolicy} onChange={(capturePolicy) => set({ capturePolicy })} />
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title={words.refunds.title}
        fields={["cashierRefundLimitCents"]}
        counts={words.refunds.counts}
      >
        {(draft) => (
          <CentsField
            label={words.refunds.limit}
            field="cashierRefundLimitCents"
            hint={words.refunds.limitHint}
            draft={draft}
          />
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title={words.reasons.title}
        fields={["refundReasons"]}
        counts={words.reasons.counts}
      >
        {(draft) => <ReasonsField draft={draft} />}
      </SettingForm>
    </>
  );
}
