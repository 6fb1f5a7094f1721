"use client";

import { type ReactNode, useState } from "react";
import { useLiveSales } from "#components/live/live-provider.tsx";
import { ApproveSheet, DeclineSheet } from "#components/refunds/decide-sheets.tsx";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { compareTimes } from "#lib/compare-times.ts";
import type { SaleView } from "#lib/sale-view.ts";

export type AskedRefundsInput = {
  /** What the page was loaded with. */
  asked: SaleView[];
  /** The stores in which this person may approve. */
  storeIds: string[];
  personId: string;
  actions: Pick<SaleActions, "approveRefund" | "declineRefund">;
};

export type AskedRefunds = {
  /** The sales on which a refund waits for this person, the longest waiting first. */
  asked: SaleView[];
  onDecide: (saleId: string, how: "approve" | "decline") => void;
  /** The question that is open, if one is. */
  sheet: ReactNode;
};

/** The refunds that wait for a manager, live, and the sheets in which they decide. */
export function useAskedRefunds({ personId, actions, ...input }: AskedRefundsInput): AskedRefunds {
  const sales = useLiveSales(input.asked, ...input.storeIds);
  const [deciding, setDeciding] = useState<{ saleId: string; how: "approve" | "decline" } | null>(null);
  const mine = new Set(input.storeIds);
  const asked = sales
    .filter((it) => it.refundRequest && it.refundRequest.personId !== personId && mine.has(it.storeId))
    .sort((a, b) => compareTimes(a.refundRequest?.askedAt ?? "", b.refundRequest?.askedAt ?? ""));
  const sale = deciding && sales.find((it) => it.saleId === deciding.saleId);
  const common = sale && {
    sale,
    onClose: () => setDeciding(null),
  };
  return {
    asked,
    onDecide: (saleId, how) => setDeciding({ saleId, how }),
    sheet: !common ? null : deciding?.how === "approve" ? (
      <ApproveSheet {...common} approve={actions.approveRefund} />
    ) : (
      <DeclineSheet {...common} decline={actions.declineRefund} />
    ),
  };
}
