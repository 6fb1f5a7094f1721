"use client";

import { PageCard } from "#components/shell/page-card.tsx";
import { LockScreen } from "#components/tablet/lock-screen.tsx";
import { PairForm } from "#components/tablet/pair-form.tsx";
import { PinPad } from "#components/tablet/pin-pad.tsx";
import { TabletSignIn, type TabletSignInProps } from "#components/tablet/tablet-sign-in.tsx";
import { locales } from "#lib/language.ts";
import { refusal } from "#lib/problem.ts";
import { signInProblem } from "#lib/words/sign-in-words.ts";
import { record } from "./record.ts";
import type { Specimen } from "./specimens.tsx";

const staff = ["Casey", "Morgan", "Olive", "Marie-Christine Tremblay-Desrochers"].map((name) => ({
  personId: name,
  name,
}));

const signIn: TabletSignInProps = {
  staff,
  onPin: async (input) => {
    record("pin", input);
    return refusal(signInProblem("wrong_pin"));
  },
  onPassword: async () => refusal(signInProblem("wrong")),
};

function pad(why: string | null, busy = false) {
  return (
    <PageCard title="Who is at the till?">
      <PinPad
        name="Casey"
        busy={busy}
        problem={why ? signInProblem(why) : null}
        onEdit={() => {}}
        onPin={async () => {}}
      />
    </PageCard>
  );
}

/** A paired tablet: names, keys, and the lock. */
export const tabletSpecimens: Specimen[] = [
  {
    name: "tablet-names",
    draw: () => <PageCard title="Who is at the till?">{<TabletSignIn {...signIn} />}</PageCard>,
  },
  {
    name: "tablet-nobody",
    draw: () => <PageCard title="Who is at the till?">{<TabletSignIn {...signIn} staff={[]} />}</PageCard>,
  },
  { name: "tablet-pin", draw: () => pad(null) },
  { name: "tablet-pin-busy", draw: () => pad(null, true) },
  { name: "tablet-pin-wrong", draw: () => pad("wrong_pin") },
  { name: "tablet-pin-shut", draw: () => pad("pin_shut") },
  {
    name: "tablet-pair",
    draw: () => (
      <PageCard title="Pair this tablet">
        <PairForm signInHref="/design" onPair={async () => refusal(signInProblem("unavailable"))} />
      </PageCard>
    ),
  },
  ...locales.map((locale) => ({
    name: `tablet-locked-${locale}`,
    draw: () => <LockScreen {...signIn} storeName="Maple St" registerName="Register 2" locale={locale} />,
  })),
];
