"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import { type CapturePolicy, capturePolicies } from "#lib/store.ts";
import { policyWords } from "#lib/words/store-words.ts";

export type PolicyChange = { storeId: string; policy: CapturePolicy };

export type CapturePolicyFormProps = {
  store: { id: string; name: string; capturePolicy: CapturePolicy };
  save: (change: PolicyChange) => Promise<Result<null>>;
};

/** The two ways a store can take approved money, in words. Choosing changes nothing yet: it is saved on purpose. */
export function CapturePolicyForm({ store, save }: CapturePolicyFormProps) {
  const [policy, setPolicy] = useState(store.capturePolicy);
  const act = useAct();
  const id = useId();
  const isChanged = policy !== store.capturePolicy;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isChanged) void act.run(() => save({ storeId: store.id, policy }));
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <fieldset>
        <legend className="sr-only">When {store.name} captures</legend>
        <div className="grid gap-3 desk:grid-cols-2">
          {capturePolicies.map((it) => (
            <label
              key={it}
              className="flex cursor-pointer items-start gap-3 rounded-card border border-edge p-4 text-body select-none hover:bg-sunken has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name={id}
                value={it}
                checked={it === policy}
                disabled={act.busy}
                aria-labelledby={`${id}-${it}`}
                aria-describedby={`${id}-${it}-means`}
                onChange={() => {
                  act.dismiss();
                  setPolicy(it);
                }}
                className="mt-1 size-4 shrink-0 accent-accent outline-none"
              />
              <span>
                <span id={`${id}-${it}`} className="block font-semibold">
                  {policyWords[it].title}
                </span>
                <span id={`${id}-${it}-means`}>
                  <span className="mt-1 block">{policyWords[it].means}</span>
                  <span className="mt-1 block text-label text-soft">{policyWords[it].cashier}</span>
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
      {isChanged ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <p className="min-w-0 flex-1 basis-64 text-body text-soft">
            From the next approval on. What is approved already stays the cashier's to capture.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="desk" disabled={act.busy} onClick={() => setPolicy(store.capturePolicy)}>
              Leave as it is
            </Button>
            <Button type="submit" variant="primary" size="desk" busy={act.busy} busyLabel="Saving…">
              Save
            </Button>
          </div>
        </div>
      ) : null}
    </form>
  );
}
