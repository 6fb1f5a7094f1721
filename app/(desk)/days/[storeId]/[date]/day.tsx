"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { DayScreen, type DayScreenProps } from "#components/days/day-screen.tsx";
import { useServerNow, useToldSales } from "#components/live/live-provider.tsx";

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

/** Loads the page anew when a sale of the store has changed; that Sezzle was asked and said the same is no change. */
function useRefreshOnSales(storeId: string, isWanted: boolean) {
  const router = useRouter();
  const sales = useToldSales();
  const versions = [...sales.values()]
    .flatMap((it) =>
      it.storeId === storeId ? `${it.saleId} ${it.version} ${it.refundRequest?.requestId}` : [],
    )
    .join();
  const shown = useRef(versions);
  useEffect(() => {
    if (!isWanted || shown.current === versions) return;
    const timer = setTimeout(() => {
      shown.current = versions;
      router.refresh();
    }, settleMs);
    return () => clearTimeout(timer);
  }, [versions, isWanted, router]);
}
