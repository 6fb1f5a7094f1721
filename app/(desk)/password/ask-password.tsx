"use client";

import { KeyRound } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { tabletWords } from "#lib/words/tablet-words.ts";

type AskPasswordProps = {
  personId: string;
  sessionId: string;
  lock: (given: unknown) => Promise<Result<null>>;
};

/** What somebody who came in with a PIN finds where the desk begins. */
export function AskPassword({ personId, sessionId, lock }: AskPasswordProps) {
  const words = useWords(tabletWords);
  const act = useAct(noAnswerWithoutMoneyProblem);

  async function signInAnew() {
    const locked = await act.run(() => lock({ personId, sessionId }));
    if (locked?.ok) window.location.assign("/sign-in?with=password");
  }

  return (
    <div className="mx-auto flex max-w-140 flex-col items-center gap-3 px-6 py-20 text-center">
      <KeyRound aria-hidden size={32} className="text-soft" />
      <h1 className="text-title font-semibold">{words.passwordTitle}</h1>
      <p className="text-body text-soft">{words.passwordLead}</p>
      {act.problem ? <ProblemCard problem={act.problem} /> : null}
      <Button variant="primary" busy={act.busy} onClick={signInAnew}>
        {words.passwordAct}
      </Button>
      <Link href="/till" className={buttonClass("quiet")}>
        {words.backToTill}
      </Link>
    </div>
  );
}
