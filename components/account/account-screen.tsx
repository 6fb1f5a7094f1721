"use client";

import type { AccountActions } from "#components/account/account-actions.ts";
import { ChangePasswordForm } from "#components/account/change-password-form.tsx";
import { LanguageCard, type LanguageCardProps } from "#components/account/language-card.tsx";
import { PinCard } from "#components/account/pin-card.tsx";
import { SecondFactorCard } from "#components/account/second-factor-card.tsx";
import { SessionsCard } from "#components/account/sessions-card.tsx";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { Card } from "#components/ui/card.tsx";
import { useWords } from "#components/ui/language.tsx";
import type { SessionView } from "#lib/session-view.ts";
import { accountWords, changePasswordWords } from "#lib/words/account-words.ts";

export type AccountScreenProps = {
  name: string;
  signInName: string;
  /** Null for those who are not offered one. */
  factor: { isOn: boolean; codesLeft: number } | null;
  /** Null for those who work nowhere and have none. */
  pin: { hasPin: boolean; mayChoose: boolean; approves: boolean } | null;
  /** What was chosen, and what the store has. */
  language: Pick<LanguageCardProps, "chosen" | "ofStore">;
  sessions: SessionView[];
  now: Date;
  timeZone: string;
  actions: AccountActions;
};

/** One's own door: second factor, PIN, language, password, and where one is signed in. */
export function AccountScreen(props: AccountScreenProps) {
  const { factor, pin, language, sessions, now, timeZone, actions } = props;
  const words = useWords(accountWords);
  const passwordCard = useWords(changePasswordWords);
  return (
    <DeskPage title={words.title} lead={words.lead(props.name, props.signInName)}>
      <div className="grid gap-4 desk:grid-cols-2 desk:items-start">
        <div className="flex flex-col gap-4">
          {factor ? <SecondFactorCard factor={factor} actions={actions} /> : null}
          {pin ? <PinCard {...pin} withCode={factor?.isOn ?? false} setPin={actions.setPin} /> : null}
          <LanguageCard {...language} setLocale={actions.setLocale} />
          <SessionsCard sessions={sessions} now={now} timeZone={timeZone} actions={actions} />
        </div>
        <Card title={passwordCard.title}>
          <p className="-mt-2 text-body text-soft">{passwordCard.lead}</p>
          <ChangePasswordForm withCode={factor?.isOn ?? false} onSubmit={actions.changePassword} />
        </Card>
      </div>
    </DeskPage>
  );
}
