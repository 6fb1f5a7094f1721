"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { type ServerSaleActions, useSaleActions } from "#app/sale-actions.ts";
import { useLiveSale, useServerNow } from "#components/live/live-provider.tsx";
import { useWatch } from "#components/live/use-watch.ts";
import type { ShowContact } from "#components/order/contact-card.tsx";
import { OrderScreen, type OrderScreenProps } from "#components/order/order-screen.tsx";

type LiveOrderProps = Pick<
  OrderScreenProps,
  | "sale"
  | "history"
  | "attempts"
  | "disputes"
  | "dashboardHref"
  | "viewer"
  | "refundTerms"
  | "storeName"
  | "timeZone"
  | "ordersHref"
> & {
  actions: ServerSaleActions;
  showContact: ((given: unknown) => ReturnType<ShowContact>) | null;
};

/** An order's page, live and watched. Attempts and operations are the page's to say: it is loaded anew when a line is written. */
export function LiveOrder({ actions, showContact, ...loaded }: LiveOrderProps) {
  const { sale, history } = useLiveSale(loaded.sale, loaded.history);
  const now = useServerNow();
  const router = useRouter();
  useWatch(sale.saleId);
  const told = history[0]?.seq ?? 0;
  const shown = loaded.history[0]?.seq ?? 0;
  useEffect(() => {
    if (told > shown) router.refresh();
  }, [told, shown, router]);
  const { personId } = loaded.viewer;
  return (
    <OrderScreen
      {...loaded}
      sale={sale}
      history={history}
      now={now}
      qrHref={`/api/sales/${sale.saleId}/qr?of=${encodeURIComponent(sale.orderUuid ?? "")}`}
      actions={useSaleActions(actions, personId)}
      showContact={showContact && (() => showContact({ saleId: sale.saleId, personId }))}
    />
  );
}
