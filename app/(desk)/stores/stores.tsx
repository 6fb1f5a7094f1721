"use client";

import { useRouter } from "next/navigation";
import { StoresScreen, type StoresScreenProps } from "#components/stores/stores-screen.tsx";

type StoresProps = Pick<StoresScreenProps, "stores"> & {
  personId: string;
  setCapturePolicy: (given: unknown) => ReturnType<StoresScreenProps["setCapturePolicy"]>;
};

/** The stores of the house, wired. */
export function Stores({ personId, stores, setCapturePolicy }: StoresProps) {
  const router = useRouter();
  return (
    <StoresScreen
      stores={stores}
      setCapturePolicy={async (input) => {
        const result = await setCapturePolicy({ ...input, personId });
        if (result.ok) router.refresh();
        return result;
      }}
    />
  );
}
