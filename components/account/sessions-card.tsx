"use client";

import { MonitorSmartphone } from "lucide-react";
import { useState } from "react";
import type { AccountActions } from "#components/account/account-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { deviceIn } from "#lib/device.ts";
import type { SessionView } from "#lib/session-view.ts";
import { sessionsWords } from "#lib/words/account-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

export type SessionsCardProps = {
  sessions: SessionView[];
  now: Date;
  timeZone: string;
  actions: Pick<AccountActions, "endSession" | "endOthers">;
};

/** The browsers one is signed in on; each but this one can be signed out from here. */
export function SessionsCard({ sessions, now, timeZone, actions }: SessionsCardProps) {
  const words = useWords(sessionsWords);
  const locale = useLocale();
  const place = { timeZone, locale };
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [ending, setEnding] = useState<string | null>(null);
  const others = sessions.filter((it) => !it.isThis);
  const time = (at: string) => timeOrDay(new Date(at), now, place);

  function end(sessionId: string | null) {
    setEnding(sessionId);
    return act.run(() => (sessionId ? actions.endSession({ sessionId }) : actions.endOthers()));
  }

  return (
    <Card title={words.title}>
      <ul className="-my-2 flex flex-col">
        {sessions.map((session) => (
          <li
            key={session.sessionId}
            className="flex min-h-16 flex-wrap items-center gap-x-3 gap-y-1 border-line py-2 not-first:border-t"
          >
            <MonitorSmartphone aria-hidden size={20} className="shrink-0 text-faint" />
            <span className="min-w-0 flex-1">
              <span className="block text-body font-medium">
                {deviceIn(session.device, locale)}
                {session.isThis ? <span className="text-soft"> · {words.thisOne}</span> : null}
              </span>
              <span className="block text-label text-soft">
                {words.times(time(session.createdAt), time(session.lastSeenAt))}
              </span>
            </span>
            {session.isThis ? null : (
              <Button
                size="desk"
                busy={act.busy && ending === session.sessionId}
                onClick={() => end(session.sessionId)}
                aria-label={words.endNamed(deviceIn(session.device, locale), time(session.createdAt))}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 ? (
        <Button size="desk" busy={act.busy && ending === null} onClick={() => end(null)}>
          {words.endOthers}
        </Button>
      ) : null}
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
      <p className="text-label text-faint">{words.limits}</p>
    </Card>
  );
}
