"use client";

import { type ReactNode, useState } from "react";
import type { PinInput } from "#components/sale/sale-actions.ts";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { isPin } from "#lib/pin.ts";
import type { RefundTerms } from "#lib/refund-terms.ts";
import { refundWords } from "#lib/words/refund-words.ts";

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
  const words = useWords(refundWords);
  const labels = approvers.map(({ name }, at) => {
    const isTwice = approvers.some((it, other) => other < at && it.name === name);
    return words.pinOf(name, isTwice ? at + 1 : 1);
  });
  const options = offersScreens ? [...labels, words.askScreens] : labels;
  const [chosen, setChosen] = useState<string | null>(options.length === 1 ? (options[0] ?? null) : null);
  const [pin, setPin] = useState("");
  const [pressed, setPressed] = useState(false);
  const approver = approvers[labels.indexOf(chosen ?? "")];
  const choice = choiceOf();

  function choiceOf(): ApproverChoice | null {
    if (chosen === words.askScreens && offersScreens) return { how: "screens" };
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
          legend={words.whoApproves}
          options={options}
          value={chosen}
          onChange={(option) => {
            setChosen(option);
            setPin("");
          }}
          error={pressed && chosen === null ? words.approverMissing : null}
        />
        {approver ? (
          <Field
            key={approver.personId}
            label={words.pinField(approver.name)}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, ""))}
            error={pressed && !isPin(pin) ? words.pinLength : null}
            autoFocus
          />
        ) : null}
      </>
    ),
  };
}
