"use client";

import { ChevronRight, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { registerWords } from "#lib/words/sign-in-words.ts";

export type RegisterPickerProps = {
  stores: { id: string; name: string; registers: { id: string; name: string }[] }[];
  onPick: (registerId: string) => Promise<Result<null>>;
};

/** Says which register this tablet is. One touch: every register is a button. */
export function RegisterPicker({ stores, onPick }: RegisterPickerProps) {
  const words = useWords(registerWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [picked, setPicked] = useState<string | null>(null);

  function pick(registerId: string) {
    setPicked(registerId);
    return act.run(() => onPick(registerId));
  }

  if (stores.every((store) => store.registers.length === 0)) {
    return <p className="text-body text-soft">{words.none}</p>;
  }
  return (
    <div className="flex flex-col gap-6">
      {act.problem ? <ProblemCard problem={act.problem} /> : null}
      {stores.map((store) => (
        <section key={store.id} aria-labelledby={`store-${store.id}`}>
          <h2 id={`store-${store.id}`} className="text-label font-semibold text-faint">
            {store.name}
          </h2>
          <ul className="mt-2 flex flex-col gap-2">
            {store.registers.map((register) => (
              <li key={register.id}>
                <button
                  type="button"
                  aria-disabled={act.busy || undefined}
                  onClick={() => pick(register.id)}
                  className="flex min-h-14 w-full items-center justify-between rounded-card border border-edge bg-card px-5 text-left text-body font-semibold transition-colors hover:bg-sunken active:bg-pressed"
                >
                  {register.name}
                  {act.busy && picked === register.id ? (
                    <LoaderCircle aria-label={words.working} size={20} className="animate-turn" />
                  ) : (
                    <ChevronRight aria-hidden size={20} className="text-faint" />
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
