"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { useLiveSale, useServerNow } from "#components/live/live-provider.tsx";
import { useWatch } from "#components/live/use-watch.ts";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { SaleScreen } from "#components/sale/sale-screen.tsx";
import type { SaleViewer } from "#lib/sale-steps.ts";
import type { HistoryLineView, SaleView } from "#lib/sale-view.ts";

type ServerActions = { [Name in keyof SaleActions]: (given: unknown) => ReturnType<SaleActions[Name]> };

type LiveSaleProps = {
  sale: SaleView;
  history: HistoryLineView[];
  viewer: SaleViewer;
  timeZone: string;
  locale: string;
  actions: ServerActions;
};

/** A sale's screen, live, and watched: what becomes of it at Sezzle is found within seconds. */
export function LiveSale({
  sale: initial,
  history: initialHistory,
  viewer,
  timeZone,
  locale,
  actions,
}: LiveSaleProps) {
  const { sale, history } = useLiveSale(initial, initialHistory);
  const now = useServerNow();
  const router = useRouter();
  useWatch(sale.saleId);
  // What a cashier may still refund today is the page's to say, and changes with each refund.
  const { personId, refundLeftCents } = viewer;
  const refunds = sale.refundedCents;
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded anew when the refunds change
  useEffect(() => {
    if (refundLeftCents !== null && refunds !== initial.refundedCents) router.refresh();
  }, [refunds]);
  const wired = useMemo<SaleActions>(() => {
    const by = <Input extends object, Value>(action: (given: unknown) => Value) => {
      return (input: Input) => action({ ...input, personId });
    };
    return {
      cancel: by(actions.cancel),
      capture: by(actions.capture),
      release: by(actions.release),
      refund: by(actions.refund),
      setReference: by(actions.setReference),
      ask: by(actions.ask),
      sendAgain: by(actions.sendAgain),
    };
  }, [actions, personId]);
  return (
    <SaleScreen
      sale={sale}
      history={history}
      viewer={viewer}
      now={now}
      timeZone={timeZone}
      locale={locale}
      qrHref={`/api/sales/${sale.saleId}/qr?of=${encodeURIComponent(sale.orderUuid ?? "")}`}
      newSaleHref="/till"
      actions={wired}
    />
  );
}
