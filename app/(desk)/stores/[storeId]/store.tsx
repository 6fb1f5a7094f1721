"use client";

import { useRouter } from "next/navigation";
import { StoreScreen, type StoreScreenProps } from "#components/stores/store-screen.tsx";
import type { Result } from "#lib/problem.ts";

type Action = (given: unknown) => Promise<Result<null>>;

type Props = Pick<StoreScreenProps, "store"> & {
  personId: string;
  actions: Record<"changeStore" | "addRegister" | "changeRegister", Action> | null;
};

/** One store's page, wired: each action names who acts, and the store. What somebody else changed meanwhile is shown at once. */
export function StorePageScreen({ personId, store, actions }: Props) {
  const router = useRouter();
  const by = (action: Action) => async (input: object) => {
    const result = await action({ ...input, personId, storeId: store.id });
    if (result.ok || result.problem.code === "changed_meanwhile") router.refresh();
    return result;
  };
  return (
    <StoreScreen
      store={store}
      storesHref="/stores"
      actions={
        actions && {
          save: by(actions.changeStore),
          registers: { add: by(actions.addRegister), change: by(actions.changeRegister) },
        }
      }
    />
  );
}
