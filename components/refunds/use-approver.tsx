"use client";

import { type ReactNode, useState } from "react";
import type { PinInput } from "#components/sale/sale-actions.ts";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale } from "#components/ui/language.tsx";
import { isPin, pinHint } from "#lib/pin.ts";
import type { RefundTerms } from "#lib/refund-terms.ts";
import { askScreensLabel } from "#lib/words/refund-words.ts";

/** How a refund is to be approved: by somebody's PIN here, or on the managers' own screens. */
export type ApproverChoice = { how: "screens" } | ({ how: "pin" } & PinInput);

export type Approver = {
  /** Null until it is complete. */
  choice: ApproverChoice | null;
  /** Called when the person presses: says what is missing, and whether nothing is. */
  check: () => boolean;
  /** Nobody's digits stay on a screen after a try. */
  clearPin: () => void;
  fields: ReactNode;
};

/** Who approves: a choice by name, and the digits of who was chosen. */
export function useApprover(approvers: RefundTerms["approvers"], offersScreens: boolean): Approver {
  const locale = useLocale();
  const labels = approvers.map(({ name }, at) => {
    const isTwice = approvers.some((it, other) => other < at && it.name === name);
    return `${name}'s PIN${isTwice ? ` (${at + 1})` : ""}`;
  });
  const options = offersScreens ? [...labels, askScreensLabel] : labels;
  const [chosen, setChosen] = useState<string | null>(options.length === 1 ? (options[0] ?? null) : null);
  const [pin, setPin] = useState("");
  const [pressed, setPressed] = useState(false);
  const approver = approvers[labels.indexOf(chosen ?? "")];
  const choice = choiceOf();

  function choiceOf(): ApproverChoice | null {
    if (chosen === askScreensLabel && offersScreens) return { how: "screens" };
    return approver && isPin(pin) ? { how: "pin", managerId: approver.personId, pin } : null;
  }

  return {
    choice,
    check() {
      setPressed(true);
      return choice !== null;
    },
    clearPin() {
      setPin("");
      setPressed(false);
    },
    fields: (
      <>
        <ChoiceGroup
          legend="Who approves"
          options={options}
          value={chosen}
          onChange={(option) => {
            setChosen(option);
            setPin("");
          }}
          error={pressed && chosen === null ? "Choose who approves." : null}
        />
        {approver ? (
          <Field
            key={approver.personId}
            label={`PIN of ${approver.name}`}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, ""))}
            error={pressed && !isPin(pin) ? `A PIN has ${pinHint(locale)}.` : null}
            autoFocus
          />
        ) : null}
      </>
    ),
  };
}
