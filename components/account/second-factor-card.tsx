"use client";

import { ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import type { AccountActions } from "#components/account/account-actions.ts";
import { ProofSheet } from "#components/account/proof-sheet.tsx";
import { RecoveryCodes } from "#components/account/recovery-codes.tsx";
import { TurnOnForm } from "#components/account/turn-on-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";

export type SecondFactorCardProps = {
  factor: { isOn: boolean; codesLeft: number };
  actions: AccountActions;
};

/** Fewer recovery codes than this are worth a warning. */
const fewCodes = 3;

/** The second factor: whether it is on, and the way to turn it on, off, or get new recovery codes. */
export function SecondFactorCard({ factor, actions }: SecondFactorCardProps) {
  const [asking, setAsking] = useState<"offer" | "renew" | "turn_off" | null>(null);
  const [offer, setOffer] = useState<{ qr: string; secret: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = () => setAsking(null);

  function keep(next: string[]) {
    setOffer(null);
    setCodes(next);
  }

  return (
    <Card title="Second factor">
      {codes ? <RecoveryCodes codes={codes} onKept={() => setCodes(null)} /> : null}
      {offer ? (
        <TurnOnForm
          offer={offer}
          turnOn={actions.turnOnFactor}
          onDone={keep}
          onCancel={() => setOffer(null)}
        />
      ) : null}
      {!codes && !offer && factor.isOn ? (
        <>
          <p className="flex items-center gap-2 text-body font-semibold text-approved">
            <ShieldCheck aria-hidden size={22} /> On: signing in asks for a code, too.
          </p>
          <p
            className={`-mt-2 text-label ${factor.codesLeft < fewCodes ? "font-semibold text-attention" : "text-soft"}`}
          >
            {factor.codesLeft} of 10 recovery codes are left.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="desk" onClick={() => setAsking("renew")}>
              New recovery codes…
            </Button>
            <Button size="desk" onClick={() => setAsking("turn_off")}>
              Turn off…
            </Button>
          </div>
        </>
      ) : null}
      {!codes && !offer && !factor.isOn ? (
        <>
          <p className="flex items-center gap-2 text-body font-semibold">
            <ShieldOff aria-hidden size={22} className="text-faint" /> Off: the password alone opens the door.
          </p>
          <p className="-mt-2 text-body text-soft">
            With it, signing in also asks for a code from an authenticator app on your phone.
          </p>
          <Button variant="primary" size="desk" onClick={() => setAsking("offer")} className="self-start">
            Turn on…
          </Button>
        </>
      ) : null}
      {asking === "offer" ? (
        <ProofSheet
          title="Turn on the second factor"
          consequence="First your password: then you get a code for your authenticator app to scan."
          actLabel="Go on"
          variant="primary"
          withCode={false}
          act={actions.offerFactor}
          onDone={setOffer}
          onClose={close}
        />
      ) : null}
      {asking === "renew" ? (
        <ProofSheet
          title="Make new recovery codes?"
          consequence="The codes you have now stop working."
          actLabel="Make new codes"
          variant="primary"
          withCode
          act={actions.renewCodes}
          onDone={(made) => keep(made.codes)}
          onClose={close}
        />
      ) : null}
      {asking === "turn_off" ? (
        <ProofSheet
          title="Turn off the second factor?"
          consequence="From then on your password alone opens the door."
          actLabel="Turn it off"
          variant="danger"
          withCode
          act={actions.turnOffFactor}
          onDone={() => setCodes(null)}
          onClose={close}
        />
      ) : null}
    </Card>
  );
}
