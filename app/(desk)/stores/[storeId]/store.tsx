"use client";

import { useServerNow } from "#components/live/live-provider.tsx";
import type { TabletActions } from "#components/stores/register-tablets.tsx";
import { StoreScreen, type StoreScreenProps } from "#components/stores/store-screen.tsx";
import { useFreshPage } from "#components/ui/use-fresh-page.ts";
import type { Result } from "#lib/problem.ts";

type Action = (given: unknown) => Promise<Result<null>>;

type Props = Pick<StoreScreenProps, "store"> & {
  personId: string;
  actions: Record<"changeStore" | "addRegister" | "changeRegister", Action> | null;
  tabletActions: {
    offerPairing: (given: unknown) => ReturnType<TabletActions["offer"]>;
    unpairTablet: Action;
  };
};

/**
 * One store's page, wired: each action names who acts, and the store. An action ends once the page shows what is now, also where
 * somebody else changed it meanwhile: whoever presses again then has seen that.
 */
export function StorePageScreen({ personId, store, actions, tabletActions }: Props) {
  const showNow = useFreshPage();
  const now = useServerNow();
  const by = (action: Action) => async (input: object) => {
    const result = await action({ ...input, personId, storeId: store.id });
    if (result.ok || result.problem.code === "changed_meanwhile") await showNow();
    return result;
  };
  return (
    <StoreScreen
      store={store}
      storesHref="/stores"
      now={now}
      tablets={{
        offer: (input) => tabletActions.offerPairing({ ...input, personId }),
        unpair: by(tabletActions.unpairTablet),
        refresh: showNow,
      }}
      actions={
        actions && {
          save: by(actions.changeStore),
          registers: { add: by(actions.addRegister), change: by(actions.changeRegister) },
        }
      }
    />
  );
}
