"use client";

import { type FormEvent, useState } from "react";
import { RegisterTablets, type TabletActions } from "#components/stores/register-tablets.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import type { RegisterView } from "#lib/store-view.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { registersWords } from "#lib/words/stores-words.ts";

type RegisterState = { name: string; isClosed: boolean };

export type RegisterActions = {
  add: (input: { name: string }) => Promise<Result<null>>;
  change: (input: { registerId: string; was: RegisterState; to: RegisterState }) => Promise<Result<null>>;
};

export type RegistersCardProps = {
  registers: RegisterView[];
  /** The store's. */
  timeZone: string;
  now: Date;
  /** Null for whoever does not change them. */
  actions: RegisterActions | null;
  tablets: TabletActions;
};

/** A store's registers, with the tablets that are paired with them. A closed one cannot be chosen any more; what was sold at it stays. */
export function RegistersCard({ registers, timeZone, now, actions, tablets }: RegistersCardProps) {
  const words = useWords(registersWords);
  return (
    <Card title={words.title}>
      <ul aria-label={words.title} className="flex flex-col gap-4">
        {registers.map((register) => (
          <li key={register.id} className="flex flex-col gap-2">
            {actions ? (
              <RegisterForm key={register.name} register={register} change={actions.change} />
            ) : (
              <p className="text-body">
                {register.name}
                {register.isClosed ? <span className="text-soft"> · {words.closed}</span> : null}
              </p>
            )}
            <RegisterTablets register={register} timeZone={timeZone} now={now} actions={tablets} />
          </li>
        ))}
      </ul>
      {registers.every((it) => it.isClosed) ? <p className="text-body text-soft">{words.noneOpen}</p> : null}
      {actions ? <AddRegister add={actions.add} /> : null}
    </Card>
  );
}

type RegisterFormProps = { register: RegisterView; change: RegisterActions["change"] };

function RegisterForm({ register, change }: RegisterFormProps) {
  const words = useWords(registersWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [name, setName] = useState(register.name);
  const typed = name.trim();
  const was = { name: register.name, isClosed: register.isClosed };
  const isChanged = typed !== "" && typed !== register.name;
  const put = (to: RegisterState) => act.run(() => change({ registerId: register.id, was, to }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isChanged) void put({ ...was, name: typed });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={register.isClosed ? words.closedRegister : words.register}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          className="min-w-0 flex-1 basis-40"
        />
        <div className="flex min-h-14 items-center gap-2">
          {isChanged ? (
            <Button type="submit" variant="primary" size="desk" busy={act.busy}>
              {words.rename}
            </Button>
          ) : (
            <Button
              size="desk"
              busy={act.busy}
              aria-label={
                register.isClosed ? words.openNamed(register.name) : words.closeNamed(register.name)
              }
              onClick={() => put({ ...was, isClosed: !was.isClosed })}
            >
              {register.isClosed ? words.open : words.close}
            </Button>
          )}
        </div>
      </div>
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
    </form>
  );
}

function AddRegister({ add }: { add: RegisterActions["add"] }) {
  const words = useWords(registersWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [name, setName] = useState("");
  const typed = name.trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (typed === "") return;
    const result = await act.run(() => add({ name: typed }));
    if (result?.ok) setName("");
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-2 border-t border-line pt-4">
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={words.newRegister}
          value={name}
          maxLength={60}
          placeholder={words.example}
          onChange={(event) => setName(event.currentTarget.value)}
          className="min-w-0 flex-1 basis-40"
        />
        <div className="flex min-h-14 items-center">
          <Button type="submit" size="desk" busy={act.busy} soft={typed === ""}>
            {words.add}
          </Button>
        </div>
      </div>
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
    </form>
  );
}
