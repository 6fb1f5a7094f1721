"use client";

import { useState } from "react";
import type { AccountActions } from "#components/account/account-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { type Locale, locales } from "#lib/language.ts";
import { languageCardWords, languageNames } from "#lib/words/language-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type LanguageCardProps = {
  /** Null: as the store has it. */
  chosen: Locale | null;
  /** What the store has. */
  ofStore: Locale;
  setLocale: AccountActions["setLocale"];
};

/** What one's screens are written in. */
export function LanguageCard({ chosen, ofStore, setLocale }: LanguageCardProps) {
  const words = useWords(languageCardWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  // What was just chosen is shown until the page comes in it: a list that fell back for a moment would read as refused.
  const [wish, setWish] = useState<{ locale: Locale | null; over: Locale | null } | null>(null);
  const shown = wish && wish.over === chosen ? wish.locale : chosen;

  async function choose(locale: Locale | null) {
    if (act.busy) return;
    setWish({ locale, over: chosen });
    const result = await act.run(() => setLocale({ locale }));
    if (!result?.ok) setWish(null);
  }

  return (
    <Card title={words.title}>
      <p className="-mt-2 text-body text-soft">{words.lead}</p>
      <SelectField
        label={words.label}
        value={shown ?? ""}
        onChange={(value) => void choose(locales.find((it) => it === value) ?? null)}
      >
        <option value="">{words.asStore(languageNames[ofStore])}</option>
        {locales.map((it) => (
          <option key={it} value={it} lang={it}>
            {languageNames[it]}
          </option>
        ))}
      </SelectField>
      {act.problem ? <ProblemCard problem={act.problem} /> : null}
    </Card>
  );
}
