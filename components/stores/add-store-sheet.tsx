"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { homeTimeZones } from "#lib/business-day.ts";
import { type Locale, languageOf, locales } from "#lib/language.ts";
import type { Currency } from "#lib/money.ts";
import { type Result, sentencesOf } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { settingFaultWords, storeFormWords } from "#lib/words/store-form-words.ts";
import { localeWords } from "#lib/words/store-words.ts";
import { addStoreWords, storesWords } from "#lib/words/stores-words.ts";

export type NewStoreInput = {
  name: string;
  code: string;
  currency: Currency;
  timeZone: string;
  locale: Locale;
  registers: number;
};

export type AddStoreSheetProps = {
  add: (input: NewStoreInput) => Promise<Result<{ storeId: string }>>;
  onClose: () => void;
};

/** Adds a store: what is fixed once it sells, and how many registers it has. The rest is set on its page. */
export function AddStoreSheet({ add, onClose }: AddStoreSheetProps) {
  const reader = useLocale();
  // Somebody who reads French most likely adds a store where it is spoken.
  const inCanada: Locale = languageOf(reader) === "fr" ? "fr-CA" : "en-CA";
  const words = useWords(addStoreWords);
  const { addAStore } = useWords(storesWords);
  const { name: nameForm, place } = useWords(storeFormWords);
  const faultWords = useWords(settingFaultWords);
  const languages = useWords(localeWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [text, setText] = useState({ name: "", code: "", registers: "1" });
  const [currency, setCurrency] = useState<Currency>("USD");
  const [locale, setLocale] = useState<Locale>("en-US");
  const [timeZone, setTimeZone] = useState("America/New_York");
  const [pressed, setPressed] = useState(false);
  const code = text.code.trim().toUpperCase();
  const registers = Number(text.registers);
  const faults = {
    name: text.name.trim() === "" ? words.typeName : null,
    code: /^[A-Z0-9]{2,8}$/.test(code) ? null : faultWords.code(),
    registers: Number.isInteger(registers) && registers >= 1 && registers <= 20 ? null : words.registersFault,
  };
  const { problem } = act;
  const told = problem?.field ? { field: problem.field, ...sentencesOf(problem, reader) } : null;
  const field = (name: keyof typeof text) => ({
    value: text[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      act.dismiss();
      setText((before) => ({ ...before, [name]: value }));
    },
    error: told?.field === name ? told.happened : pressed ? faults[name] : null,
    reserve: true,
  });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPressed(true);
    if (faults.name || faults.code || faults.registers) return showFault(event.currentTarget);
    const input = { name: text.name.trim(), code, currency, timeZone, locale, registers };
    const result = await act.run(() => add(input));
    if (result?.ok) onClose();
  }

  return (
    <QuestionSheet
      title={addAStore}
      consequence={words.means}
      actLabel={words.act}
      busyLabel={words.busy}
      safeLabel={words.back}
      variant="primary"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={words.name} maxLength={60} autoFocus {...field("name")} />
      <Field
        label={nameForm.code}
        maxLength={8}
        autoCapitalize="characters"
        hint={words.codeHint}
        {...field("code")}
      />
      <SelectField
        label={place.currency}
        value={currency}
        onChange={(value) => {
          setCurrency(value === "CAD" ? "CAD" : "USD");
          setLocale(value === "CAD" ? inCanada : "en-US");
        }}
      >
        <option value="USD">{words.countries.USD}</option>
        <option value="CAD">{words.countries.CAD}</option>
      </SelectField>
      <SelectField label={place.timeZone} value={timeZone} onChange={setTimeZone}>
        {homeTimeZones.map((it) => (
          <option key={it}>{it}</option>
        ))}
      </SelectField>
      <SelectField label={place.language} value={locale} onChange={(value) => setLocale(value as Locale)}>
        {locales.map((it) => (
          <option key={it} value={it}>
            {languages[it]}
          </option>
        ))}
      </SelectField>
      <Field
        label={words.registers}
        type="number"
        inputMode="numeric"
        min={1}
        max={20}
        {...field("registers")}
      />
    </QuestionSheet>
  );
}
