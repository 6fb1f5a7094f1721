"use client";

import { ArrowLeft } from "lucide-react";
import { type FormEvent, useState } from "react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import type { PersonActions } from "#components/people/person-actions.ts";
import { type PersonStep, personSteps, roleStep } from "#components/people/person-steps.ts";
import { RoleChoice } from "#components/people/role-choice.tsx";
import {
  type TemporaryPassword,
  TemporaryPasswordCard,
} from "#components/people/temporary-password-card.tsx";
import { History } from "#components/sale/history.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { QuestionSheet } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { StaffRole } from "#lib/people.ts";
import type { PersonView } from "#lib/person-view.ts";
import type { HistoryLineView } from "#lib/sale-view.ts";
import { peopleWords, presence, rolesLine } from "#lib/words/people-words.ts";
import { personWords } from "#lib/words/person-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { personRole } from "#lib/words/role-words.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

export type PersonScreenProps = {
  person: PersonView;
  activity: HistoryLineView[];
  viewerIsOwner: boolean;
  now: Date;
  peopleHref: string;
  actions: PersonActions;
};

/** One person: who they are, what they may, how they sign in, and what they did. */
export function PersonScreen(props: PersonScreenProps) {
  const { person, activity, viewerIsOwner, now, actions } = props;
  const locale = useLocale();
  const words = useWords(personWords);
  const people = useWords(peopleWords);
  const place = { timeZone: person.timeZone, locale };
  const [step, setStep] = useState<PersonStep | null>(null);
  const [given, setGiven] = useState<TemporaryPassword | null>(null);
  const steps = personSteps(person, viewerIsOwner, locale);
  return (
    <>
      <Link
        href={props.peopleHref}
        className="mx-2 mt-2 -mb-4 inline-flex min-h-11 items-center gap-2 rounded-card px-2 text-body font-semibold hover:bg-sunken sm:mx-4 desk:mx-6"
      >
        <ArrowLeft aria-hidden size={20} /> {people.title}
      </Link>
      <DeskPage
        title={person.name}
        lead={words.lead(
          person.signInName,
          person.isDisabled ? people.disabled : presence(person, now, locale),
        )}
      >
        {given ? (
          <TemporaryPasswordCard
            name={person.name}
            given={given}
            untilWords={timeOrDay(new Date(given.until), now, place)}
          />
        ) : null}
        <div className="grid gap-4 desk:grid-cols-2 desk:items-start">
          <Card title={words.roles}>
            <Roles person={person} viewerIsOwner={viewerIsOwner} onStep={setStep} />
          </Card>
          <Card title={words.signIn}>
            <SignInFacts person={person} now={now} />
            {steps.length > 0 ? (
              <div className="flex flex-wrap gap-2">
                {steps.map((it) => (
                  <Button key={it.name} size="desk" onClick={() => setStep(it)}>
                    {it.label}
                  </Button>
                ))}
              </div>
            ) : null}
            {person.mayBeManaged ? <Rename person={person} rename={actions.rename} /> : null}
          </Card>
        </div>
        <History title={words.did} history={activity} now={now} timeZone={person.timeZone} />
      </DeskPage>
      {step ? (
        <StepQuestion
          step={step}
          actions={actions}
          onDone={(value) => {
            if (isTemporaryPassword(value)) setGiven(value);
          }}
          onClose={() => setStep(null)}
        />
      ) : null}
    </>
  );
}

function isTemporaryPassword(value: unknown): value is TemporaryPassword {
  return typeof value === "object" && value !== null && "password" in value;
}

type RolesProps = { person: PersonView; viewerIsOwner: boolean; onStep: (step: PersonStep) => void };

/** A person's role in each store; another one is asked about once. What the viewer may not change is only told. */
function Roles({ person, viewerIsOwner, onStep }: RolesProps) {
  const locale = useLocale();
  const words = useWords(personWords);
  const people = useWords(peopleWords);
  if (person.isOwner || person.isSelf) return <p className="text-body">{rolesLine(person, locale)}</p>;
  return (
    <>
      {person.roles.map((place) =>
        viewerIsOwner || place.role !== "manager" ? (
          <RoleIn
            // Begun anew when the role has changed: the choice is then what is.
            key={`${place.storeId} ${place.role}`}
            place={place}
            givable={viewerIsOwner ? ["cashier", "manager"] : ["cashier"]}
            onChange={(role) => onStep(roleStep(person, place, role, locale))}
          />
        ) : (
          <p key={place.storeId} className="text-body">
            {people.roleIn(personRole("manager", locale), place.storeName)}
            <span className="block text-label text-soft">{words.ownerChanges}</span>
          </p>
        ),
      )}
      {person.worksElsewhere ? <p className="text-label text-soft">{words.elsewhere}</p> : null}
    </>
  );
}

type RoleInProps = {
  place: PersonView["roles"][number];
  givable: readonly StaffRole[];
  onChange: (role: StaffRole | null) => void;
};

/** The role in one store: chosen first, then changed by a button, since arrow keys walk through all choices. */
function RoleIn({ place, givable, onChange }: RoleInProps) {
  const words = useWords(personWords);
  const [chosen, setChosen] = useState(place.role);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <RoleChoice legend={place.storeName} value={chosen} givable={givable} withNone onChange={setChosen} />
      {chosen === place.role ? null : (
        <Button size="desk" onClick={() => onChange(chosen)}>
          {words.change}
        </Button>
      )}
    </div>
  );
}

function SignInFacts({ person, now }: { person: PersonView; now: Date }) {
  const words = useWords(personWords);
  const place = { timeZone: person.timeZone, locale: useLocale() };
  const facts: [name: string, value: string][] = [
    [
      words.password,
      person.temporaryUntil
        ? words.temporary(timeOrDay(new Date(person.temporaryUntil), now, place))
        : words.theirOwn,
    ],
    [words.secondFactor, person.hasSecondFactor ? words.on : words.off],
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-label text-faint">{name}</dt>
          <dd className="text-body">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Rename({ person, rename }: { person: PersonView; rename: PersonActions["rename"] }) {
  const words = useWords(personWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [name, setName] = useState(person.name);
  const typed = name.trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (typed !== "" && typed !== person.name) await act.run(() => rename({ name: typed }));
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <Field
          label={words.name}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
          className="flex-1"
        />
        <Button type="submit" busy={act.busy} soft={typed === "" || typed === person.name}>
          {words.save}
        </Button>
      </div>
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
    </form>
  );
}

type StepQuestionProps = {
  step: PersonStep;
  actions: PersonActions;
  onDone: (value: unknown) => void;
  onClose: () => void;
};

function StepQuestion({ step, actions, onDone, onClose }: StepQuestionProps) {
  const act = useAct(noAnswerWithoutMoneyProblem);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await act.run(() => step.act(actions));
    if (!result?.ok) return;
    onDone(result.value);
    onClose();
  }

  return (
    <QuestionSheet
      title={step.title}
      consequence={step.consequence}
      actLabel={step.actLabel}
      safeLabel={step.safeLabel}
      variant={step.variant}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
