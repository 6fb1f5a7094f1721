"use client";

import { useServerNow } from "#components/live/live-provider.tsx";
import { DataRightsScreen, type DataRightsScreenProps } from "#components/shoppers/data-rights-screen.tsx";

type ShoppersProps = {
  personId: string;
  lookUp: (given: unknown) => ReturnType<DataRightsScreenProps["lookUp"]>;
  erase: (given: unknown) => ReturnType<DataRightsScreenProps["erase"]>;
};

/** The page of data rights, wired. What was looked up lives on the screen alone, never in the address. */
export function Shoppers({ personId, lookUp, erase }: ShoppersProps) {
  const now = useServerNow();
  return (
    <DataRightsScreen
      now={now}
      hrefOf={(saleId) => `/orders/${saleId}`}
      lookUp={(input) => lookUp({ ...input, personId })}
      erase={(input) => erase({ ...input, personId })}
    />
  );
}
