"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { DayScreen, type DayScreenProps } from "#components/days/day-screen.tsx";
import { useLive, useServerNow } from "#components/live/live-provider.tsx";

type DayProps = Pick<DayScreenProps, "loaded"> & {
  personId: string;
  closeDay: (given: unknown) => ReturnType<DayScreenProps["close"]>;
};

/** How long after something has happened in the store the page is loaded anew, at the soonest. */
const settleMs = 800;

/** A business day's page, wired: an open day is loaded anew when something happens in its store. */
export function Day({ personId, loaded, closeDay }: DayProps) {
  const router = useRouter();
  const now = useServerNow();
  const { store, date } = loaded.day;
  useRefreshOnSales(store.id, loaded.kind === "open");
  return (
    <DayScreen
      key={`${store.id} ${date}`}
      loaded={loaded}
      now={now}
      daysHref={`/days?store=${store.id}`}
      orderHrefOf={(saleId) => `/orders/${saleId}`}
      csvHref={`/api/days/${store.id}/${date}/csv`}
      close={async (input) => {
        const result = await closeDay({ ...input, storeId: store.id, date, personId });
        // Signed, changed since, or signed by somebody else: in each case there is something new to see.
        router.refresh();
        return result;
      }}
    />
  );
}

function useRefreshOnSales(storeId: string, isWanted: boolean) {
  const router = useRouter();
  const { sales } = useLive();
  const shown = useRef(sales);
  useEffect(() => {
    if (!isWanted || shown.current === sales) return;
    const before = shown.current;
    const isHere = [...sales.values()].some((it) => it.storeId === storeId && before.get(it.saleId) !== it);
    if (!isHere) return;
    const timer = setTimeout(() => {
      shown.current = sales;
      router.refresh();
    }, settleMs);
    return () => clearTimeout(timer);
  }, [sales, storeId, isWanted, router]);
}
