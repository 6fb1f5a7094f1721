"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { type ServerSaleActions, useSaleActions } from "#app/sale-actions.ts";
import { useLiveSale, useServerNow } from "#components/live/live-provider.tsx";
import { useWatch } from "#components/live/use-watch.ts";
import { SaleScreen } from "#components/sale/sale-screen.tsx";
import { useLeaveWhenOver } from "#components/till/use-leave-when-over.ts";
import type { RefundTerms } from "#lib/refund-terms.ts";
import type { SaleViewer } from "#lib/sale-steps.ts";
import type { HistoryLineView, SaleView } from "#lib/sale-view.ts";

type LiveSaleProps = {
  sale: SaleView;
  history: HistoryLineView[];
  viewer: SaleViewer;
  refundTerms: RefundTerms;
  timeZone: string;
  actions: ServerSaleActions;
};

/** A sale's screen, live, and watched: what becomes of it at Sezzle is found within seconds. */
export function LiveSale({
  sale: initial,
  history: initialHistory,
  viewer,
  refundTerms,
  timeZone,
  actions,
}: LiveSaleProps) {
  const { sale, history } = useLiveSale(initial, initialHistory);
  const now = useServerNow();
  const router = useRouter();
  useWatch(sale.saleId);
  useLeaveWhenOver(sale, now, () => router.push("/till"));
  // What a cashier may still refund today is the page's to say, and changes with each refund.
  const { personId, refundLeftCents } = viewer;
  const refunds = sale.refundedCents;
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded anew when the refunds change
  useEffect(() => {
    if (refundLeftCents !== null && refunds !== initial.refundedCents) router.refresh();
  }, [refunds]);
  const wired = useSaleActions(actions, personId);
  return (
    <SaleScreen
      sale={sale}
      history={history}
      viewer={viewer}
      refundTerms={refundTerms}
      now={now}
      timeZone={timeZone}
      qrHref={`/api/sales/${sale.saleId}/qr?of=${encodeURIComponent(sale.orderUuid ?? "")}`}
      newSaleHref="/till"
      actions={wired}
    />
  );
}
