"use client";

import { useId } from "react";
import { useWords } from "#components/ui/language.tsx";
import { type CapturePolicy, capturePolicies } from "#lib/store.ts";
import { storeFormWords } from "#lib/words/store-form-words.ts";
import { policyWords } from "#lib/words/store-words.ts";

export type CaptureChoiceProps = { value: CapturePolicy; onChange: (value: CapturePolicy) => void };

/** The two ways a store can take approved money, in words. */
export function CaptureChoice({ value, onChange }: CaptureChoiceProps) {
  const { legend } = useWords(storeFormWords).capture;
  const policies = useWords(policyWords);
  const id = useId();
  return (
    <fieldset>
      <legend className="sr-only">{legend}</legend>
      <div className="grid gap-3">
        {capturePolicies.map((it) => (
          <label
            key={it}
            className="flex cursor-pointer items-start gap-3 rounded-card border border-edge p-4 text-body select-none hover:bg-sunken has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={id}
              value={it}
              checked={it === value}
              aria-labelledby={`${id}-${it}`}
              aria-describedby={`${id}-${it}-means`}
              onChange={() => onChange(it)}
              className="mt-1 size-4 shrink-0 accent-accent outline-none"
            />
            <span>
              <span id={`${id}-${it}`} className="block font-semibold">
                {policies[it].title}
              </span>
              <span id={`${id}-${it}-means`}>
                <span className="mt-1 block">{policies[it].means}</span>
                <span className="mt-1 block text-label text-soft">{policies[it].cashier}</span>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
