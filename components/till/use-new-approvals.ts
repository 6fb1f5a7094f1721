"use client";

import { useEffect, useRef, useState } from "react";
import { playApprovalChime } from "#components/sale/approval-chime.ts";
import { isToCapture, statusNow } from "#components/sale/status-now.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { SaleView } from "#lib/sale-view.ts";

const beforeApproval: readonly SaleStatus[] = ["creating", "unconfirmed", "link_sent", "checking"];

export type NewApprovalsInput = {
  sales: SaleView[];
  now: Date;
  /** The sale on screen, which sounds and speaks for itself; null when there is none. */
  openSaleId: string | null;
  /** Whether a sale is this register's: those of others change here too, without a sound. */
  isOurs: (sale: SaleView) => boolean;
  sentenceOf: (sale: SaleView) => string;
};

/**
 * Sounds once for each sale of this register that was seen to wait and has now been approved, while something else is on screen.
 * Returns the same as text for a live region.
 */
export function useNewApprovals(input: NewApprovalsInput): string {
  const unapproved = useRef(new Set<string>());
  const [text, setText] = useState("");
  const latest = useRef(input);
  latest.current = input;
  const { sales } = input;
  useEffect(() => {
    const { now, openSaleId, isOurs, sentenceOf } = latest.current;
    const approved: SaleView[] = [];
    for (const sale of sales) {
      const status = statusNow(sale, now);
      if (beforeApproval.includes(status)) unapproved.current.add(sale.saleId);
      else if (unapproved.current.delete(sale.saleId) && isToCapture(sale, now)) approved.push(sale);
    }
    const elsewhere = approved.filter((sale) => sale.saleId !== openSaleId);
    if (elsewhere.some(isOurs)) playApprovalChime();
    if (elsewhere.length > 0) setText(elsewhere.map(sentenceOf).join(" "));
  }, [sales]);
  return text;
}
