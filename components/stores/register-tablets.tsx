"use client";

import { Tablet } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { QuestionSheet } from "#components/ui/question-sheet.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import type { RegisterView, TabletView } from "#lib/store-view.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { storeTabletWords } from "#lib/words/tablet-words.ts";
import { clockTime, timeOrDay } from "#lib/words/time-words.ts";

export type TabletActions = {
  offer: (input: { registerId: string }) => Promise<Result<{ code: string; until: string }>>;
  unpair: (input: { tabletId: string }) => Promise<Result<null>>;
  /** Shows what was paired meanwhile. */
  refresh: () => Promise<void>;
};

type RegisterTabletsProps = { register: RegisterView; timeZone: string; now: Date; actions: TabletActions };

/** The tablets that are one register, with the way to pair another and to unpair one. */
export function RegisterTablets({ register, timeZone, now, actions }: RegisterTabletsProps) {
  const words = useWords(storeTabletWords);
  const place = { timeZone, locale: useLocale() };
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [offer, setOffer] = useState<{ code: string; until: string } | null>(null);
  const [leaving, setLeaving] = useState<TabletView | null>(null);
  const { tablets } = register;

  async function pair() {
    const offered = await act.run(() => actions.offer({ registerId: register.id }));
    if (offered?.ok) setOffer(offered.value);
  }

  return (
    <div className="flex flex-col gap-2">
      {tablets.length > 0 ? (
        <ul aria-label={words.tabletsOf(register.name)} className="flex flex-col gap-1">
          {tablets.map((it) => (
            <li key={it.tabletId} className="flex items-center gap-3 rounded-small bg-sunken py-1 pr-1 pl-3">
              <Tablet aria-hidden size={20} className="shrink-0 text-soft" />
              <p className="min-w-0 flex-1 text-body leading-snug">
                {it.device}
                <span className="block text-label text-soft">
                  {words.lastSeen(timeOrDay(new Date(it.lastSeenAt), now, place))} ·{" "}
                  {words.paired(it.pairedBy, timeOrDay(new Date(it.pairedAt), now, place))}
                </span>
              </p>
              <Button
                size="desk"
                variant="quiet"
                aria-label={words.unpairWhich(it.device, register.name)}
                onClick={() => setLeaving(it)}
              >
                {words.unpair}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {register.isClosed ? null : (
        <div>
          <Button
            size="desk"
            variant="quiet"
            icon={<Tablet aria-hidden size={18} />}
            busy={act.busy}
            aria-label={words.pairFor(register.name)}
            onClick={pair}
          >
            {words.pair}
          </Button>
        </div>
      )}
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
      {offer ? (
        <CodeSheet
          title={words.codeTitle(register.name)}
          code={offer.code}
          until={clockTime(new Date(offer.until), place)}
          onClose={() => {
            setOffer(null);
            void actions.refresh();
          }}
        />
      ) : null}
      {leaving ? (
        <UnpairQuestion
          tablet={leaving}
          registerName={register.name}
          unpair={actions.unpair}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </div>
  );
}

type CodeSheetProps = { title: string; code: string; until: string; onClose: () => void };

function CodeSheet({ title, code, until, onClose }: CodeSheetProps) {
  const words = useWords(storeTabletWords);
  return (
    <Sheet onClose={onClose} title={title} description={words.codeHow}>
      <p className="rounded-card bg-sunken px-4 py-6 text-center text-figure font-semibold tracking-wider tabular-nums select-all">
        {code}
      </p>
      <p className="mt-2 text-center text-body text-soft">{words.codeGood(until)}</p>
      <Button variant="primary" className="mt-6 w-full" onClick={onClose}>
        {words.done}
      </Button>
    </Sheet>
  );
}

type UnpairQuestionProps = {
  tablet: TabletView;
  registerName: string;
  unpair: TabletActions["unpair"];
  onClose: () => void;
};

function UnpairQuestion({ tablet, registerName, unpair, onClose }: UnpairQuestionProps) {
  const words = useWords(storeTabletWords);
  const act = useAct(noAnswerWithoutMoneyProblem);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await act.run(() => unpair({ tabletId: tablet.tabletId }));
    if (result?.ok) onClose();
  }

  return (
    <QuestionSheet
      title={words.unpairTitle(tablet.device)}
      consequence={words.unpairConsequence(registerName)}
      actLabel={words.unpairIt}
      safeLabel={words.keep}
      variant="danger"
      act={act}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
