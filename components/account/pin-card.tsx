"use client";

import { Keyboard } from "lucide-react";
import { useState } from "react";
import type { AccountActions } from "#components/account/account-actions.ts";
import { PinForm } from "#components/account/pin-form.tsx";
import { ProofSheet } from "#components/account/proof-sheet.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { useWords } from "#components/ui/language.tsx";
import { pinCardWords } from "#lib/words/account-words.ts";

export type PinCardProps = {
  hasPin: boolean;
  /** Who works nowhere any more can only remove it. */
  mayChoose: boolean;
  /** They may approve refunds. */
  approves: boolean;
  withCode: boolean;
  setPin: AccountActions["setPin"];
};

/** The PIN that signs in on a paired tablet and approves on others' screens: whether there is one, and the way to choose or remove it. */
export function PinCard({ hasPin, mayChoose, approves, withCode, setPin }: PinCardProps) {
  const words = useWords(pinCardWords);
  const [asking, setAsking] = useState<"choose" | "remove" | null>(null);
  const close = () => setAsking(null);
  return (
    <Card title={words.title}>
      <p className="flex items-center gap-2 text-body font-semibold">
        <Keyboard aria-hidden size={22} className={`shrink-0 ${hasPin ? "text-approved" : "text-faint"}`} />
        {hasPin ? words.has : words.hasNone}
      </p>
      <p className="-mt-2 text-body text-soft">{approves ? words.leadOfApprovers : words.lead}</p>
      <div className="flex flex-wrap gap-2">
        {mayChoose ? (
          <Button variant={hasPin ? "secondary" : "primary"} size="desk" onClick={() => setAsking("choose")}>
            {hasPin ? words.change : words.choose}
          </Button>
        ) : null}
        {hasPin ? (
          <Button size="desk" onClick={() => setAsking("remove")}>
            {words.remove}
          </Button>
        ) : null}
      </div>
      {asking === "choose" ? <PinForm withCode={withCode} setPin={setPin} onClose={close} /> : null}
      {asking === "remove" ? (
        <ProofSheet
          title={words.removeTitle}
          consequence={approves ? words.approversRemoveMeans : words.removeMeans}
          actLabel={words.removeAct}
          variant="danger"
          withCode={withCode}
          act={(proof) => setPin({ ...proof, pin: null })}
          onDone={() => {}}
          onClose={close}
        />
      ) : null}
    </Card>
  );
}
