"use client";

import { useEffect, useRef } from "react";
import { statusNow } from "#components/sale/status-now.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { SaleView } from "#lib/sale-view.ts";

/** Nothing more is to be done at the counter. Not where the link could not be sent, or an approval ran out: both want somebody. */
const overStatuses: readonly SaleStatus[] = [
  "denied",
  "cancelled",
  "checkout_expired",
  "captured",
  "released",
  "partially_refunded",
  "refunded",
];

/** A sale that is over stays on the screen for this long after the last touch or key. */
const staysMs = 60_000;

/**
 * Leaves the screen of a sale that is over once nobody has touched anything for a minute: the next shopper is not to read of the last
 * one. Never while the sale, a question that is open, or a manager's answer still needs somebody.
 */
export function useLeaveWhenOver(sale: SaleView, now: Date, leave: () => void): void {
  const isOver = !needsSomebody(sale, now);
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    if (!isOver) return;
    let timer: ReturnType<typeof setTimeout>;
    const begin = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (document.querySelector("dialog")) begin();
        else latest.current();
      }, staysMs);
    };
    begin();
    const ended = new AbortController();
    const options = { signal: ended.signal, passive: true, capture: true };
    for (const event of ["pointerdown", "keydown", "scroll"]) window.addEventListener(event, begin, options);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [isOver]);
}

function needsSomebody(sale: SaleView, now: Date): boolean {
  const { openOperation, refundRequest, refusal, otherApprovedCents, otherOrders, lostLinkUntil } = sale;
  return (
    !overStatuses.includes(statusNow(sale, now)) ||
    openOperation !== null ||
    refundRequest !== null ||
    refusal !== null ||
    otherApprovedCents > 0 ||
    otherOrders.length > 0 ||
    (lostLinkUntil !== null && new Date(lostLinkUntil) > now)
  );
}
