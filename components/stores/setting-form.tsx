"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { showFault } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { type Result, sentencesOf } from "#lib/problem.ts";
import {
  isSameSetting,
  type StoreField,
  type StoreSettings,
  settingFaultSentence,
  settingsFault,
} from "#lib/store-settings.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { storeFormWords } from "#lib/words/store-form-words.ts";

/** Saves some settings: as the screen showed them, and as they are to be. */
export type SaveSettings = (input: {
  was: Partial<StoreSettings>;
  to: Partial<StoreSettings>;
}) => Promise<Result<null>>;

export type Draft = {
  values: StoreSettings;
  set: (change: Partial<StoreSettings>) => void;
  /** What is wrong with a field, once saving was tried or the server said so. */
  errorOf: (field: StoreField) => string | null;
};

export type SettingFormProps = {
  title: string;
  settings: StoreSettings;
  fields: readonly StoreField[];
  save: SaveSettings;
  /** When a change begins to count; shown beside Save. */
  counts: string;
  children: (draft: Draft) => ReactNode;
};

/** A few settings that belong together. Changing them saves nothing yet: that is done on purpose, and for these alone. */
export function SettingForm({ title, settings, fields, save, counts, children }: SettingFormProps) {
  const locale = useLocale();
  const words = useWords(storeFormWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [change, setChange] = useState<Partial<StoreSettings>>({});
  const [pressed, setPressed] = useState(false);
  const values = { ...settings, ...change };
  const changed = fields.filter((it) => !isSameSetting(values[it], settings[it]));
  const isChanged = changed.length > 0;
  const fault = isChanged ? settingsFault(trimmed(values)) : null;
  const { problem } = act;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPressed(true);
    if (!isChanged) return;
    if (fault) return showFault(event.currentTarget);
    const result = await act.run(() =>
      save({ was: pick(settings, changed), to: pick(trimmed(values), changed) }),
    );
    if (result?.ok) leave();
  }

  function leave() {
    act.dismiss();
    setPressed(false);
    setChange({});
  }

  const draft: Draft = {
    values,
    set: (more) => {
      act.dismiss();
      setChange((before) => ({ ...before, ...more }));
    },
    errorOf: (field) => {
      if (problem?.field === field) return sentencesOf(problem, locale).happened;
      return pressed && fault === field ? settingFaultSentence(fault, locale) : null;
    },
  };
  return (
    <Card title={title}>
      <form onSubmit={submit} noValidate autoComplete="off" className="flex flex-col gap-4">
        {children(draft)}
        {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
        {isChanged ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
            <p className="min-w-0 flex-1 basis-48 text-label text-soft">{counts}</p>
            <div className="flex flex-wrap gap-2">
              <Button size="desk" disabled={act.busy} onClick={leave}>
                {words.leave}
              </Button>
              <Button type="submit" variant="primary" size="desk" busy={act.busy} busyLabel={words.saving}>
                {words.save}
              </Button>
            </div>
          </div>
        ) : null}
      </form>
    </Card>
  );
}

function pick(settings: StoreSettings, fields: readonly StoreField[]): Partial<StoreSettings> {
  return Object.fromEntries(fields.map((it) => [it, settings[it]]));
}

function trimmed(settings: StoreSettings): StoreSettings {
  const code = settings.code.trim().toUpperCase();
  const refundReasons = settings.refundReasons.map((it) => it.trim());
  return { ...settings, name: settings.name.trim(), code, refundReasons };
}
