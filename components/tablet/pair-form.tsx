"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { type Result, sentencesOf } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { pairWords } from "#lib/words/tablet-words.ts";

export type PairFormProps = { signInHref: string; onPair: (code: string) => Promise<Result<null>> };

/** Takes the code that makes this browser a register's tablet. */
export function PairForm({ signInHref, onPair }: PairFormProps) {
  const words = useWords(pairWords);
  const locale = useLocale();
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [code, setCode] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() !== "") await act.run(() => onPair(code));
  }

  return (
    <form onSubmit={submit} autoComplete="off" noValidate className="flex flex-col gap-5">
      <p className="text-body text-soft">{words.how}</p>
      <Field
        label={words.code}
        hint={words.codeHint}
        value={code}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        onChange={(event) => {
          setCode(event.currentTarget.value.toUpperCase());
          act.dismiss();
        }}
        error={act.problem?.field === "code" ? sentencesOf(act.problem, locale).happened : null}
      />
      {act.problem ? <ProblemCard problem={act.problem} /> : null}
      <Button
        type="submit"
        variant="primary"
        busy={act.busy}
        busyLabel={words.pairing}
        soft={code.trim() === ""}
        className="w-full"
      >
        {words.pair}
      </Button>
      <Link href={signInHref} className={`${buttonClass("quiet")} -mt-3 w-full`}>
        {words.back}
      </Link>
    </form>
  );
}
