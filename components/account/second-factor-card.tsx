"use client";

import { ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import type { AccountActions } from "#components/account/account-actions.ts";
import { ProofSheet } from "#components/account/proof-sheet.tsx";
import { RecoveryCodes } from "#components/account/recovery-codes.tsx";
import { TurnOnForm } from "#components/account/turn-on-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { useWords } from "#components/ui/language.tsx";
import { secondFactorWords } from "#lib/words/second-factor-words.ts";

export type SecondFactorCardProps = {
  factor: { isOn: boolean; codesLeft: number };
  actions: AccountActions;
};

/** How many recovery codes there are at first. */
const allCodes = 10;

/** Fewer recovery codes than this are worth a warning. */
const fewCodes = 3;

/** The second factor: whether it is on, and the way to turn it on, off, or get new recovery codes. */
export function SecondFactorCard({ factor, actions }: SecondFactorCardProps) {
  const words = useWords(secondFactorWords);
  const [asking, setAsking] = useState<"offer" | "renew" | "turn_off" | null>(null);
  const [offer, setOffer] = useState<{ qr: string; secret: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = () => setAsking(null);

  function keep(next: string[]) {
    setOffer(null);
    setCodes(next);
  }

  return (
    <Card title={words.title}>
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
            <ShieldCheck aria-hidden size={22} className="shrink-0" /> {words.isOn}
          </p>
          <p
            className={`-mt-2 text-label ${factor.codesLeft < fewCodes ? "font-semibold text-attention" : "text-soft"}`}
          >
            {words.codesLeft(factor.codesLeft, allCodes)}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="desk" onClick={() => setAsking("renew")}>
              {words.renew}
            </Button>
            <Button size="desk" onClick={() => setAsking("turn_off")}>
              {words.turnOff}
            </Button>
          </div>
        </>
      ) : null}
      {!codes && !offer && !factor.isOn ? (
        <>
          <p className="flex items-center gap-2 text-body font-semibold">
            <ShieldOff aria-hidden size={22} className="shrink-0 text-faint" /> {words.isOff}
          </p>
          <p className="-mt-2 text-body text-soft">{words.means}</p>
          <Button variant="primary" size="desk" onClick={() => setAsking("offer")} className="self-start">
            {words.turnOn}
          </Button>
        </>
      ) : null}
      {asking === "offer" ? (
        <ProofSheet
          title={words.onTitle}
          consequence={words.onMeans}
          actLabel={words.goOn}
          variant="primary"
          withCode={false}
          act={actions.offerFactor}
          onDone={setOffer}
          onClose={close}
        />
      ) : null}
      {asking === "renew" ? (
        <ProofSheet
          title={words.renewTitle}
          consequence={words.renewMeans}
          actLabel={words.renewAct}
          variant="primary"
          withCode
          act={actions.renewCodes}
          onDone={(made) => keep(made.codes)}
          onClose={close}
        />
      ) : null}
      {asking === "turn_off" ? (
        <ProofSheet
          title={words.offTitle}
          consequence={words.offMeans}
          actLabel={words.offAct}
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
