"use client";

import { RegisterPicker, type RegisterPickerProps } from "#components/shell/register-picker.tsx";
import type { Result } from "#lib/problem.ts";

type ChooseRegisterProps = Pick<RegisterPickerProps, "stores"> & {
  personId: string;
  choose: (given: unknown) => Promise<Result<null>>;
};

/** Asks once which register a tablet stands for. */
export function ChooseRegister({ stores, personId, choose }: ChooseRegisterProps) {
  return (
    <RegisterPicker
      stores={stores}
      onPick={async (registerId) => {
        const result = await choose({ personId, registerId });
        if (result.ok) window.location.assign("/till");
        return result;
      }}
    />
  );
}
