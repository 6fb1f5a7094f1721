"use client";

import { CentsField } from "#components/stores/cents-field.tsx";
import { type SaveSettings, SettingForm } from "#components/stores/setting-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { homeTimeZones } from "#lib/business-day.ts";
import { locales } from "#lib/language.ts";
import { currencies } from "#lib/money.ts";
import { type StoreSettings, shortestRetentionDays } from "#lib/store-settings.ts";
import type { StoreView } from "#lib/store-view.ts";
import { storeFormWords } from "#lib/words/store-form-words.ts";
import { hourWords, lifetimeWords, localeWords } from "#lib/words/store-words.ts";

export type StoreFormsProps = { store: StoreView; save: SaveSettings };

const minute = 60_000;
const lifetimes = [5, 10, 15, 20, 30, 45, 60, 90, 120, 240, 480, 1440].map((it) => it * minute);

/** What a store is and sells under, in forms that are saved each alone. */
export function StoreForms({ store, save }: StoreFormsProps) {
  const locale = useLocale();
  const words = useWords(storeFormWords);
  const languages = useWords(localeWords);
  const common = { settings: store.settings, save };
  const fixedHint = store.hasSales ? words.fixed : undefined;
  return (
    <>
      <SettingForm {...common} title={words.name.title} fields={["name", "code"]} counts={words.nextSale}>
        {({ values, set, errorOf }) => (
          <>
            <Field
              label={words.name.name}
              value={values.name}
              maxLength={60}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={errorOf("name")}
            />
            <Field
              label={words.name.code}
              value={values.code}
              maxLength={8}
              readOnly={store.hasSales}
              autoCapitalize="characters"
              hint={fixedHint ?? words.name.codeHint}
              onChange={(event) => set({ code: event.currentTarget.value })}
              error={errorOf("code")}
            />
          </>
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title={words.place.title}
        fields={["currency", "timeZone", "locale"]}
        counts={words.nextSale}
      >
        {({ values, set, errorOf }) => (
          <>
            <SelectField
              label={words.place.currency}
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
              label={words.place.timeZone}
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
              label={words.place.language}
              value={values.locale}
              hint={words.place.languageHint}
              onChange={(value) => set({ locale: value as StoreSettings["locale"] })}
            >
              {locales.map((it) => (
                <option key={it} value={it}>
                  {languages[it]}
                </option>
              ))}
            </SelectField>
          </>
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title={words.amounts.title}
        fields={["minCents", "maxCents"]}
        counts={words.nextSale}
      >
        {(draft) => (
          <div className="grid gap-4 sm:grid-cols-2">
            <CentsField label={words.amounts.least} field="minCents" draft={draft} />
            <CentsField label={words.amounts.most} field="maxCents" draft={draft} />
          </div>
        )}
      </SettingForm>
      <SettingForm {...common} title={words.link.title} fields={["checkoutTtlMs"]} counts={words.link.counts}>
        {({ values, set, errorOf }) => (
          <SelectField
            label={words.link.lifetime}
            value={String(values.checkoutTtlMs)}
            error={errorOf("checkoutTtlMs")}
            onChange={(value) => set({ checkoutTtlMs: Number(value) })}
          >
            {[...new Set([...lifetimes, values.checkoutTtlMs])]
              .sort((a, b) => a - b)
              .map((it) => (
                <option key={it} value={it}>
                  {lifetimeWords(it, locale)}
                </option>
              ))}
          </SelectField>
        )}
      </SettingForm>
      <SettingForm {...common} title={words.day.title} fields={["cutOffHour"]} counts={words.day.counts}>
        {({ values, set }) => (
          <SelectField
            label={words.day.begins}
            value={String(values.cutOffHour)}
            hint={words.day.beginsHint}
            onChange={(value) => set({ cutOffHour: Number(value) })}
          >
            {Array.from({ length: 24 }, (_, hour) => (
              <option key={String(hour)} value={hour}>
                {hourWords(hour, locale)}
              </option>
            ))}
          </SelectField>
        )}
      </SettingForm>
      <SettingForm
        {...common}
        title={words.contacts.title}
        fields={["contactRetentionDays"]}
        counts={words.contacts.counts}
      >
        {({ values, set, errorOf }) => (
          <>
            <SelectField
              label={words.contacts.label}
              value={values.contactRetentionDays === null ? "keep" : "erase"}
              onChange={(value) => set({ contactRetentionDays: value === "keep" ? null : 365 })}
            >
              <option value="keep">{words.contacts.keep}</option>
              <option value="erase">{words.contacts.erase}</option>
            </SelectField>
            {values.contactRetentionDays === null ? null : (
              <Field
                label={words.contacts.days}
                type="number"
                inputMode="numeric"
                min={shortestRetentionDays}
                value={Number.isNaN(values.contactRetentionDays) ? "" : values.contactRetentionDays}
                hint={words.contacts.daysHint(shortestRetentionDays)}
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
