"use client";

import type { ProofInput } from "#components/account/account-actions.ts";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { accountWords } from "#lib/words/account-words.ts";

export type ProofFieldsProps = {
  value: ProofInput;
  onChange: (value: ProofInput) => void;
  /** There is a second factor, so a code of it is asked for too. */
  withCode: boolean;
  pressed: boolean;
  autoFocus?: boolean;
};

/** Whether what is asked for is there; whether it is right, the server says. */
export function isProofComplete({ password, code }: ProofInput, withCode: boolean): boolean {
  return password !== "" && (!withCode || code.trim() !== "");
}

/** The current password, and a code of the second factor where there is one. */
export function ProofFields({ value, onChange, withCode, pressed, autoFocus }: ProofFieldsProps) {
  const words = useWords(accountWords);
  return (
    <>
      <Field
        label={words.currentPassword}
        type="password"
        autoComplete="current-password"
        value={value.password}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
        error={pressed && value.password === "" ? words.typeCurrentPassword : null}
        autoFocus={autoFocus}
      />
      {withCode ? (
        <Field
          label={words.factorCode}
          hint={words.factorCodeHint}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          value={value.code}
          onChange={(event) => onChange({ ...value, code: event.currentTarget.value })}
          error={pressed && value.code.trim() === "" ? words.typeCode : null}
        />
      ) : null}
    </>
  );
}
