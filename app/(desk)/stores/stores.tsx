"use client";

import { useRouter } from "next/navigation";
import { StoresScreen, type StoresScreenProps } from "#components/stores/stores-screen.tsx";
import type { Result } from "#lib/problem.ts";

type StoresProps = Pick<StoresScreenProps, "stores"> & {
  personId: string;
  addStore: ((given: unknown) => Promise<Result<{ storeId: string }>>) | null;
};

/** The stores side by side, wired. */
export function Stores({ personId, stores, addStore }: StoresProps) {
  const router = useRouter();
  return (
    <StoresScreen
      stores={stores}
      hrefOf={(id) => `/stores/${id}`}
      add={
        addStore &&
        (async (input) => {
          const result = await addStore({ ...input, personId });
          if (result.ok) router.push(`/stores/${result.value.storeId}`);
          return result;
        })
      }
    />
  );
}
