"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { QuestionSheet, showFault } from "#components/ui/question-sheet.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { homeTimeZones } from "#lib/business-day.ts";
import { type Locale, locales } from "#lib/language.ts";
import type { Currency } from "#lib/money.ts";
import type { Result } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { localeWords } from "#lib/words/store-words.ts";

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
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [text, setText] = useState({ name: "", code: "", registers: "1" });
  const [currency, setCurrency] = useState<Currency>("USD");
  const [locale, setLocale] = useState<Locale>("en-US");
  const [timeZone, setTimeZone] = useState("America/New_York");
  const [pressed, setPressed] = useState(false);
  const code = text.code.trim().toUpperCase();
  const registers = Number(text.registers);
  const faults = {
    name: text.name.trim() === "" ? "Type the name that shoppers see." : null,
    code: /^[A-Z0-9]{2,8}$/.test(code) ? null : "2 to 8 letters and digits.",
    registers: Number.isInteger(registers) && registers >= 1 && registers <= 20 ? null : "1 to 20.",
  };
  const told = act.problem?.field;
  const field = (name: keyof typeof text) => ({
    value: text[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      act.dismiss();
      setText((before) => ({ ...before, [name]: value }));
    },
    error: told === name ? (act.problem?.happened ?? null) : pressed ? faults[name] : null,
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
      title="Add a store"
      consequence="Code, currency and time zone are fixed once it has sold something."
      actLabel="Add the store"
      busyLabel="Adding…"
      safeLabel="Back, add none"
      variant="primary"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" maxLength={60} autoFocus {...field("name")} />
      <Field
        label="Code"
        maxLength={8}
        autoCapitalize="characters"
        hint="Begins every sale's number"
        {...field("code")}
      />
      <SelectField
        label="Currency"
        value={currency}
        onChange={(value) => {
          setCurrency(value === "CAD" ? "CAD" : "USD");
          setLocale(value === "CAD" ? "en-CA" : "en-US");
        }}
      >
        <option value="USD">United States, USD</option>
        <option value="CAD">Canada, CAD</option>
      </SelectField>
      <SelectField label="Time zone" value={timeZone} onChange={setTimeZone}>
        {homeTimeZones.map((it) => (
          <option key={it}>{it}</option>
        ))}
      </SelectField>
      <SelectField label="Language" value={locale} onChange={(value) => setLocale(value as Locale)}>
        {locales.map((it) => (
          <option key={it} value={it}>
            {localeWords[it]}
          </option>
        ))}
      </SelectField>
      <Field label="Registers" type="number" inputMode="numeric" min={1} max={20} {...field("registers")} />
    </QuestionSheet>
  );
}
