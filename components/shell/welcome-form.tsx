"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { homeTimeZones } from "#lib/business-day.ts";
import { shortestPassword } from "#lib/password.ts";
import { type Result, sentencesOf } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { welcomeWords } from "#lib/words/sign-in-words.ts";

export type WelcomeInput = {
  code: string;
  name: string;
  signInName: string;
  password: string;
  storeName: string;
  storeCode: string;
  country: "US" | "CA";
  timeZone: string;
  registers: number;
};

const empty = {
  code: "",
  name: "",
  signInName: "",
  password: "",
  storeName: "",
  storeCode: "",
  registers: "1",
};

/** What a new till asks once: the code from the log, who owns it, and the first store. */
export function WelcomeForm({ onSubmit }: { onSubmit: (input: WelcomeInput) => Promise<Result<null>> }) {
  const words = useWords(welcomeWords);
  const locale = useLocale();
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [text, setText] = useState(empty);
  const [country, setCountry] = useState<"US" | "CA">("US");
  const [timeZone, setTimeZone] = useState("America/New_York");
  const field = (name: keyof typeof empty) => ({
    name,
    value: text[name],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setText((before) => ({ ...before, [name]: value }));
    },
    error: act.problem?.field === name ? sentencesOf(act.problem, locale).happened : null,
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    await act.run(() => onSubmit({ ...text, country, timeZone, registers: Number(text.registers) }));
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <Field label={words.code} autoComplete="off" autoCapitalize="characters" {...field("code")} />
      <Field label={words.name} autoComplete="name" {...field("name")} />
      <Field
        label={words.signInName}
        hint={words.signInNameHint}
        pattern="[A-Za-z0-9._\-]{2,40}"
        autoComplete="username"
        autoCapitalize="none"
        {...field("signInName")}
      />
      <Field
        label={words.password}
        type="password"
        minLength={shortestPassword}
        hint={words.passwordHint(shortestPassword)}
        autoComplete="new-password"
        {...field("password")}
      />
      <Field label={words.storeName} hint={words.storeNameHint} autoComplete="off" {...field("storeName")} />
      <Field
        label={words.storeCode}
        hint={words.storeCodeHint}
        pattern="[A-Za-z0-9]{2,8}"
        autoComplete="off"
        autoCapitalize="characters"
        {...field("storeCode")}
      />
      <SelectField
        label={words.country}
        value={country}
        onChange={(value) => setCountry(value === "CA" ? "CA" : "US")}
      >
        <option value="US">{words.unitedStates}</option>
        <option value="CA">{words.canada}</option>
      </SelectField>
      <SelectField label={words.timeZone} value={timeZone} onChange={setTimeZone}>
        {homeTimeZones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
      <Field
        label={words.registers}
        type="number"
        min={1}
        max={20}
        inputMode="numeric"
        {...field("registers")}
      />
      {act.problem ? <ProblemCard problem={act.problem} /> : null}
      <Button type="submit" variant="primary" busy={act.busy} busyLabel={words.settingUp} className="w-full">
        {words.setUp}
      </Button>
    </form>
  );
}
