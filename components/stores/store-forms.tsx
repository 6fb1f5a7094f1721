"use client";

import { CaptureChoice } from "#components/stores/capture-choice.tsx";
import { CentsField } from "#components/stores/cents-field.tsx";
import { ReasonsField } from "#components/stores/reasons-field.tsx";
import { type SaveSettings, SettingForm } from "#components/stores/setting-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { homeTimeZones } from "#lib/business-day.ts";
import { locales } from "#lib/language.ts";
import { currencies } from "#lib/money.ts";
import { type StoreSettings, shortestRetentionDays } from "#lib/store-settings.ts";
import type { StoreView } from "#lib/store-view.ts";
import { hourWords, lifetimeWords, localeWords } from "#lib/words/store-words.ts";

export type StoreFormsProps = { store: StoreView; save: SaveSettings };

const minute = 60_000;
const lifetimes = [5, 10, 15, 20, 30, 45, 60, 90, 120, 240, 480, 1440].map((it) => it * minute);
const fixed = "Fixed, since this store has sold something.";

/** The settings of a store, in forms that are saved each alone. */
export function StoreForms({ store, save }: StoreFormsProps) {
  const common = { settings: store.settings, save };
  const fixedHint = store.hasSales ? fixed : undefined;
  return (
    <>
      <SettingForm {...common} title="Name" fields={["name", "code"]} counts="From the next sale on.">
        {({ values, set, errorOf }) => (
          <>
            <Field
              label="Name that shoppers and colleagues see"
              value={values.name}
              maxLength={60}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={errorOf("name")}
            />
            <Field
              label="Code"
              value={values.code}
              maxLength={8}
              readOnly={store.hasSales}
              autoCapitalize="characters"
              hint={fixedHint ?? "2 to 8 letters and digits; begins every sale's number"}
              onChange={(event) => set({ code: event.currentTarget.value })}
              error={errorOf("code")}
            />
          </>
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title="Place and language"
        fields={["currency", "timeZone", "locale"]}
        counts="From the next sale on."
      >
        {({ values, set, errorOf }) => (
          <>
            <SelectField
              label="Currency"
              value={values.currency}
              disabled={store.hasSales}
              hint={fixedHint}
              error={errorOf("currency")}
              onChange={(value) => set({ currency: value as StoreSettings["currency"] })}
            >
              {currencies.map((it) => (
                <option key={it}>{it}</option>
              ))}
            </SelectField>
            <SelectField
              label="Time zone"
              value={values.timeZone}
              disabled={store.hasSales}
              hint={fixedHint}
              error={errorOf("timeZone")}
              onChange={(timeZone) => set({ timeZone })}
            >
              {[...new Set([values.timeZone, ...homeTimeZones])].map((it) => (
                <option key={it}>{it}</option>
              ))}
            </SelectField>
            <SelectField
              label="Language"
              value={values.locale}
              hint="Sezzle writes to shoppers in it."
              onChange={(value) => set({ locale: value as StoreSettings["locale"] })}
            >
              {locales.map((it) => (
                <option key={it} value={it}>
                  {localeWords[it]}
                </option>
              ))}
            </SelectField>
          </>
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title="Amounts"
        fields={["minCents", "maxCents"]}
        counts="From the next sale on."
      >
        {(draft) => (
          <div className="grid gap-4 sm:grid-cols-2">
            <CentsField label="Least amount" field="minCents" draft={draft} />
            <CentsField label="Most amount" field="maxCents" draft={draft} />
          </div>
        )}
      </SettingForm>
      <SettingForm {...common} title="Link" fields={["checkoutTtlMs"]} counts="From the next link on.">
        {({ values, set, errorOf }) => (
          <SelectField
            label="How long a shopper has"
            value={String(values.checkoutTtlMs)}
            error={errorOf("checkoutTtlMs")}
            onChange={(value) => set({ checkoutTtlMs: Number(value) })}
          >
            {[...new Set([...lifetimes, values.checkoutTtlMs])]
              .sort((a, b) => a - b)
              .map((it) => (
                <option key={it} value={it}>
                  {lifetimeWords(it)}
                </option>
              ))}
          </SelectField>
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title="Capture"
        fields={["capturePolicy"]}
        counts="From the next approval on. What is approved already stays the cashier's to capture."
      >
        {({ values, set }) => (
          <CaptureChoice value={values.capturePolicy} onChange={(capturePolicy) => set({ capturePolicy })} />
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title="Refunds"
        fields={["cashierRefundLimitCents"]}
        counts="At once, for today too."
      >
        {(draft) => (
          <CentsField
            label="What a cashier may refund alone in a business day"
            field="cashierRefundLimitCents"
            hint="0: a manager approves each refund"
            draft={draft}
          />
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title="Reasons for a refund"
        fields={["refundReasons"]}
        counts="From the next refund on."
      >
        {(draft) => <ReasonsField draft={draft} />}
      </SettingForm>
      <SettingForm
        {...common}
        title="Business day"
        fields={["cutOffHour"]}
        counts="From the first business day on that is not closed. Closed days stay as they are, and the next begins where the last one ended."
      >
        {({ values, set }) => (
          <SelectField
            label="A business day begins at"
            value={String(values.cutOffHour)}
            hint="What is sold after midnight and before it belongs to the day before."
            onChange={(value) => set({ cutOffHour: Number(value) })}
          >
            {Array.from({ length: 24 }, (_, hour) => (
              <option key={hourWords(hour)} value={hour}>
                {hourWords(hour)}
              </option>
            ))}
          </SelectField>
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title="Shoppers' contacts"
        fields={["contactRetentionDays"]}
        counts="What is older goes within some hours, and cannot be brought back. The records of the money stay."
      >
        {({ values, set, errorOf }) => (
          <>
            <SelectField
              label="Phone numbers, e-mails and names"
              value={values.contactRetentionDays === null ? "keep" : "erase"}
              onChange={(value) => set({ contactRetentionDays: value === "keep" ? null : 365 })}
            >
              <option value="keep">Keep until somebody erases them</option>
              <option value="erase">Erase after some days</option>
            </SelectField>
            {values.contactRetentionDays === null ? null : (
              <Field
                label="Days after the sale's last change"
                type="number"
                inputMode="numeric"
                min={shortestRetentionDays}
                value={Number.isNaN(values.contactRetentionDays) ? "" : values.contactRetentionDays}
                hint={`At least ${shortestRetentionDays}. Never while money of the sale can still move.`}
                onChange={(event) => set({ contactRetentionDays: event.currentTarget.valueAsNumber })}
                error={errorOf("contactRetentionDays")}
              />
            )}
          </>
        )}
      </SettingForm>
    </>
  );
}
