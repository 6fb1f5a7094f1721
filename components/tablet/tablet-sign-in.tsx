"use client";

import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { SignInForm, type SignInFormProps } from "#components/shell/sign-in-form.tsx";
import { PinPad } from "#components/tablet/pin-pad.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { tabletSignInWords } from "#lib/words/tablet-words.ts";

/** Somebody who can sign in with a PIN. */
export type TabletPerson = { personId: string; name: string };

export type TabletSignInProps = {
  staff: TabletPerson[];
  /** Begins with name and password. */
  startsWithPassword?: boolean;
  /** Signs in; whoever did leaves the screen. */
  onPin: (input: { personId: string; pin: string }) => Promise<Result<null>>;
  onPassword: SignInFormProps["onSubmit"];
  hint?: SignInFormProps["hint"];
};

/** Signing in on a paired tablet: a touch on one's name, then the PIN. The password is one touch away. */
export function TabletSignIn(props: TabletSignInProps) {
  const { staff, startsWithPassword = false, onPin, onPassword, hint } = props;
  const words = useWords(tabletSignInWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [picked, setPicked] = useState<TabletPerson | "password" | null>(
    startsWithPassword ? "password" : null,
  );

  function pick(next: TabletPerson | "password" | null) {
    act.dismiss();
    setPicked(next);
  }

  if (picked === null) {
    return (
      <div className="flex flex-col gap-4">
        <StaffTiles staff={staff} onPick={pick} />
        <Button variant="quiet" className="w-full" onClick={() => pick("password")}>
          {words.usePassword}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {picked === "password" ? (
        <SignInForm onSubmit={onPassword} hint={hint} />
      ) : (
        <PinPad
          key={picked.personId}
          name={picked.name}
          busy={act.busy}
          problem={act.problem}
          onEdit={act.dismiss}
          onPin={async (pin) => {
            await act.run(() => onPin({ personId: picked.personId, pin }));
          }}
        />
      )}
      <div className="flex flex-col gap-2">
        {picked === "password" ? null : (
          <Button variant="quiet" className="w-full" disabled={act.busy} onClick={() => pick("password")}>
            {words.usePassword}
          </Button>
        )}
        <Button
          variant="quiet"
          className="w-full"
          disabled={act.busy}
          icon={<ArrowLeft aria-hidden size={20} />}
          onClick={() => pick(null)}
        >
          {words.back}
        </Button>
      </div>
    </div>
  );
}

function StaffTiles({ staff, onPick }: { staff: TabletPerson[]; onPick: (person: TabletPerson) => void }) {
  const words = useWords(tabletSignInWords);
  if (staff.length === 0) return <p className="text-body text-soft">{words.nobody}</p>;
  return (
    <ul aria-label={words.staff} className="grid grid-cols-2 gap-2 max-[22rem]:grid-cols-1">
      {staff.map((person) => (
        <li key={person.personId}>
          <button
            type="button"
            onClick={() => onPick(person)}
            className="flex min-h-18 w-full items-center gap-3 rounded-card border border-edge bg-card px-4 py-2 text-left text-body font-semibold transition-colors hover:bg-sunken active:bg-pressed"
          >
            <span
              aria-hidden
              className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-wash text-title text-accent"
            >
              {[...person.name][0]?.toUpperCase()}
            </span>
            <span className="min-w-0 break-words">{person.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
